import { describe, expect, it } from 'vitest';
import {
  CallTones,
  progressTone,
  ringTone,
} from '../../../../../renderer/media/tones/call-tones.ts';
import type { ToneName } from '../../../../../renderer/media/tones/tone-patterns.ts';
import type { Tones } from '../../../../../renderer/media/tones/tone-player.ts';
import { makeCall, makeRinging } from '../../make-call.ts';

/** Writes down what sounds. */
class SilentTones implements Tones {
  readonly log: string[] = [];

  play(tone: ToneName, repeat: boolean): () => void {
    this.log.push(`${tone}${repeat ? ' again and again' : ''}`);
    return () => this.log.push(`stop ${tone}`);
  }

  setSpeaker(): void {}
}

describe('ringTone', () => {
  it('is silent when nothing rings, or when the plan is silent', () => {
    expect(ringTone([])).toBeNull();
    expect(ringTone([makeCall(), makeRinging(null)])).toBeNull();
  });

  it('is the most insistent of the calls that ring', () => {
    const calls = [
      makeRinging('normal', { id: 'a' }),
      makeRinging('emergency', { id: 'b' }),
      makeRinging('urgent', { id: 'c' }),
    ];
    expect(ringTone(calls)).toEqual({ callId: 'b', tone: 'emergency', repeat: true });
  });

  it('ends with the ringing, whatever the plan said', () => {
    expect(ringTone([makeRinging('urgent', { phase: 'connecting' })])).toBeNull();
  });
});

describe('progressTone', () => {
  it('is the ringback only while it rings over there', () => {
    const inviting = makeCall({ phase: 'inviting' });
    expect(progressTone([inviting])).toBeNull();
    expect(progressTone([{ ...inviting, remoteAlerting: true }])?.tone).toBe('ringback');
    expect(progressTone([makeCall({ phase: 'connecting', remoteAlerting: true })])).toBeNull();
  });

  it('gives way to what the other side lets the user hear', () => {
    const early = makeCall({ phase: 'inviting', remoteAlerting: true, earlyMedia: true });
    expect(progressTone([early])).toBeNull();
  });

  it('is the busy tone, once, when the other side is busy', () => {
    const busy = makeCall({ phase: 'ended', outcome: { kind: 'busy' } });
    expect(progressTone([busy])).toEqual({ callId: 'call-1', tone: 'busy', repeat: false });
    expect(progressTone([{ ...busy, direction: 'Incoming' }])).toBeNull();
  });
});

describe('CallTones', () => {
  it('stops at once when the call is taken', () => {
    const tones = new SilentTones();
    const callTones = new CallTones(tones, ringTone);
    callTones.update([makeRinging('normal')]);
    callTones.update([makeRinging('normal', { phase: 'connecting' })]);
    expect(tones.log).toEqual(['normal again and again', 'stop normal']);
  });

  it('goes on undisturbed while anything else changes', () => {
    const tones = new SilentTones();
    const callTones = new CallTones(tones, ringTone);
    callTones.update([makeRinging('normal')]);
    callTones.update([makeRinging('normal', { subject: 'known by now' })]);
    expect(tones.log).toEqual(['normal again and again']);
  });

  it('gives way to a call that matters more, and comes back', () => {
    const tones = new SilentTones();
    const callTones = new CallTones(tones, ringTone);
    const normal = makeRinging('normal', { id: 'a' });
    callTones.update([normal]);
    callTones.update([normal, makeRinging('emergency', { id: 'b' })]);
    callTones.update([normal]);
    expect(tones.log).toEqual([
      'normal again and again',
      'stop normal',
      'emergency again and again',
      'stop emergency',
      'normal again and again',
    ]);
  });
});
