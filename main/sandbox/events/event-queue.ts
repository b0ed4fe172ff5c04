import type { EventChannelTimes } from '../options.ts';
import type { OutgoingEvent, Priority } from './event.ts';

interface Queued {
  readonly outgoing: OutgoingEvent;
  readonly dueMs: number;
}

/** How long an event of each priority may wait for company, in milliseconds. */
function patienceMs(priority: Priority, times: EventChannelTimes): number {
  if (priority === 'High') return 0;
  return (priority === 'Medium' ? times.mediumSeconds : times.lowSeconds) * 1000;
}

/** Events that no reply has carried yet, in the order they happened. */
export class EventQueue {
  #queued: Queued[] = [];

  /** A medium or low `updated` event takes the place of an undelivered earlier one of the same resource. */
  add(outgoing: OutgoingEvent, nowMs: number, times: EventChannelTimes): void {
    const { event, priority } = outgoing;
    let dueMs = nowMs + patienceMs(priority, times);
    if (event.type === 'updated' && priority !== 'High') {
      const earlier = this.#queued.find(
        (other) =>
          other.outgoing.event.type === 'updated' &&
          other.outgoing.event.link.href === event.link.href,
      );
      if (earlier !== undefined) {
        dueMs = Math.min(dueMs, earlier.dueMs);
        this.#queued = this.#queued.filter((other) => other !== earlier);
      }
    }
    this.#queued.push({ outgoing, dueMs });
  }

  /** When the most urgent event has to go out; undefined when nothing waits. */
  dueMs(): number | undefined {
    this.#queued = this.#queued.filter(({ outgoing }) => outgoing.isStale?.() !== true);
    return this.#queued.length === 0
      ? undefined
      : Math.min(...this.#queued.map((queued) => queued.dueMs));
  }

  /** Everything that waits: what is not urgent travels along, so that order is kept. */
  takeAll(): readonly OutgoingEvent[] {
    const taken = this.#queued
      .map((queued) => queued.outgoing)
      .filter(({ isStale }) => isStale?.() !== true);
    this.#queued = [];
    return taken;
  }
}
