import { describe, expect, it } from 'vitest';
import type { Snapshot, StatePatch } from '../../../../app/ipc/contract.ts';
import { PatchApplier } from '../../../../renderer/store/patch-applier.ts';
import { makeState } from '../make-call.ts';

const regionPatch = (sequence: number, region: string): StatePatch => ({
  sequence,
  operations: [{ op: 'replace', path: ['settings', 'region'], value: region }],
});

const snapshot = (sequence: number, region: string): Snapshot => {
  const state = makeState();
  return { sequence, state: { ...state, settings: { ...state.settings, region } } };
};

/** A main whose snapshots a test hands out one by one. */
class ScriptedMain {
  readonly published: string[] = [];
  readonly errors: string[] = [];
  readonly #waiting: ((snapshot: Snapshot | null) => void)[] = [];
  asked = 0;

  readonly applier = new PatchApplier({
    loadSnapshot: () => {
      this.asked += 1;
      return new Promise((resolve) => this.#waiting.push(resolve));
    },
    publish: ({ sequence, state }) => {
      this.published.push(`${sequence} ${state.settings.region}`);
    },
    reportError: (message) => {
      this.errors.push(message);
    },
  });

  answer(reply: Snapshot | null): void {
    const resolve = this.#waiting.shift();
    if (resolve === undefined) throw new Error('No snapshot was asked for.');
    resolve(reply);
  }

  async started(sequence: number): Promise<void> {
    const start = this.applier.start();
    this.answer(snapshot(sequence, 'US'));
    await start;
    this.published.length = 0;
  }
}

describe('PatchApplier', () => {
  it('applies patches in order, publishing each state', async () => {
    const main = new ScriptedMain();
    await main.started(4);
    await main.applier.receive(regionPatch(5, 'DE'));
    await main.applier.receive(regionPatch(6, 'FR'));
    expect(main.published).toEqual(['5 DE', '6 FR']);
    expect(main.asked).toBe(1);
  });

  it('keeps patches that come before the first snapshot, and skips what it already holds', async () => {
    const main = new ScriptedMain();
    const start = main.applier.start();
    await main.applier.receive(regionPatch(7, 'DE'));
    await main.applier.receive(regionPatch(8, 'FR'));
    main.answer(snapshot(7, 'GB'));
    await start;
    expect(main.published).toEqual(['7 GB', '8 FR']);
    expect(main.asked).toBe(1);
  });

  it('asks for the whole state once when a patch is missing, and then goes on', async () => {
    const main = new ScriptedMain();
    await main.started(4);
    const gap = main.applier.receive(regionPatch(6, 'FR'));
    const next = main.applier.receive(regionPatch(8, 'NL'));
    expect(main.published).toEqual([]);
    main.answer(snapshot(7, 'IT'));
    await Promise.all([gap, next]);
    expect(main.published).toEqual(['7 IT', '8 NL']);
    expect(main.asked).toBe(2);
  });

  it('puts patches that arrive out of order into order', async () => {
    const main = new ScriptedMain();
    await main.started(4);
    const gap = main.applier.receive(regionPatch(6, 'FR'));
    await main.applier.receive(regionPatch(5, 'DE'));
    main.answer(snapshot(4, 'US'));
    await gap;
    expect(main.published.at(-1)).toBe('6 FR');
  });

  it('ignores a patch it has already applied', async () => {
    const main = new ScriptedMain();
    await main.started(4);
    await main.applier.receive(regionPatch(5, 'DE'));
    await main.applier.receive(regionPatch(5, 'XX'));
    expect(main.published).toEqual(['5 DE']);
    expect(main.asked).toBe(1);
  });

  it('reloads when a patch does not fit its state', async () => {
    const main = new ScriptedMain();
    await main.started(4);
    const bad = main.applier.receive({
      sequence: 5,
      operations: [{ op: 'replace', path: ['calls', 'nowhere', 'phase'], value: 'ended' }],
    });
    main.answer(snapshot(5, 'DE'));
    await bad;
    expect(main.published).toEqual(['5 DE']);
    expect(main.errors).toHaveLength(1);
  });

  it('keeps the last state when no snapshot can be had, and asks again with the next patch', async () => {
    const main = new ScriptedMain();
    await main.started(4);
    const first = main.applier.receive(regionPatch(6, 'FR'));
    main.answer(null);
    await first;
    expect(main.published).toEqual([]);
    const second = main.applier.receive(regionPatch(7, 'NL'));
    main.answer(snapshot(7, 'NL'));
    await second;
    expect(main.published).toEqual(['7 NL']);
  });
});
