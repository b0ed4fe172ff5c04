// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import {
  customContent,
  delegator,
  importance,
  operationId,
  phoneNumber,
  subject,
  threadId,
  to,
} from './shared.ts';

export const phoneAudioResources = {
  acceptWithPhoneAudio: { operations: { POST: {} } },
  addPhoneAudio: {
    operations: {
      POST: {
        body: { operationId, phoneNumber, to },
        response: 'phoneAudioInvitation',
        errors: ['400 BadRequest/NormalizationFailed'],
      },
    },
  },
  continuePhoneAudio: {
    operations: { POST: { body: { operationId, phoneNumber }, response: 'phoneAudioInvitation' } },
  },
  derivedPhoneAudio: { operations: { GET: { response: 'phoneAudio' } } },
  holdPhoneAudio: { operations: { POST: {} } },
  phoneAudio: {
    properties: { state: 'CallState' },
    links: [
      'addPhoneAudio',
      'conversation',
      'holdPhoneAudio',
      'resumePhoneAudio',
      'stopPhoneAudio',
    ],
    events: [
      { resource: 'phoneAudio', types: ['updated'], priority: 'High', sender: 'conversation' },
    ],
    operations: { GET: {} },
  },
  phoneAudioInvitation: {
    properties: {
      customContent: 'external',
      delegator: 'string',
      direction: 'Direction',
      importance: 'Importance',
      joinAudioMuted: 'boolean',
      operationId: 'string',
      phoneNumber: 'string',
      privateLine: 'boolean',
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
      'delegator',
      'derivedConversation',
      'derivedPhoneAudio',
      'forwardedBy',
      'from',
      'onBehalfOf',
      'phoneAudio',
      'replacesPhoneAudio',
      'to',
      'transferredBy',
      'acceptedByParticipant',
    ],
    events: [
      {
        resource: 'phoneAudioInvitation',
        types: ['started', 'updated'],
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
  replaceWithPhoneAudio: {
    operations: {
      POST: {
        body: { operationId, phoneNumber, to },
        response: 'phoneAudioInvitation',
        errors: ['400 BadRequest/NormalizationFailed'],
      },
    },
  },
  replacesPhoneAudio: { operations: { GET: { response: 'phoneAudio' } } },
  resumePhoneAudio: { operations: { POST: {} } },
  startPhoneAudio: {
    operations: {
      POST: {
        body: { operationId, phoneNumber, importance, subject, threadId, to },
        response: 'phoneAudioInvitation',
        errors: ['400 BadRequest/NormalizationFailed', '403 Forbidden'],
      },
    },
  },
  startPhoneAudio2: {
    rel: 'startPhoneAudio',
    revision: 2,
    operations: {
      POST: {
        body: { operationId, phoneNumber, importance, subject, threadId, to, customContent },
        response: 'phoneAudioInvitation',
        errors: ['400 BadRequest/NormalizationFailed', '403 Forbidden'],
      },
    },
  },
  startPhoneAudioOnBehalfOfDelegator: {
    operations: {
      POST: {
        body: {
          operationId,
          phoneNumber,
          importance,
          subject,
          threadId,
          to,
          customContent,
          delegator,
        },
        response: 'phoneAudioInvitation',
      },
    },
  },
  stopPhoneAudio: { operations: { POST: {} } },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
