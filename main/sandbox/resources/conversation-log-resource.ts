import type { ConversationLog, Transcript } from '../model/conversation-log.ts';
import type { Application } from '../model/entities.ts';
import { type JsonObject, type Resource, ucwaDate } from '../model/json.ts';
import { textDataUri } from '../sdp/data-uri.ts';
import {
  contactHref,
  conversationLogHref,
  conversationLogsHref,
  meHref,
  missedItemsHref,
} from './hrefs.ts';

/** Transcripts in one answer. */
const pageSize = 20;
const previewLength = 100;

export function conversationLogsResource(application: Application, limit: number): Resource {
  const shown = application.account.logs.all.slice(0, limit);
  return {
    rel: 'conversationLogs',
    _links: {
      self: { href: conversationLogsHref(application) },
      conversationLog: shown.map((log) => ({ href: conversationLogHref(application, log) })),
    },
  };
}

export function missedItemsResource(application: Application): Resource {
  const { all } = application.account.logs;
  const missed = all.filter(({ status }) => status === 'Missed');
  return {
    rel: 'missedItems',
    missedConversationsCount: missed.length,
    unreadMissedConversationsCount: missed.filter(({ read }) => !read).length,
    conversationLogsCount: all.length,
    conversationLogsNotifications: 'Enabled',
    unreadVoicemailsCount: 0,
    voiceMailsCount: 0,
    _links: { self: { href: missedItemsHref(application) } },
  };
}

function typeOf({ onlineMeetingUri, modalities }: ConversationLog): string {
  if (onlineMeetingUri !== undefined) return 'ConferenceLog';
  if (modalities.includes('Video')) return 'VideoLog';
  return modalities.includes('Audio') ? 'AudioLog' : 'MessageLog';
}

/** How the last words began, if they were plain text. */
function previewOf({ transcripts }: ConversationLog): string | undefined {
  const last = transcripts.at(-1);
  return last?.format === 'Plain' ? last.text.trim().slice(0, previewLength) : undefined;
}

function recipientResource(
  application: Application,
  log: ConversationLog,
  { uri, name }: ConversationLog['recipients'][number],
): Resource {
  const contact = contactHref(application, uri);
  return {
    rel: 'conversationLogRecipient',
    displayName: name,
    sipUri: uri,
    _links: {
      self: {
        href: `${conversationLogHref(application, log)}/recipients/${uri.replace(/^sip:/i, '')}`,
      },
      contact: { href: contact },
      contactPhoto: { href: `${contact}/contactPhoto` },
      contactPresence: { href: `${contact}/contactPresence` },
    },
  };
}

/** Only with one person can a conversation be taken up again. */
function continuations(self: string, log: ConversationLog): JsonObject {
  if (log.recipients.length !== 1 || log.onlineMeetingUri !== undefined) return {};
  return {
    continueMessaging: { href: `${self}/continueMessaging` },
    continueAudio: { href: `${self}/continueAudio` },
    continueAudioVideo: { href: `${self}/continueAudioVideo` },
  };
}

export function conversationLogResource(application: Application, log: ConversationLog): Resource {
  const self = conversationLogHref(application, log);
  return {
    rel: 'conversationLog',
    creationTime: ucwaDate(log.creationMs),
    direction: log.direction,
    importance: log.importance,
    modalities: log.modalities,
    onlineMeetingUri: log.onlineMeetingUri,
    previewMessage: previewOf(log),
    status: log.status,
    subject: log.subject,
    threadId: log.threadId,
    totalRecipientsCount: log.recipients.length,
    type: typeOf(log),
    _links: {
      self: { href: self },
      ...continuations(self, log),
      conversationLogTranscripts: { href: `${self}/conversationLogTranscripts` },
      markAsRead: { href: `${self}/markAsRead` },
    },
    _embedded: {
      conversationLogRecipient: log.recipients.map((recipient) =>
        recipientResource(application, log, recipient),
      ),
    },
  };
}

export function transcriptResource(
  application: Application,
  log: ConversationLog,
  { id, timeMs, uri, format, text }: Transcript,
): Resource {
  const self = `${conversationLogHref(application, log)}/conversationLogTranscripts/${id}`;
  const isOwn = uri.toLowerCase() === application.account.key;
  const textRel = format === 'Html' ? 'htmlMessage' : 'plainMessage';
  return {
    rel: 'conversationLogTranscript',
    timeStamp: ucwaDate(timeMs),
    _links: {
      self: { href: self },
      ...(isOwn
        ? { me: { href: meHref(application) } }
        : { contact: { href: contactHref(application, uri) } }),
    },
    _embedded: {
      messageTranscript: {
        rel: 'messageTranscript',
        _links: {
          self: { href: `${self}/messageTranscript` },
          [textRel]: { href: textDataUri(format, text) },
        },
      },
    },
  };
}

/** A page of what was said, oldest first; the next page is behind a link. */
export function transcriptsResource(
  application: Application,
  log: ConversationLog,
  offset: number,
): Resource {
  const self = `${conversationLogHref(application, log)}/conversationLogTranscripts`;
  const end = offset + pageSize;
  return {
    rel: offset === 0 ? 'conversationLogTranscripts' : 'nextConversationLogTranscripts',
    _links: {
      self: { href: offset === 0 ? self : `${self}?offset=${offset}` },
      ...(log.transcripts.length > end
        ? { nextConversationLogTranscripts: { href: `${self}?offset=${end}` } }
        : {}),
    },
    _embedded: {
      conversationLogTranscript: log.transcripts
        .slice(offset, end)
        .map((transcript) => transcriptResource(application, log, transcript)),
    },
  };
}
