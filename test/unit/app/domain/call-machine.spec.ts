import { describe, expect, it } from 'vitest';
import { type CallPhase, callPhases } from '../../../../app/domain/call.ts';
import {
  type CallEvent,
  type CallEventType,
  IllegalCallTransition,
  transitionCall,
} from '../../../../app/domain/call-machine.ts';
import { buildCall } from './builders/build-call.ts';

const events: Readonly<Record<CallEventType, CallEvent>> = {
  remoteAlerting: { type: 'remoteAlerting' },
  earlyMediaHeard: { type: 'earlyMediaHeard' },
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
  transferChanged: { type: 'transferChanged', transferring: true },
  transferred: { type: 'transferred', mediaId: 'media-3' },
  videoRequested: { type: 'videoRequested' },
  videoSettled: { type: 'videoSettled', video: true, sending: true },
  remoteVideoChanged: { type: 'remoteVideoChanged', video: true },
  tonesChanged: { type: 'tonesChanged', possible: true },
  toneSent: { type: 'toneSent', tone: '5' },
  rated: { type: 'rated', stars: 4 },
  meetingMuteChanged: { type: 'meetingMuteChanged', meetingMute: 'muted' },
  ended: { type: 'ended', outcome: { kind: 'answered' }, atMs: 9_000 },
};

/** What can happen in each phase. */
const inRunningCall =
  'phoneConnected mediaChanged sendingChanged remoteHoldChanged meetingMoveStarted meetingMoved ' +
  'meetingMoveFailed videoSettled remoteVideoChanged tonesChanged toneSent meetingMuteChanged transferChanged ended';
const happensIn: Readonly<Record<CallPhase, string>> = {
  inviting: 'remoteAlerting earlyMediaHeard answered phoneConnected sendingChanged ended',
  ringing: 'accepted takenToPhone phoneConnected ended',
  connecting: inRunningCall,
  connected: `${inRunningCall} phoneRings phoneStopped holdRequested holdSettled videoRequested transferred`,
  ended: 'rated',
};

/** What leads from one phase to another; all else leaves it as it is. */
const leadsTo: Readonly<Partial<Record<CallEventType, CallPhase>>> = {
  answered: 'connecting',
  accepted: 'connecting',
  takenToPhone: 'connecting',
  phoneConnected: 'connected',
  meetingMoved: 'connected',
  ended: 'ended',
};

describe('transitionCall', () => {
  it.each(callPhases)('moves on from %s by what can happen then, and refuses the rest', (phase) => {
    const legal = happensIn[phase].split(' ');
    for (const event of Object.values(events)) {
      const move = () => transitionCall(buildCall({ phase }), event).phase;
      if (legal.includes(event.type)) expect(move()).toBe(leadsTo[event.type] ?? phase);
      else expect(move, event.type).toThrow(IllegalCallTransition);
    }
  });

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
