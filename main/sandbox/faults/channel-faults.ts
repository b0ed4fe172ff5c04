import { z } from 'zod';
import type { EventChannel } from '../events/event-channel.ts';
import { noReply } from '../http/reply.ts';
import type { Fault, FaultyRequest, RequestPattern } from './fault.ts';

const polls: RequestPattern = { method: 'GET', path: /^\/events$/i };

const sentEvent = z.looseObject({
  type: z.string(),
  link: z.looseObject({ href: z.string() }),
});
const eventsBody = z.looseObject({
  sender: z.array(z.looseObject({ events: z.array(sentEvent) })).optional(),
});

/** A body without the starts of what it also completes. */
function merged(body: z.infer<typeof eventsBody>): z.infer<typeof eventsBody> {
  const completed = new Set(
    (body.sender ?? [])
      .flatMap(({ events }) => events)
      .filter(({ type }) => type === 'completed')
      .map(({ link }) => link.href),
  );
  const sender = body.sender?.map((each) => ({
    ...each,
    events: each.events.filter(({ type, link }) => type !== 'started' || !completed.has(link.href)),
  }));
  return { ...body, ...(sender === undefined ? {} : { sender }) };
}

function channelOf({ application, exchange }: FaultyRequest): EventChannel | undefined {
  return application?.channels.get(exchange.query('instanceId') ?? '');
}

function breaking(kind: 'resync' | 'resume'): NonNullable<Fault['before']> {
  return (request) => {
    channelOf(request)?.breakWith(kind);
    return undefined;
  };
}

/** What goes wrong with the event channel. */
export const channelFaults: readonly Fault[] = [
  {
    name: 'resync',
    description: 'every fourth event request is told to start over with resync; events wait',
    on: polls,
    every: 4,
    before: breaking('resync'),
  },
  {
    name: 'resume',
    description:
      'every fourth event request is told to resume; conversations and subscriptions end',
    on: polls,
    every: 4,
    before: breaking('resume'),
  },
  {
    name: 'events-html',
    description: 'every third event request is answered by a proxy: 504 and an HTML page',
    on: polls,
    every: 3,
    before: () => ({
      status: 504,
      headers: { 'Content-Type': 'text/html' },
      body: '<!DOCTYPE html><html><body><h1>Gateway Timeout</h1></body></html>',
    }),
  },
  {
    name: 'events-merged',
    description: 'what starts and completes within one body (JSON) is only seen to complete',
    on: polls,
    after: (_request, answer) => {
      if (answer === noReply || answer.status !== 200) return answer;
      if (!/json/.test(String(answer.headers?.['Content-Type']))) return answer;
      const body = eventsBody.safeParse(JSON.parse(String(answer.body)));
      return body.success ? { ...answer, body: JSON.stringify(merged(body.data)) } : answer;
    },
  },
];
