import { describe, expect, it } from 'vitest';
import { type AwayFindings, type AwayItem, digestOf } from '../../../../app/domain/away.ts';
import type { RecentCall } from '../../../../app/domain/history.ts';

const minuteMs = 60_000;
const sam = { uri: 'sip:sam@parley.test', name: 'Sam Okafor' };
const kim = { uri: 'sip:kim@parley.test', name: 'Kim Lee' };

const recent = (change: Partial<RecentCall> = {}): RecentCall => ({
  ...({ type: 'call', source: 'parley', conversationId: 'c-1', onlineMeetingUri: null } as const),
  id: 'call-1',
  kind: 'direct',
  direction: 'Incoming',
  remote: sam,
  modality: 'audio',
  importance: 'Normal',
  subject: '',
  threadId: null,
  startedAtMs: 10 * minuteMs,
  durationMs: null,
  outcome: { kind: 'missed' },
  ...change,
});

const item = (change: Partial<AwayItem> = {}): AwayItem => ({
  id: 'log-1',
  kind: 'call',
  from: sam,
  atMs: 10 * minuteMs,
  subject: '',
  importance: 'Normal',
  preview: '',
  ...change,
});

const findings = (change: Partial<AwayFindings> = {}): AwayFindings => ({
  fromMs: 5 * minuteMs,
  untilMs: 20 * minuteMs,
  seen: [],
  remembered: [],
  before: { conversations: 0, voicemails: 0 },
  after: { conversations: 0, voicemails: 0 },
  ...change,
});

it('is none when nothing came', () => {
  expect(digestOf(null, findings())).toBeNull();
});

it('lists what came, newest first', () => {
  const remembered = [
    item({ id: 'old', atMs: 6 * minuteMs, kind: 'message', preview: 'Lunch?' }),
    item({ id: 'new', atMs: 12 * minuteMs, kind: 'meeting', from: kim }),
  ];
  const digest = digestOf(null, findings({ seen: [recent()], remembered }));
  expect(digest?.items.map(({ id }) => id)).toEqual(['new', 'call-1', 'old']);
});

describe('calls that Parley saw', () => {
  it.each<[string, Partial<RecentCall>]>([
    ['answered', { outcome: { kind: 'answered' } }],
    ['declined', { outcome: { kind: 'declined' } }],
    ['taken elsewhere', { outcome: { kind: 'answeredElsewhere', by: null } }],
    ['outgoing', { direction: 'Outgoing' }],
  ])('are not listed when they were %s', (_how, change) => {
    expect(digestOf(null, findings({ seen: [recent(change)] }))).toBeNull();
  });

  it('are listed once though the server remembers them, too', () => {
    const remembered = [
      item({ from: { ...sam, uri: 'SIP:Sam@parley.test' }, atMs: 11 * minuteMs }),
    ];
    const digest = digestOf(null, findings({ seen: [recent()], remembered }));
    expect(digest?.items.map(({ id }) => id)).toEqual(['call-1']);
  });

  it.each<[string, Partial<AwayItem>]>([
    ['another person', { from: kim }],
    ['another time', { atMs: 15 * minuteMs }],
    ['a message', { kind: 'message' }],
  ])('are not taken for %s', (_what, change) => {
    const digest = digestOf(null, findings({ seen: [recent()], remembered: [item(change)] }));
    expect(digest?.items).toHaveLength(2);
  });
});

describe('what the server counts', () => {
  const before = { conversations: 3, voicemails: 1 };

  it('beside what is named is told as a number, so that nothing is missing', () => {
    const after = { conversations: 6, voicemails: 2 };
    const digest = digestOf(null, findings({ seen: [recent()], before, after }));
    expect(digest).toMatchObject({ unnamed: 2, voicemails: 1 });
  });

  it('may be less than before: the user read it elsewhere', () => {
    const after = { conversations: 0, voicemails: 0 };
    expect(digestOf(null, findings({ before, after }))).toBeNull();
  });

  it('is of no use when it is not known', () => {
    expect(digestOf(null, findings({ before: null, after: before }))).toBeNull();
    expect(digestOf(null, findings({ before, after: null }))).toBeNull();
  });
});

describe('an earlier digest that was not dismissed', () => {
  const earlier = digestOf(
    null,
    findings({ seen: [recent()], after: { conversations: 2, voicemails: 1 } }),
  );

  it('is added to, each thing once', () => {
    const seen = [recent(), recent({ id: 'call-2', startedAtMs: 30 * minuteMs })];
    const later = findings({ fromMs: 25 * minuteMs, untilMs: 40 * minuteMs, seen });
    expect(digestOf(earlier, later)).toMatchObject({
      fromMs: 5 * minuteMs,
      untilMs: 40 * minuteMs,
      items: [{ id: 'call-2' }, { id: 'call-1' }],
      unnamed: 1,
      voicemails: 1,
    });
  });

  it('grows no longer than anybody reads', () => {
    const remembered = Array.from({ length: 200 }, (_, index) =>
      item({ id: `log-${index}`, from: kim }),
    );
    expect(digestOf(earlier, findings({ remembered }))?.items).toHaveLength(50);
  });
});
