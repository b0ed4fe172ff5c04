import type { Answer } from '../http/reply.ts';
import type { World } from '../model/world.ts';
import { faults } from './catalogue.ts';
import { type Fault, type FaultOptions, type FaultyRequest, fits } from './fault.ts';

interface Active {
  readonly fault: Fault;
  readonly on: Fault['on'];
  readonly every: number;
  seen: number;
  left: number;
}

/** The faults that are on, in the order they were turned on. */
export class ActiveFaults {
  readonly #world: World;
  readonly #active = new Set<Active>();

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * Turns a fault on.
   * @returns what turns it off again
   * @throws Error that names the fault when there is none of this name
   */
  enable(name: string, options: FaultOptions = {}): () => void {
    const fault = faults.find((candidate) => candidate.name === name);
    if (fault === undefined) throw new Error(`There is no fault named ${name}.`);
    const every = options.every ?? fault.every ?? 1;
    const left = options.times ?? Number.POSITIVE_INFINITY;
    const on = options.on ?? fault.on;
    const active: Active = { fault, on, every, seen: 0, left };
    const undo = fault.start?.(this.#world);
    this.#active.add(active);
    return () => {
      if (this.#active.delete(active)) undo?.();
    };
  }

  /** The faults that strike this request. Each is asked once per request. */
  strike(request: FaultyRequest): readonly Fault[] {
    return [...this.#active].flatMap((active) => {
      const { fault, on } = active;
      const acts = fault.before !== undefined || fault.after !== undefined;
      if (!acts || active.left === 0 || !fits(on, request)) return [];
      active.seen += 1;
      if (active.seen % active.every !== 0) return [];
      active.left -= 1;
      return [fault];
    });
  }

  /** Answers a request with whatever faults make of it. */
  async through(request: FaultyRequest, answer: () => Promise<Answer>): Promise<Answer> {
    const striking = this.#active.size === 0 ? [] : this.strike(request);
    for (const { before } of striking) {
      const instead = await before?.(request);
      if (instead !== undefined) return instead;
    }
    let given = await answer();
    for (const { after } of striking) given = (await after?.(request, given)) ?? given;
    return given;
  }
}
