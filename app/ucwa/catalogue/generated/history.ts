// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import { conversationLogTranscriptsLinks } from './shared.ts';

export const historyResources = {
  audioTranscript: {
    properties: { duration: 'string', status: 'AudioTranscriptStatus' },
    operations: { GET: {} },
  },
  conversationLog: {
    properties: {
      creationTime: 'date',
      direction: 'Direction',
      importance: 'Importance',
      modalities: 'ConversationModalityType[]',
      onlineMeetingUri: 'string',
      previewMessage: 'string',
      status: 'ConversationLogStatus',
      subject: 'string',
      threadId: 'string',
      totalRecipientsCount: 'number',
      type: 'ConversationLogType',
    },
    links: [
      'continueAudio',
      'continueAudioVideo',
      'continueMessaging',
      'continuePhoneAudio',
      'continueVideo',
      'conversationLogTranscripts',
      'markAsRead',
      'conversationLogRecipient',
    ],
    operations: { GET: {}, DELETE: {} },
  },
  conversationLogRecipient: {
    properties: { displayName: 'string', sipUri: 'string' },
    links: ['contact', 'contactPhoto', 'contactPresence'],
    operations: { GET: {} },
  },
  conversationLogTranscript: {
    properties: { timeStamp: 'date' },
    links: ['contact', 'me', 'audioTranscript', 'errorTranscript', 'messageTranscript'],
    operations: { GET: {} },
  },
  conversationLogTranscripts: { links: conversationLogTranscriptsLinks, operations: { GET: {} } },
  conversationLogs: {
    links: ['conversationLog'],
    operations: { GET: { query: { limit: { type: 'number' } } } },
  },
  errorTranscript: { properties: { reason: 'ErrorTranscriptReason' }, operations: { GET: {} } },
  markAsRead: { operations: { POST: {} } },
  messageTranscript: {
    properties: { htmlMessage: 'external', plainMessage: 'external' },
    operations: { GET: {} },
  },
  missedItems: {
    properties: {
      conversationLogsCount: 'number',
      conversationLogsNotifications: 'GenericPolicy',
      missedConversationsCount: 'number',
      unreadMissedConversationsCount: 'number',
      unreadVoicemailsCount: 'number',
      voiceMailsCount: 'number',
    },
    events: [
      { resource: 'missedItems', types: ['updated'], priority: 'High', sender: 'communication' },
    ],
    operations: { GET: {} },
  },
  nextConversationLogTranscripts: {
    links: conversationLogTranscriptsLinks,
    operations: { GET: {} },
  },
  replayMessage: { operations: { POST: {} } },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
