import { startCall } from '../calls/start-call.ts';
import { startChat } from '../chat/chat.ts';
import { publishMissedItems } from '../history/archive-conversation.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import type { ConversationLog } from '../model/conversation-log.ts';
import { watchingPresence } from '../presence/presence.ts';
import {
  conversationLogResource,
  conversationLogsResource,
  missedItemsResource,
  transcriptResource,
  transcriptsResource,
} from '../resources/conversation-log-resource.ts';
import { invitationHref } from '../resources/hrefs.ts';
import { sdpOfHref } from '../sdp/offer.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';
import { firstMessage } from './first-message.ts';

/** Entries in a list when the client names no limit. */
const usualLimit = 100;

function logOf({ application, params }: ApplicationContext): ConversationLog {
  const log = application.account.logs.find(params.log);
  if (log === undefined) throw notFound('There is no such entry.');
  return log;
}

function list({ application, exchange }: ApplicationContext): Reply {
  const input = new Input(exchange);
  const limit = input.number('limit', { min: 0, max: Number.MAX_SAFE_INTEGER }) ?? usualLimit;
  input.check();
  return ok(conversationLogsResource(application, limit));
}

function tellAll({ world, application }: ApplicationContext): void {
  for (const own of world.applicationsOf(application.account)) publishMissedItems(own);
}

function markAsRead(context: ApplicationContext): Reply {
  logOf(context).read = true;
  tellAll(context);
  return noContent;
}

function remove(context: ApplicationContext): Reply {
  context.application.account.logs.remove(logOf(context));
  tellAll(context);
  return noContent;
}

function transcripts(context: ApplicationContext): Reply {
  const input = new Input(context.exchange);
  const offset = input.number('offset', { min: 0, max: Number.MAX_SAFE_INTEGER }) ?? 0;
  input.check();
  return ok(transcriptsResource(context.application, logOf(context), offset));
}

function transcript(context: ApplicationContext): Reply {
  const log = logOf(context);
  const found = log.transcripts.find(({ id }) => id === context.params.transcript);
  if (found === undefined) throw notFound();
  return ok(transcriptResource(context.application, log, found));
}

/** Whom a past conversation is taken up with, and under what. */
function again(context: ApplicationContext): {
  readonly toUri: string;
  readonly topic: Pick<ConversationLog, 'importance' | 'subject' | 'threadId'>;
} {
  const { recipients, importance, subject, threadId } = logOf(context);
  const [recipient, ...more] = recipients;
  if (recipient === undefined || more.length > 0)
    throw new UcwaError(409, undefined, 'The conversation was not with one person.');
  return { toUri: recipient.uri, topic: { importance, subject, threadId } };
}

function continueMessaging(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const target = again(context);
  const input = new Input(exchange);
  const operationId = input.string('operationId', { maxLength: 50 });
  const message = firstMessage(input);
  input.check();
  const request = { ...target, operationId, message };
  return created(invitationHref(startChat(world, application, request)));
}

/** continueAudio and continueAudioVideo. */
function continueCall(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const target = again(context);
  const input = new Input(exchange);
  const request = {
    ...target,
    operationId: input.string('operationId', { maxLength: 50 }),
    sessionContext: input.string('sessionContext', { maxLength: 50 }),
    joinAudioMuted: input.boolean('joinAudioMuted'),
    joinVideoMuted: input.boolean('joinVideoMuted'),
    offer: sdpOfHref(input.href('mediaOffer') ?? '') ?? '',
  };
  if (request.offer === '') input.reject('mediaOffer');
  input.check();
  const leg = watchingPresence(world, () => startCall(world, application, request));
  return created(invitationHref(leg.invitation));
}

const logs = 'communication/conversationLogs';
const one = `${logs}/:log`;

export const conversationLogRoutes: readonly ApplicationRoute[] = [
  {
    method: 'GET',
    path: 'communication/missedItems',
    handler: ({ application }) => ok(missedItemsResource(application)),
  },
  { method: 'GET', path: logs, handler: list },
  {
    method: 'GET',
    path: one,
    handler: (context) => ok(conversationLogResource(context.application, logOf(context))),
  },
  { method: 'DELETE', path: one, handler: remove },
  { method: 'POST', path: `${one}/markAsRead`, handler: markAsRead },
  { method: 'GET', path: `${one}/conversationLogTranscripts`, handler: transcripts },
  { method: 'GET', path: `${one}/conversationLogTranscripts/:transcript`, handler: transcript },
  { method: 'POST', path: `${one}/continueMessaging`, handler: continueMessaging },
  { method: 'POST', path: `${one}/continueAudio`, handler: continueCall },
  { method: 'POST', path: `${one}/continueAudioVideo`, handler: continueCall },
];
