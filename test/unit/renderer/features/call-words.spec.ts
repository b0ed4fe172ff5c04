import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../app/domain/call.ts';
import { type CallOutcome, callFailureReasons } from '../../../../app/domain/call-outcome.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import { callStatus } from '../../../../renderer/features/calls/call-status.ts';
import { outcomeText } from '../../../../renderer/features/calls/outcome-text.ts';
import { makeCall, makeRinging, sam } from '../make-call.ts';

const { translate } = createTranslator('en');

describe('the state of a call in words', () => {
  const held = (hold: Partial<Call['hold']>): Call =>
    makeCall({ hold: { local: false, remote: false, pending: false, ...hold } });

  it.each<[string, Call]>([
    ['Calling…', makeCall({ phase: 'inviting', media: null })],
    ['Ringing…', makeCall({ phase: 'inviting', remoteAlerting: true })],
    ['Ringing… You hear the other side.', makeCall({ phase: 'inviting', earlyMedia: true })],
    ['Incoming call', makeRinging('normal')],
    ['Connecting…', makeCall({ phase: 'connecting', media: 'connecting' })],
    ['Connecting…', makeCall({ media: 'connecting' })],
    ['Connected', makeCall()],
    ['Reconnecting…', makeCall({ media: 'disconnected' })],
    ['The media connection failed', makeCall({ media: 'failed' })],
    ['Putting on hold…', held({ pending: true })],
    ['On hold by you', held({ local: true })],
    ['Resuming…', held({ local: true, pending: true })],
    ['Sam Okafor put you on hold', held({ remote: true })],
    ['On hold by both of you', held({ local: true, remote: true })],
    ['You are being transferred…', makeCall({ transferring: true })],
    ['Call ended', makeCall({ phase: 'ended' })],
  ])('%s', (words, call) => {
    expect(translate(callStatus(call), { name: call.remote.name })).toBe(words);
  });
});

describe('the outcome of a call in words', () => {
  const say = (direction: Call['direction'], outcome: CallOutcome): string => {
    const { key, values } = outcomeText({ direction, remote: sam, outcome });
    return translate(key, values);
  };

  it.each<[Call['direction'], CallOutcome, string]>([
    ['Outgoing', { kind: 'answered' }, 'Call ended'],
    ['Outgoing', { kind: 'declined' }, 'Sam Okafor declined'],
    ['Incoming', { kind: 'declined' }, 'You declined'],
    ['Outgoing', { kind: 'busy' }, 'Sam Okafor is busy'],
    ['Outgoing', { kind: 'missed' }, 'No answer'],
    ['Incoming', { kind: 'missed' }, 'Missed call'],
    ['Outgoing', { kind: 'cancelled' }, 'You cancelled'],
    ['Incoming', { kind: 'cancelled' }, 'Sam Okafor gave up'],
    ['Incoming', { kind: 'answeredElsewhere', by: null }, 'Answered on another device'],
    [
      'Incoming',
      { kind: 'answeredElsewhere', by: { uri: 'sip:kim@example.test', name: 'Kim Lee' } },
      'Answered by Kim Lee',
    ],
    [
      'Outgoing',
      { kind: 'failed', reason: 'unreachable', detail: null },
      'Sam Okafor is not signed in anywhere',
    ],
  ])('%s %o: %s', (direction, outcome, words) => {
    expect(say(direction, outcome)).toBe(words);
  });

  it('has its own words for every reason of a failure', () => {
    const words = callFailureReasons.map((reason) =>
      say('Outgoing', { kind: 'failed', reason, detail: null }),
    );
    expect(words.every((text) => !text.includes('outcome.') && !text.includes('{{'))).toBe(true);
    expect(new Set(words).size).toBe(callFailureReasons.length);
  });
});
