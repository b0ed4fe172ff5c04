import { describe, expect, it } from 'vitest';
import { endsSilently, shownCalls, stageCall } from '../../../../renderer/features/calls/stage.ts';
import { makeCall, makeCalls, makeRinging } from '../make-call.ts';

const ended = { phase: 'ended', endedAtMs: 9000 } as const;

describe('endsSilently', () => {
  it('is true of incoming calls that were not taken', () => {
    for (const kind of ['missed', 'declined', 'cancelled'] as const) {
      expect(endsSilently(makeRinging(null, { ...ended, outcome: { kind } }))).toBe(true);
    }
  });

  it('is false of what the user has to know', () => {
    const failed = { kind: 'failed', reason: 'media-failed', detail: null } as const;
    expect(endsSilently(makeRinging(null, { ...ended, outcome: failed }))).toBe(false);
    expect(endsSilently(makeCall({ ...ended, outcome: { kind: 'answered' } }))).toBe(false);
    expect(
      endsSilently(makeCall({ ...ended, connectedAtMs: null, outcome: { kind: 'missed' } })),
    ).toBe(false);
  });
});

describe('stageCall', () => {
  const talking = makeCall({ id: 'talking', startedAtMs: 1 });
  const ringing = makeRinging('normal', { id: 'ringing', startedAtMs: 2 });
  const over = makeCall({ id: 'over', startedAtMs: 3, ...ended, outcome: { kind: 'busy' } });

  it('is empty without calls', () => {
    expect(stageCall(makeCalls(), null)).toBeNull();
  });

  it('leaves the running call on the stage when another one rings', () => {
    expect(stageCall(makeCalls(talking, ringing, over), null)?.id).toBe('talking');
  });

  it('shows what the user chose, as long as it is not over', () => {
    expect(stageCall(makeCalls(talking, ringing), 'ringing')?.id).toBe('ringing');
    expect(stageCall(makeCalls(talking, over), 'over')?.id).toBe('talking');
  });

  it('shows the ringing call before one that ended, and that before nothing', () => {
    expect(stageCall(makeCalls(ringing, over), null)?.id).toBe('ringing');
    expect(stageCall(makeCalls(over), null)?.id).toBe('over');
  });

  it('never shows a call that ended silently', () => {
    const missed = makeRinging(null, { ...ended, outcome: { kind: 'missed' } });
    expect(shownCalls(makeCalls(missed))).toEqual([]);
    expect(stageCall(makeCalls(missed), missed.id)).toBeNull();
  });
});
