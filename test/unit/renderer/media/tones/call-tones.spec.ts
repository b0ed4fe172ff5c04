import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../app/domain/call.ts';
import { newConversation } from '../../../../../app/domain/conversation.ts';
import {
  CallTones,
  progressTones,
  ringTones,
} from '../../../../../renderer/media/tones/call-tones.ts';
import type { ToneName } from '../../../../../renderer/media/tones/tone-patterns.ts';
import type { Tones } from '../../../../../renderer/media/tones/tone-player.ts';
import { makeCall, makeCalls, makeRinging, makeState } from '../../make-call.ts';

const of = (...calls: readonly Call[]) => makeState(makeCalls(...calls));

/** Writes down what sounds. */
class SilentTones implements Tones {
  readonly log: string[] = [];

  play(tone: ToneName, repeat: boolean): () => void {
    this.log.push(`${tone}${repeat ? ' again and again' : ''}`);
    return () => this.log.push(`stop ${tone}`);
  }

  setSpeaker(): void {}
}

describe('ringTones', () => {
  it('is silent when nothing rings, or when the plan is silent', () => {
    expect(ringTones(of())).toEqual([]);
    expect(ringTones(of(makeCall(), makeRinging(null)))).toEqual([]);
  });

  it('is the most insistent of the calls that ring', () => {
    const calls = [
      makeRinging('normal', { id: 'a' }),
      makeRinging('emergency', { id: 'b' }),
      makeRinging('urgent', { id: 'c' }),
    ];
    expect(ringTones(of(...calls))[0]).toMatchObject({ tone: 'emergency', repeat: true });
  });

  it('ends with the ringing, whatever the plan said', () => {
    expect(ringTones(of(makeRinging('urgent', { phase: 'connecting' })))).toEqual([]);
  });
});

describe('progressTones', () => {
  it('is the ringback only while it rings over there', () => {
    const inviting = makeCall({ phase: 'inviting' });
    expect(progressTones(of(inviting))).toEqual([]);
    expect(progressTones(of({ ...inviting, remoteAlerting: true }))[0]?.tone).toBe('ringback');
    expect(progressTones(of(makeCall({ phase: 'connecting', remoteAlerting: true })))).toEqual([]);
  });

  it('gives way to what the other side lets the user hear', () => {
    const early = makeCall({ phase: 'inviting', remoteAlerting: true, earlyMedia: true });
    expect(progressTones(of(early))).toEqual([]);
  });

  it('is the busy tone, once, when the other side is busy', () => {
    const busy = makeCall({ phase: 'ended', outcome: { kind: 'busy' } });
    expect(progressTones(of(busy))).toEqual([{ key: 'call-1', tone: 'busy', repeat: false }]);
    expect(progressTones(of({ ...busy, direction: 'Incoming' }))).toEqual([]);
  });
});

describe('CallTones', () => {
  it('stops at once when the call is taken', () => {
    const tones = new SilentTones();
    const callTones = new CallTones(tones, ringTones);
    callTones.update(of(makeRinging('normal')));
    callTones.update(of(makeRinging('normal', { phase: 'connecting' })));
    expect(tones.log).toEqual(['normal again and again', 'stop normal']);
  });

  it('goes on undisturbed while anything else changes', () => {
    const tones = new SilentTones();
    const callTones = new CallTones(tones, ringTones);
    callTones.update(of(makeRinging('normal')));
    callTones.update(of(makeRinging('normal', { subject: 'known by now' })));
    expect(tones.log).toEqual(['normal again and again']);
  });

  it('gives way to a call that matters more, and comes back', () => {
    const tones = new SilentTones();
    const callTones = new CallTones(tones, ringTones);
    const normal = makeRinging('normal', { id: 'a' });
    callTones.update(of(normal));
    callTones.update(of(normal, makeRinging('emergency', { id: 'b' })));
    callTones.update(of(normal));
    expect(tones.log).toEqual([
      'normal again and again',
      'stop normal',
      'emergency again and again',
      'stop emergency',
      'normal again and again',
    ]);
  });

  it('sounds once for each message, and not late for one that came while something rang', () => {
    const tones = new SilentTones();
    const callTones = new CallTones(tones, ringTones);
    const written = (...ids: readonly string[]) => ({
      conversations: { c1: makeUnread(ids) },
    });
    callTones.update(makeState(written('a')));
    callTones.update(makeState(written('a', 'b')));
    expect(tones.log).toEqual(['soft', 'stop soft', 'soft']);
    tones.log.length = 0;
    callTones.update(makeState({ ...written('a', 'b', 'c'), ...makeCalls(makeRinging('normal')) }));
    callTones.update(makeState(written('a', 'b', 'c')));
    expect(tones.log).toEqual(['stop soft', 'normal again and again', 'stop normal']);
  });
});

const makeUnread = (ids: readonly string[]) =>
  newConversation({
    ...{ id: 'c1', state: 'Connected', startedAtMs: 0, unread: ids.length },
    alert: {
      ...{ notification: null, ringWindow: null, takeFocus: false, flash: false },
      ...{ ring: { tone: 'soft', repeat: false }, tray: 'quiet', acknowledge: false },
    },
    messages: ids.map((id) => ({
      ...({ id, direction: 'Incoming', from: null, delivery: 'received' } as const),
      ...{ content: { text: id, html: null }, failedFor: [], sentAtMs: 0 },
    })),
  });
