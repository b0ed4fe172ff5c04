import { markAsRead } from '../history/missed.ts';
import { noContent, ok, type Reply } from '../http/reply.ts';
import { invalidParameters, notFound } from '../http/ucwa-error.ts';
import type { ConversationLog } from '../model/conversation-log.ts';
import {
  conversationLogResource,
  missedItemsResource,
} from '../resources/conversation-log-resource.ts';
import { conversationLogHref, conversationLogsHref } from '../resources/hrefs.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';

/** Newest first; the logs are only linked to. */
function conversationLogs({ application, exchange }: ApplicationContext): Reply {
  const limit = Number(exchange.query('limit') ?? '100');
  if (!Number.isInteger(limit) || limit < 0) {
    throw invalidParameters([{ name: 'limit', reason: 'Invalid' }]);
  }
  const logs = application.account.conversationLogs.slice(0, limit);
  return ok({
    rel: 'conversationLogs',
    _links: {
      self: { href: conversationLogsHref(application) },
      conversationLog: logs.map((log) => ({ href: conversationLogHref(application, log) })),
    },
  });
}

function logOf({ application, params }: ApplicationContext): ConversationLog {
  const log = application.account.conversationLogs.find(({ id }) => id === params.log);
  if (log === undefined) throw notFound('There is no such conversation log.');
  return log;
}

export const historyRoutes: readonly ApplicationRoute[] = [
  {
    method: 'GET',
    path: 'communication/missedItems',
    handler: ({ application }) => ok(missedItemsResource(application)),
  },
  { method: 'GET', path: 'communication/conversationLogs', handler: conversationLogs },
  {
    method: 'GET',
    path: 'communication/conversationLogs/:log',
    handler: (context) => ok(conversationLogResource(context.application, logOf(context))),
  },
  {
    method: 'POST',
    path: 'communication/conversationLogs/:log/markAsRead',
    handler: (context) => {
      markAsRead(context.world, context.application.account, logOf(context));
      return noContent;
    },
  },
];
