import { challenge, ticketOf } from '../auth/authorize.ts';
import type { OutgoingEvent } from '../events/event.ts';
import type { PollOutcome } from '../events/event-channel.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Answer, noReply, type Reply } from '../http/reply.ts';
import { applicationNotFound, invalidParameters, notFound, UcwaError } from '../http/ucwa-error.ts';
import type { EventChannelTimes } from '../options.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';

function numberOf(exchange: Exchange, name: string): number | undefined {
  const text = exchange.query(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw invalidParameters([{ name, reason: 'Invalid' }]);
  return value;
}

function timesOf(exchange: Exchange): Partial<EventChannelTimes> {
  const lowSeconds = numberOf(exchange, 'low');
  const mediumSeconds = numberOf(exchange, 'medium');
  const timeoutSeconds = numberOf(exchange, 'timeout');
  return {
    ...(lowSeconds === undefined ? {} : { lowSeconds }),
    ...(mediumSeconds === undefined ? {} : { mediumSeconds }),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  };
}

function traceWritten(
  { world, application }: ApplicationContext,
  events: readonly OutgoingEvent[],
): void {
  for (const { event } of events) {
    world.trace('event-written', {
      user: application.account.key,
      applicationId: application.id,
      rel: event.link.rel,
      type: event.type,
      href: event.link.href,
      ...(event.link.rel === 'audioVideoInvitation'
        ? { invitationId: event.link.href.split('/').pop() }
        : {}),
    });
  }
}

function written(context: ApplicationContext, events: readonly OutgoingEvent[]): void {
  traceWritten(context, events);
  for (const { onDelivered } of events) onDelivered?.();
}

function rawReply(outcome: PollOutcome & { kind: 'raw' }): Reply {
  const { status, contentType, body, truncated } = outcome.raw;
  const headers = { 'Content-Type': contentType };
  if (truncated !== true) return { status, headers, body };
  return { status, headers, body, announcedLength: Buffer.byteLength(body) + 1000 };
}

/** The hanging GET of the event channel. */
async function poll(context: ApplicationContext): Promise<Answer> {
  const { world, application, exchange } = context;
  const ack = Number(exchange.query('ack') ?? '1');
  if (!Number.isInteger(ack) || ack < 1)
    throw invalidParameters([{ name: 'ack', reason: 'Invalid' }]);
  const channel = application.channels.get(exchange.query('instanceId') ?? '');
  if (channel === undefined) throw notFound('No such instance of this application.');
  const outcome = await channel.poll({
    ack,
    times: timesOf(exchange),
    priority: numberOf(exchange, 'priority') ?? 0,
    signal: exchange.signal,
    ticket: ticketOf(exchange),
  });
  switch (outcome.kind) {
    case 'body':
      return {
        status: 200,
        document: { kind: 'events', value: outcome.body },
        onWrite: () => written(context, outcome.fresh),
      };
    case 'raw':
      return rawReply(outcome);
    case 'replaced':
      throw new UcwaError(
        409,
        'PGetReplaced',
        'A newer event request has taken the place of this one.',
      );
    case 'ended':
      throw applicationNotFound();
    case 'unauthorized':
      return challenge(world, exchange);
    case 'abandoned':
      return noReply;
  }
}

export const eventsRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'events', handler: poll },
];
