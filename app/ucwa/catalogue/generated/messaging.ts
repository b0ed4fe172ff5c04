// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import {
  customContent,
  importance,
  message,
  operationId,
  subject,
  threadId,
  to,
} from './shared.ts';

export const messagingResources = {
  addMessaging: {
    operations: { POST: { body: { operationId, message }, response: 'messagingInvitation' } },
  },
  continueMessaging: {
    operations: { POST: { body: { operationId, message }, response: 'messagingInvitation' } },
  },
  derivedMessaging: { operations: { GET: { response: 'messaging' } } },
  disableAudienceMessaging: { operations: { POST: {} } },
  enableAudienceMessaging: { operations: { POST: {} } },
  failedDeliveryParticipant: { operations: { GET: { response: 'participant' } } },
  message: {
    properties: {
      direction: 'Direction',
      htmlMessage: 'external',
      operationId: 'string',
      status: 'Status',
      plainMessage: 'external',
      timeStamp: 'date',
    },
    links: ['contact', 'failedDeliveryParticipant', 'messaging', 'participant'],
    events: [{ resource: 'message', types: ['started'], priority: 'High', sender: 'conversation' }],
    operations: { GET: {} },
  },
  messages: { links: ['message'], operations: { GET: {} } },
  messaging: {
    properties: { negotiatedMessageFormats: 'MessageFormat[]', state: 'CallState' },
    links: [
      'addMessaging',
      'conversation',
      'sendMessage',
      'setIsTyping',
      'stopMessaging',
      'typingParticipants',
    ],
    events: [
      { resource: 'messaging', types: ['updated'], priority: 'High', sender: 'conversation' },
    ],
    operations: { GET: {} },
  },
  messagingInvitation: {
    properties: {
      customContent: 'external',
      direction: 'Direction',
      importance: 'Importance',
      message: 'external',
      operationId: 'string',
      state: 'InvitationState',
      subject: 'string',
      threadId: 'string',
      to: 'string',
    },
    maxLengths: { operationId: 50, subject: 250 },
    links: [
      'accept',
      'acceptedByContact',
      'cancel',
      'conversation',
      'decline',
      'derivedMessaging',
      'from',
      'messaging',
      'onBehalfOf',
      'to',
      'acceptedByParticipant',
    ],
    events: [
      {
        resource: 'messagingInvitation',
        types: ['started', 'updated', 'completed'],
        priority: 'High',
        sender: 'communication',
      },
    ],
    operations: {
      GET: {
        errors: [
          '400 BadRequest',
          '400 BadRequest/ParameterValidationFailure',
          '404 NotFound',
          '410 Gone',
        ],
      },
    },
  },
  participantMessaging: {
    links: ['participant'],
    events: [
      {
        resource: 'participantMessaging',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  sendMessage: {
    operations: {
      POST: {
        query: { operationId: { type: 'string', required: true } },
        content: 'message',
        response: 'message',
      },
    },
  },
  setIsTyping: { operations: { POST: {} } },
  startMessaging: {
    operations: {
      POST: {
        body: { operationId, to, importance, subject, threadId, message },
        response: 'messagingInvitation',
        errors: ['403 Forbidden'],
      },
    },
  },
  startMessaging2: {
    rel: 'startMessaging',
    revision: 2,
    operations: {
      POST: {
        body: {
          customContent,
          importance,
          message,
          operationId: { type: 'string', required: true, maxLength: 50 },
          subject,
          threadId: { type: 'string', maxLength: 250 },
          to: { type: 'string' },
        },
        response: 'messagingInvitation',
        errors: ['403 Forbidden'],
      },
    },
  },
  stopMessaging: { operations: { POST: {} } },
  typingParticipants: {
    events: [
      {
        resource: 'participant',
        types: ['added', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
  },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
