import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../app/domain/call.ts';
import { allowedActions, noOffers } from '../../../../app/domain/call-actions.ts';
import {
  activeCall,
  isInCall,
  mostPressingRingingCall,
  ongoingCalls,
  ringingCalls,
} from '../../../../app/domain/selectors.ts';
import { buildCall } from './builders/build-call.ts';

const withCalls = (...calls: Call[]) => ({
  calls: Object.fromEntries(calls.map((call) => [call.id, call])),
});

const held = { local: true, remote: false, pending: false };

describe('selectors', () => {
  const first = buildCall({ id: 'first', startedAtMs: 1 });
  const urgent = buildCall({ id: 'urgent', startedAtMs: 2, importance: 'Urgent' });
  const talking = buildCall({ id: 'talking', startedAtMs: 3, phase: 'connected' });
  const onHold = buildCall({ id: 'onHold', startedAtMs: 4, phase: 'connected', hold: held });
  const over = buildCall({ id: 'over', startedAtMs: 5, phase: 'ended' });

  it('lists what rings, oldest first', () => {
    expect(ringingCalls(withCalls(urgent, over, first)).map(({ id }) => id)).toEqual([
      'first',
      'urgent',
    ]);
  });

  it('answers the most important ringing call first', () => {
    expect(mostPressingRingingCall(withCalls(first, urgent))?.id).toBe('urgent');
    expect(mostPressingRingingCall(withCalls(talking))).toBeNull();
  });

  it('shows the call that is talked in before a newer one on hold', () => {
    expect(activeCall(withCalls(onHold, talking))?.id).toBe('talking');
    expect(activeCall(withCalls(onHold, over))?.id).toBe('onHold');
    expect(activeCall(withCalls(first, over))).toBeNull();
  });

  it('counts a ringing call as being in a call, an ended one not', () => {
    expect(isInCall(withCalls(first))).toBe(true);
    expect(isInCall(withCalls(over))).toBe(false);
    expect(ongoingCalls(withCalls(over, first))).toHaveLength(1);
  });
});

describe('allowedActions', () => {
  const everything = { acceptWithAnswer: true, decline: true, cancel: true, renegotiate: true };

  it.each([
    ['ringing', ['answer', 'decline']],
    ['inviting', ['cancel', 'mute']],
    ['connecting', ['hangUp', 'mute']],
    ['connected', ['hangUp', 'mute', 'hold']],
    ['ended', []],
  ] as const)('offers while %s: %j', (phase, expected) => {
    const can = allowedActions(buildCall({ phase }), everything);
    expect(Object.entries(can).flatMap(([name, allowed]) => (allowed ? [name] : []))).toEqual(
      expected,
    );
  });

  it('offers resume instead of hold, and neither while one is under way', () => {
    const onHold = buildCall({ phase: 'connected', hold: held });
    expect(allowedActions(onHold, everything)).toMatchObject({ hold: false, resume: true });
    const pending = buildCall({ phase: 'connected', hold: { ...held, pending: true } });
    expect(allowedActions(pending, everything)).toMatchObject({ hold: false, resume: false });
  });

  it('offers no button for which the server sent no link', () => {
    const can = allowedActions(buildCall(), noOffers);
    expect(can).toMatchObject({ answer: false, decline: false });
    expect(allowedActions(buildCall({ phase: 'connected' }), noOffers)).toMatchObject({
      hangUp: true,
      hold: false,
    });
  });
});
