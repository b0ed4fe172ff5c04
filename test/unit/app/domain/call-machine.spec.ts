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
  takenToPhone: { type: 'takenToPhone' },
  phoneRings: { type: 'phoneRings', number: 'tel:+14255550191' },
  phoneStopped: { type: 'phoneStopped' },
  phoneConnected: { type: 'phoneConnected', atMs: 7_000 },
  meetingMoveStarted: { type: 'meetingMoveStarted' },
  meetingMoved: { type: 'meetingMoved', mediaId: 'media-2', atMs: 6_000 },
  meetingMoveFailed: { type: 'meetingMoveFailed' },
  videoRequested: { type: 'videoRequested' },
  videoSettled: { type: 'videoSettled', video: true, sending: true },
  remoteVideoChanged: { type: 'remoteVideoChanged', video: true },
  tonesChanged: { type: 'tonesChanged', possible: true },
  toneSent: { type: 'toneSent', tone: '5' },
  rated: { type: 'rated', stars: 4 },
  meetingMuteChanged: { type: 'meetingMuteChanged', meetingMute: 'muted' },
  ended: { type: 'ended', outcome: { kind: 'answered' }, atMs: 9_000 },
};

/** Written out by hand: each row is a phase, each entry a legal event and where it leads. */
const legal: Readonly<Record<CallPhase, Partial<Record<CallEventType, CallPhase>>>> = {
  inviting: {
    remoteAlerting: 'inviting',
    answered: 'connecting',
    phoneConnected: 'connected',
    sendingChanged: 'inviting',
    ended: 'ended',
  },
  ringing: {
    accepted: 'connecting',
    takenToPhone: 'connecting',
    phoneConnected: 'connected',
    ended: 'ended',
  },
  connecting: {
    phoneConnected: 'connected',
    mediaChanged: 'connecting',
    sendingChanged: 'connecting',
    remoteHoldChanged: 'connecting',
    meetingMoveStarted: 'connecting',
    meetingMoved: 'connected',
    meetingMoveFailed: 'connecting',
    videoSettled: 'connecting',
    remoteVideoChanged: 'connecting',
    tonesChanged: 'connecting',
    toneSent: 'connecting',
    meetingMuteChanged: 'connecting',
    ended: 'ended',
  },
  connected: {
    phoneRings: 'connected',
    phoneStopped: 'connected',
    phoneConnected: 'connected',
    mediaChanged: 'connected',
    sendingChanged: 'connected',
    holdRequested: 'connected',
    holdSettled: 'connected',
    remoteHoldChanged: 'connected',
    meetingMoveStarted: 'connected',
    meetingMoved: 'connected',
    meetingMoveFailed: 'connected',
    videoRequested: 'connected',
    videoSettled: 'connected',
    remoteVideoChanged: 'connected',
    tonesChanged: 'connected',
    toneSent: 'connected',
    meetingMuteChanged: 'connected',
    ended: 'ended',
  },
  ended: { rated: 'ended' },
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

  const talking = { phase: 'connected', sending: { audio: true, video: false } } as const;
  const other = (video: boolean): CallEvent => ({ type: 'remoteVideoChanged', video });
  const sending = (audio: boolean, video: boolean): CallEvent => ({
    type: 'sendingChanged',
    sending: { audio, video },
  });
  const happened = (...events: readonly CallEvent[]) =>
    events.reduce(transitionCall, buildCall({ ...talking, modality: 'audio' }));

  it('asks the user once when the other side adds video, and never turns the camera on', () => {
    const asked = happened(other(true));
    expect(asked).toMatchObject({ modality: 'audioVideo', video: { offered: true } });
    expect(asked.sending.video).toBe(false);
    expect(happened(other(true), sending(false, false)).video.offered).toBe(true);
    expect(happened(other(true), sending(true, true)).video.offered).toBe(false);
    expect(happened(other(true), sending(true, false)).video.offered).toBe(false);
    expect(happened(other(true), sending(true, false), other(true)).video.offered).toBe(false);
    expect(happened(other(true), other(false)).video.offered).toBe(false);
  });

  it('turns the camera off when either side drops video', () => {
    const both = happened({ type: 'videoSettled', video: true, sending: true });
    expect(both).toMatchObject({ modality: 'audioVideo', sending: { audio: true, video: true } });
    const dropped = { modality: 'audio', sending: { audio: true, video: false } };
    expect(transitionCall(both, other(false))).toMatchObject(dropped);
    const settled: CallEvent = { type: 'videoSettled', video: false, sending: false };
    expect(transitionCall(both, settled)).toMatchObject(dropped);
  });

  it('shows the tones that were sent last', () => {
    const tones = [...'0123456789'.repeat(4)].map((tone) => ({ type: 'toneSent', tone }) as const);
    expect(happened(...tones).tones.sent).toBe('89012345678901234567890123456789');
  });

  it('leaves the call that it was given untouched', () => {
    const call = Object.freeze(buildCall());
    transitionCall(call, { type: 'ended', outcome: { kind: 'missed' }, atMs: 2_000 });
    expect(call.phase).toBe('ringing');
  });
});
