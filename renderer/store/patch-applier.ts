import { applyPatches, enablePatches } from 'immer';
import type { AppState } from '../../app/domain/app-state.ts';
import type { Snapshot, StatePatch } from '../../app/ipc/contract.ts';

enablePatches();

export interface PatchApplierPorts {
  /** Asks main for the whole state; null when it could not be had now. */
  readonly loadSnapshot: () => Promise<Snapshot | null>;
  /** Takes each new state, in order, without gaps. */
  readonly publish: (snapshot: Snapshot) => void;
  readonly reportError: (message: string) => void;
}

/**
 * Keeps the window's copy of the state. Patches are applied strictly in order: while a patch is
 * missing, later ones wait and the whole state is asked for once; what it already holds is skipped.
 */
export class PatchApplier {
  readonly #ports: PatchApplierPorts;
  #current: Snapshot | null = null;
  #waiting: StatePatch[] = [];
  #loading = false;

  constructor(ports: PatchApplierPorts) {
    this.#ports = ports;
  }

  /** Loads the first state; call it after listening for patches began. */
  async start(): Promise<void> {
    await this.#reload();
  }

  /** Takes one patch of main. Resolves when the state is consistent again. */
  async receive(patch: StatePatch): Promise<void> {
    this.#waiting.push(patch);
    if (this.#loading) return;
    this.#applyWaiting();
    if (this.#waiting.length > 0) await this.#reload();
  }

  async #reload(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    let snapshot: Snapshot | null = null;
    try {
      snapshot = await this.#ports.loadSnapshot();
    } catch (error) {
      this.#ports.reportError(`The state could not be loaded: ${String(error)}`);
    }
    this.#loading = false;
    // Without progress it is no use to ask again at once: the next patch asks.
    if (snapshot === null || snapshot.sequence < (this.#current?.sequence ?? 0)) return;
    const progressed = snapshot.sequence !== this.#current?.sequence;
    this.#current = snapshot;
    this.#ports.publish(snapshot);
    this.#applyWaiting();
    // Still a gap: patches were lost between the snapshot and the first one that waited.
    if (this.#waiting.length > 0 && progressed) await this.#reload();
  }

  #applyWaiting(): void {
    const current = this.#current;
    if (current === null) return;
    this.#waiting.sort((a, b) => a.sequence - b.sequence);
    this.#waiting = this.#waiting.filter((patch) => patch.sequence > current.sequence);
    let { state, sequence } = current;
    while (this.#waiting[0]?.sequence === sequence + 1) {
      const patch = this.#waiting[0];
      const next = this.#apply(state, patch);
      // A patch that does not fit means that this copy is wrong: it stays until the reload.
      if (next === null) break;
      state = next;
      sequence = patch.sequence;
      this.#waiting.shift();
    }
    if (sequence !== current.sequence) {
      this.#current = { state, sequence };
      this.#ports.publish(this.#current);
    }
  }

  #apply(state: AppState, patch: StatePatch): AppState | null {
    try {
      return applyPatches(
        state,
        patch.operations.map(({ op, path, value }) => ({ op, path: [...path], value })),
      );
    } catch (error) {
      this.#ports.reportError(`Patch ${patch.sequence} does not fit: ${String(error)}`);
      return null;
    }
  }
}
