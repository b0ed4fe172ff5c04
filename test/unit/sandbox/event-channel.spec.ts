import { beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingEvent, Priority } from '../../../main/sandbox/events/event.ts';
import { EventChannel, type PollOutcome } from '../../../main/sandbox/events/event-channel.ts';
import { HandTimers } from './hand-timers.ts';

const times = {
  lowSeconds: 15,
  mediumSeconds: 5,
  timeoutSeconds: 180,
  minimumSeconds: 5,
  maximumSeconds: 1800,
};

let timers: HandTimers;
let channel: EventChannel;
let resumed: number;

beforeEach(() => {
  timers = new HandTimers();
  resumed = 0;
  channel = new EventChannel({
    timers,
    times,
    href: (ack) => `events?ack=${ack}`,
    onResumed: () => {
      resumed += 1;
    },
  });
});

function event(
  name: string,
  priority: Priority = 'High',
  sender = 'communication',
  type = 'added',
): OutgoingEvent {
  return {
    sender: { rel: sender, href: `/${sender}` },
    priority,
    event: { link: { rel: name, href: `/${name}` }, type },
  };
}

/** A poll whose outcome can be looked at without waiting. */
function poll(ack: number, more: Partial<Parameters<EventChannel['poll']>[0]> = {}) {
  const aborter = new AbortController();
  const seen: { outcome: PollOutcome | undefined } = { outcome: undefined };
  const done = channel
    .poll({ ack, times: {}, priority: 0, signal: aborter.signal, ticket: 'ticket', ...more })
    .then((outcome) => {
      seen.outcome = outcome;
      return outcome;
    });
  return { done, seen, abort: () => aborter.abort() };
}

async function body(polled: { done: Promise<PollOutcome> }) {
  const outcome = await polled.done;
  if (outcome.kind !== 'body') throw new Error(`no body but ${outcome.kind}`);
  return outcome.body;
}

describe('aggregation', () => {
  it('sends High at once and takes along what waits, in order', async () => {
    const polled = poll(1);
    channel.push(event('presence', 'Low', 'me'));
    channel.push(event('invitation'));
    await timers.settle();
    expect((await body(polled)).sender).toEqual([
      {
        rel: 'me',
        href: '/me',
        events: [{ link: { rel: 'presence', href: '/presence' }, type: 'added' }],
      },
      {
        rel: 'communication',
        href: '/communication',
        events: [{ link: { rel: 'invitation', href: '/invitation' }, type: 'added' }],
      },
    ]);
  });

  it.each([
    ['Medium', 5],
    ['Low', 15],
  ] as const)('holds %s back for %i seconds', async (priority, seconds) => {
    const polled = poll(1);
    channel.push(event('note', priority));
    await timers.advance(seconds * 1000 - 1);
    expect(polled.seen.outcome).toBeUndefined();
    await timers.advance(1);
    expect(polled.seen.outcome?.kind).toBe('body');
  });

  it('remembers the times a client asked for, raised to the minimum', async () => {
    const first = poll(1, { times: { mediumSeconds: 1, lowSeconds: 60 } });
    channel.push(event('a'));
    await body(first);
    const second = poll(2);
    channel.push(event('b', 'Medium'));
    await timers.advance(4_999);
    expect(second.seen.outcome).toBeUndefined();
    await timers.advance(1);
    expect(second.seen.outcome?.kind).toBe('body');
  });

  it('merges repeated updates of less urgent resources', async () => {
    channel.push(event('presence', 'Medium', 'me', 'updated'));
    channel.push(event('presence', 'Medium', 'me', 'updated'));
    channel.push(event('call'));
    const rels = (await body(poll(1))).sender?.map(({ rel }) => rel);
    expect(rels).toEqual(['me', 'communication']);
  });

  it('names a sender again when another spoke in between', async () => {
    channel.push(event('a'));
    channel.push(event('b', 'High', 'conversation'));
    channel.push(event('c'));
    const rels = (await body(poll(1))).sender?.map(({ rel }) => rel);
    expect(rels).toEqual(['communication', 'conversation', 'communication']);
  });
});

describe('acknowledgement', () => {
  it('answers with links only when nothing happens in time', async () => {
    const polled = poll(1);
    await timers.advance(180_000);
    expect(await body(polled)).toEqual({
      _links: { self: { href: 'events?ack=1' }, next: { href: 'events?ack=2' } },
    });
  });

  it('serves an unacknowledged body again, and new events only after it', async () => {
    channel.push(event('a'));
    const first = await body(poll(1));
    channel.push(event('b'));
    expect(await body(poll(1))).toBe(first);
    expect(JSON.stringify(await body(poll(2)))).toContain('/b');
  });

  it.each([0, 5])('points to resync for number %i', async (ack) => {
    expect((await body(poll(ack)))._links).toEqual({
      self: { href: `events?ack=${ack}` },
      resync: { href: 'events?ack=1' },
    });
  });

  it('replaces an older request with the same number', async () => {
    const older = poll(1);
    const newer = poll(1);
    expect((await older.done).kind).toBe('replaced');
    channel.push(event('a'));
    expect(JSON.stringify(await body(newer))).toContain('/a');
  });

  it('keeps events of a client that went away', async () => {
    const gone = poll(1);
    gone.abort();
    expect((await gone.done).kind).toBe('abandoned');
    channel.push(event('a'));
    expect(JSON.stringify(await body(poll(1)))).toContain('/a');
  });
});

describe('breaks', () => {
  it('answers raw without using up events or the number', async () => {
    channel.push(event('a'));
    channel.answerRaw({ status: 502, contentType: 'text/html', body: 'bad gateway' });
    expect((await poll(1).done).kind).toBe('raw');
    expect(JSON.stringify(await body(poll(1)))).toContain('/a');
  });

  it('resumes when the client follows, with the default times again', async () => {
    const first = poll(1, { times: { mediumSeconds: 60 } });
    channel.breakWith('resume');
    await timers.settle();
    expect(Object.keys((await body(first))._links)).toEqual(['self', 'resume']);
    expect(resumed).toBe(0);
    const second = poll(2);
    expect(resumed).toBe(1);
    channel.push(event('a', 'Medium'));
    await timers.advance(5_000);
    expect(second.seen.outcome?.kind).toBe('body');
  });

  it('ends a request only when its ticket is bad', async () => {
    const polled = poll(1, { ticket: 'mine' });
    channel.end('unauthorized', (ticket) => ticket === 'other');
    expect(channel.hanging).toBe(true);
    channel.end('unauthorized', (ticket) => ticket === 'mine');
    expect((await polled.done).kind).toBe('unauthorized');
  });
});

describe('priority', () => {
  it('of a later request that is lower: it is the one that is replaced', async () => {
    const hanging = poll(1, { priority: 2 });
    expect((await poll(1, { priority: 1 }).done).kind).toBe('replaced');
    expect(hanging.seen.outcome).toBeUndefined();
  });

  it.each([2, 3])(
    'of a later request that is %i beside 2: it takes the place',
    async (priority) => {
      const hanging = poll(1, { priority: 2 });
      const later = poll(1, { priority });
      expect((await hanging.done).kind).toBe('replaced');
      expect(later.seen.outcome).toBeUndefined();
    },
  );
});

it('lowers what a client asks for to the largest value', async () => {
  const { seen } = poll(1, { times: { mediumSeconds: 9999, timeoutSeconds: 9999 } });
  channel.push(event('presence', 'Medium'));
  await timers.advance(1800 * 1000 - 1);
  expect(seen.outcome).toBeUndefined();
  await timers.advance(1);
  expect(seen.outcome?.kind).toBe('body');
});
