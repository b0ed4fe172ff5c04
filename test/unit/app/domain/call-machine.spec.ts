import { describe, expect, it } from 'vitest';
import { type CallPhase, callPhases } from '../../../../app/domain/call.ts';
import {
  type CallEvent,
  type CallEventType,
  callTransitions,
  IllegalCallTransition,
  transitionCall,
} from '../../../../app/domain/call-machine.ts';
import { buildCall } from './builders/build-call.ts';

const events: Readonly<Record<CallEventType, CallEvent>> = {
  remoteAlerting: { type: 'remoteAlerting' },
  accepted: { type: 'accepted', modality: 'audio' },
  answered: { type: 'answered' },
  mediaChanged: { type: 'mediaChanged', state: 'disconnected', atMs: 5_000 },
  sendingChanged: { type: 'sendingChanged', sending: { audio: false, video: false } },
  holdRequested: { type: 'holdRequested' },
  holdSettled: { type: 'holdSettled', local: true },
  remoteHoldChanged: { type: 'remoteHoldChanged', remote: true },
  meetingMoveStarted: { type: 'meetingMoveStarted' },
  meetingMoved: { type: 'meetingMoved', mediaId: 'media-2', atMs: 6_000 },
  meetingMoveFailed: { type: 'meetingMoveFailed' },
  ended: { type: 'ended', outcome: { kind: 'answered' }, atMs: 9_000 },
};

/** Written out by hand: each row is a phase, each entry a legal event and where it leads. */
const legal: Readonly<Record<CallPhase, Partial<Record<CallEventType, CallPhase>>>> = {
  inviting: {
    remoteAlerting: 'inviting',
    answered: 'connecting',
    sendingChanged: 'inviting',
    ended: 'ended',
  },
  ringing: { accepted: 'connecting', ended: 'ended' },
  connecting: {
    mediaChanged: 'connecting',
    sendingChanged: 'connecting',
    remoteHoldChanged: 'connecting',
    meetingMoveStarted: 'connecting',
    meetingMoved: 'connected',
    meetingMoveFailed: 'connecting',
    ended: 'ended',
  },
  connected: {
    mediaChanged: 'connected',
    sendingChanged: 'connected',
    holdRequested: 'connected',
    holdSettled: 'connected',
    remoteHoldChanged: 'connected',
    meetingMoveStarted: 'connected',
    meetingMoved: 'connected',
    meetingMoveFailed: 'connected',
    ended: 'ended',
  },
  ended: {},
};

const moves = callPhases.flatMap((phase) =>
  Object.values(events).map((event) => ({ phase, event, next: legal[phase][event.type] })),
);

describe('transitionCall', () => {
  it.each(moves.filter(({ next }) => next !== undefined))(
    '$phase + $event.type → $next',
    ({ phase, event, next }) => {
      expect(transitionCall(buildCall({ phase }), event).phase).toBe(next);
    },
  );

  it.each(moves.filter(({ next }) => next === undefined))(
    'refuses $event.type while $phase',
    ({ phase, event }) => {
      expect(() => transitionCall(buildCall({ phase }), event)).toThrow(IllegalCallTransition);
      expect(callTransitions[phase][event.type]).toBeUndefined();
    },
  );

  it('is connected from the moment that media connects, and counts from there once', () => {
    const connecting = buildCall({ phase: 'connecting' });
    const up = transitionCall(connecting, {
      type: 'mediaChanged',
      state: 'connected',
      atMs: 2_000,
    });
    const lost = transitionCall(up, { type: 'mediaChanged', state: 'disconnected', atMs: 3_000 });
    const back = transitionCall(lost, { type: 'mediaChanged', state: 'connected', atMs: 4_000 });
    expect([up.phase, lost.phase, back.phase]).toEqual(['connected', 'connected', 'connected']);
    expect([up.media, lost.media, back.media]).toEqual(['connected', 'disconnected', 'connected']);
    expect(back.connectedAtMs).toBe(2_000);
  });

  it('stops alerting and takes the answered modality when the user accepts', () => {
    const ringing = buildCall({ modality: 'audioVideo' });
    const accepted = transitionCall(ringing, { type: 'accepted', modality: 'audio' });
    expect(accepted).toMatchObject({
      alert: null,
      modality: 'audio',
      sending: { audio: true, video: false },
    });
  });

  it('keeps the hold as it was when a request fails', () => {
    const asked = transitionCall(buildCall({ phase: 'connected' }), { type: 'holdRequested' });
    const failed = transitionCall(asked, { type: 'holdSettled', local: false });
    expect([asked.hold.pending, failed.hold]).toEqual([
      true,
      { local: false, remote: false, pending: false },
    ]);
  });

  it('leaves the call that it was given untouched', () => {
    const call = Object.freeze(buildCall());
    transitionCall(call, { type: 'ended', outcome: { kind: 'missed' }, atMs: 2_000 });
    expect(call.phase).toBe('ringing');
  });
});
