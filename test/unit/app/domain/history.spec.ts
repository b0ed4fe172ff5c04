import { describe, expect, it } from 'vitest';
import { addRecent, maxRecents, recentCallOf } from '../../../../app/domain/history.ts';
import { buildCall } from './builders/build-call.ts';

const ended = buildCall({
  phase: 'ended',
  outcome: { kind: 'answered' },
  connectedAtMs: 2_000,
  endedAtMs: 62_000,
});

describe('recentCallOf', () => {
  it('tells how long a connected call lasted', () => {
    expect(recentCallOf(ended)).toMatchObject({ durationMs: 60_000, startedAtMs: 1_000 });
  });

  it('tells no duration of a call that was never connected', () => {
    const missed = buildCall({ phase: 'ended', outcome: { kind: 'missed' }, endedAtMs: 5_000 });
    expect(recentCallOf(missed)).toMatchObject({ durationMs: null, outcome: { kind: 'missed' } });
  });

  it('has nothing to tell of a call that goes on', () => {
    expect(recentCallOf(buildCall())).toBeNull();
  });
});

describe('addRecent', () => {
  it('puts the newest first and forgets the oldest', () => {
    const recent = recentCallOf(ended);
    if (recent === null) throw new Error('The call is over');
    const full = Array.from({ length: maxRecents }, (_, index) => ({ ...recent, id: `${index}` }));
    const added = addRecent(full, { ...recent, id: 'new' });
    expect([added.length, added[0]?.id, added[added.length - 1]?.id]).toEqual([
      maxRecents,
      'new',
      `${maxRecents - 2}`,
    ]);
  });
});
