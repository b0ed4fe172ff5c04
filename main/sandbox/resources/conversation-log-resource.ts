import type { ConversationLog } from '../model/conversation-log.ts';
import type { Application } from '../model/entities.ts';
import { type Resource, ucwaDate } from '../model/json.ts';
import { contactHref, conversationLogHref, missedItemsHref } from './hrefs.ts';

export function missedItemsResource(application: Application): Resource {
  const { conversationLogs } = application.account;
  return {
    rel: 'missedItems',
    missedConversationsCount: conversationLogs.length,
    unreadMissedConversationsCount: conversationLogs.filter(({ isRead }) => !isRead).length,
    conversationLogsCount: conversationLogs.length,
    conversationLogsNotifications: 'Enabled',
    unreadVoicemailsCount: 0,
    voiceMailsCount: 0,
    _links: { self: { href: missedItemsHref(application) } },
  };
}

export function conversationLogResource(application: Application, log: ConversationLog): Resource {
  const self = conversationLogHref(application, log);
  const contact = contactHref(application, log.from.uri);
  return {
    rel: 'conversationLog',
    creationTime: ucwaDate(log.createdMs),
    direction: 'Incoming',
    importance: log.importance,
    modalities: log.modalities,
    previewMessage: log.previewMessage,
    status: log.status,
    subject: log.subject,
    threadId: log.threadId,
    totalRecipientsCount: 1,
    type: log.type,
    _links: { self: { href: self }, markAsRead: { href: `${self}/markAsRead` } },
    _embedded: {
      conversationLogRecipient: [
        {
          rel: 'conversationLogRecipient',
          displayName: log.from.name,
          sipUri: log.from.uri,
          _links: {
            self: { href: `${self}/conversationLogRecipient` },
            contact: { href: contact },
            contactPresence: { href: `${contact}/presence` },
          },
        },
      ],
    },
  };
}
