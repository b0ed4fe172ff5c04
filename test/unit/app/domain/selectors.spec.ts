import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../app/domain/call.ts';
import { allowedActions, type CallOffers, noOffers } from '../../../../app/domain/call-actions.ts';
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
  const everything: CallOffers = {
    acceptWithAnswer: true,
    decline: true,
    cancel: true,
    renegotiate: true,
    addVideo: true,
    stopVideo: true,
    rate: true,
    acceptWithPhoneAudio: true,
    replaceWithPhoneAudio: true,
    holdPhoneAudio: true,
    resumePhoneAudio: true,
  };
  const allowed = (can: ReturnType<typeof allowedActions>): readonly string[] =>
    Object.entries(can).flatMap(([name, isAllowed]) => (isAllowed ? [name] : []));

  it.each([
    ['ringing', ['answer', 'answerOnPhone', 'decline']],
    ['inviting', ['cancel', 'mute']],
    ['connecting', ['hangUp', 'mute']],
    ['connected', ['hangUp', 'mute', 'hold', 'addVideo', 'moveToPhone']],
    ['ended', []],
  ] as const)('offers while %s: %j', (phase, expected) => {
    const can = allowedActions(buildCall({ phase }), everything);
    expect(allowed(can)).toEqual(expected);
  });

  const connected = { phase: 'connected', modality: 'audio' } as const;
  const video = { modality: 'audioVideo' } as const;
  const pending = { video: { pending: true, offered: false } };
  const heldByOther = { hold: { local: false, remote: true, pending: false } };
  const tones = { tones: { possible: true, sent: '' } };

  it.each([
    ['to drop video where there is some', video, ['hold', 'stopVideo']],
    ['no change of media while one is under way', { ...video, ...pending }, []],
    ['no video while the other side holds', heldByOther, ['hold']],
    ['tones where the other side takes them', tones, ['hold', 'addVideo', 'sendTones']],
    ['no tones on hold', { ...tones, ...heldByOther }, ['hold']],
  ])('offers %s', (_what, changes, expected) => {
    const can = allowedActions(buildCall({ ...connected, ...changes }), everything);
    expect(allowed(can)).toEqual(['hangUp', 'mute', ...expected, 'moveToPhone']);
  });

  it('offers to rate a call once, when it was one', () => {
    const over = { phase: 'ended', connectedAtMs: 2_000 } as const;
    const offered = [over, { ...over, rating: 4 }, { ...over, connectedAtMs: null }].map(
      (changes) => allowedActions(buildCall(changes), everything).rate,
    );
    expect(offered).toEqual([true, false, false]);
  });

  it('offers no microphone on the phone, and goes by the phone to hold', () => {
    const phone = { number: null, state: 'talking' } as const;
    const talking = buildCall({ phase: 'connected', kind: 'phone', phone });
    expect(allowedActions(talking, everything)).toMatchObject({
      ...{ mute: false, hold: true, moveToPhone: false, stayHere: false },
    });
    const offers = { ...everything, holdPhoneAudio: false };
    expect(allowedActions(talking, offers)).toMatchObject({ hold: false });
  });

  it('lets a phone that rings to take the call over be stopped', () => {
    const phone = { number: null, state: 'ringing' } as const;
    const moving = buildCall({ phase: 'connected', phone });
    const expected = { moveToPhone: false, stayHere: true };
    expect(allowedActions(moving, everything)).toMatchObject(expected);
  });

  it('offers resume instead of hold, and neither while one is under way', () => {
    const onHold = buildCall({ phase: 'connected', hold: held });
    expect(allowedActions(onHold, everything)).toMatchObject({ hold: false, resume: true });
    const holding = buildCall({ phase: 'connected', hold: { ...held, pending: true } });
    expect(allowedActions(holding, everything)).toMatchObject({ hold: false, resume: false });
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
