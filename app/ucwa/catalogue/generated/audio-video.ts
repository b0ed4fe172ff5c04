// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import {
  audioVideoRenegotiationLinks,
  audioVideoRenegotiationProperties,
  sessionProperties,
} from './shared.ts';

export const audioVideoResources = {
  acceptWithAnswer: {
    operations: {
      POST: {
        query: {
          processedOfferId: { type: 'string', maxLength: 100 },
          sessionContext: { type: 'string', required: true, maxLength: 50 },
        },
        content: 'sdp',
      },
    },
  },
  answer: { operations: { POST: { content: 'sdp' } } },
  applicationSharer: {
    events: [
      {
        resource: 'applicationSharer',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: { response: 'participant' } },
  },
  applicationSharing: {
    properties: { state: 'CallState' },
    links: ['applicationSharer', 'conversation', 'reportMediaDiagnostics'],
    events: [
      {
        resource: 'applicationSharing',
        types: ['updated'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  applicationSharingRenegotiation: {
    properties: audioVideoRenegotiationProperties,
    links: audioVideoRenegotiationLinks,
    events: [
      {
        resource: 'applicationSharingRenegotiation',
        types: ['started'],
        priority: 'High',
        sender: 'communication',
      },
    ],
    operations: { GET: {} },
  },
  audioVideo: {
    properties: {
      state: 'CallState',
      supportsReplaces: 'string',
      videoSourcesAllowed: 'VideoSourcesAllowed',
    },
    links: [
      'addAudio',
      'addAudioVideo',
      'addVideo',
      'audioVideoPolicies',
      'audioVideoSession',
      'conversation',
      'escalateAudio',
      'escalateAudioVideo',
      'replaceWithPhoneAudio',
      'reportMediaDiagnostics',
      'stopAudio',
      'stopAudioVideo',
      'stopVideo',
      'videoFreeze',
      'videoLockedOnParticipant',
    ],
    events: [
      { resource: 'audioVideo', types: ['updated'], priority: 'High', sender: 'conversation' },
    ],
    operations: { GET: {} },
  },
  audioVideoInvitation: {
    properties: {
      address: 'string',
      bandwidthControlId: 'string',
      building: 'string',
      city: 'string',
      country: 'string',
      customContent: 'external',
      delegator: 'string',
      direction: 'Direction',
      importance: 'Importance',
      joinAudioMuted: 'boolean',
      joinVideoMuted: 'boolean',
      locationState: 'string',
      operationId: 'string',
      privateLine: 'boolean',
      mediaOffer: 'external',
      sessionContext: 'string',
      state: 'InvitationState',
      subject: 'string',
      threadId: 'string',
      to: 'string',
      zip: 'string',
    },
    maxLengths: { operationId: 50, sessionContext: 50, subject: 250 },
    links: [
      'acceptedByContact',
      'acceptWithAnswer',
      'acceptWithPhoneAudio',
      'audioVideo',
      'cancel',
      'conversation',
      'decline',
      'delegator',
      'derivedAudioVideo',
      'derivedConversation',
      'forwardedBy',
      'from',
      'onBehalfOf',
      'replacesAudioVideo',
      'reportMediaDiagnostics',
      'sendProvisionalAnswer',
      'to',
      'transferredBy',
      'acceptedByParticipant',
    ],
    events: [
      {
        resource: 'audioVideoInvitation',
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
  audioVideoNegotiation: {
    properties: {
      mediaAnswer: 'external',
      mediaProvisionalAnswer: 'external',
      msAcceptedContentId: 'string',
      remoteEndpoint: 'string',
      sessionContext: 'string',
    },
    links: ['audioVideoInvitation', 'audioVideoSession'],
    events: [
      {
        resource: 'audioVideoNegotiation',
        types: ['updated'],
        priority: 'High',
        sender: 'audioVideoInvitation',
      },
    ],
    operations: { GET: {} },
  },
  audioVideoPolicies: {
    properties: { joinScheduledOnlineMeeting: 'MuteStatus', multiView: 'GenericPolicy' },
    operations: { GET: {} },
  },
  audioVideoRenegotiation: {
    properties: audioVideoRenegotiationProperties,
    links: audioVideoRenegotiationLinks,
    events: [
      {
        resource: 'audioVideoRenegotiation',
        types: ['started'],
        priority: 'High',
        sender: 'communication',
      },
    ],
    operations: { GET: {} },
  },
  audioVideoSession: {
    properties: sessionProperties,
    links: [
      'applicationSharing',
      'audioVideo',
      'conversation',
      'dataCollaboration',
      'publishCallQualityFeedback',
      'renegotiations',
      'resumeAudio',
      'resumeAudioVideo',
    ],
    operations: { GET: {} },
  },
  audioVideoSessions: {
    events: [
      {
        resource: 'audioVideoSession',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'communication',
      },
    ],
  },
  dataCollaboration: {
    properties: { state: 'CallState' },
    links: ['conversation'],
    events: [
      {
        resource: 'dataCollaboration',
        types: ['updated'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  dismiss: { operations: { POST: { body: { reason: { type: 'ReNegotiationDeclineReason' } } } } },
  mediaDiagnostics: { operations: { POST: {} } },
  muteAudio: { operations: { POST: {} } },
  muteVideo: { operations: { POST: {} } },
  participantApplicationSharing: {
    properties: {
      applicationSharingDirection: 'MediaDirectionType',
      applicationSharingSourceId: 'string',
    },
    links: ['participant'],
    events: [
      {
        resource: 'participantApplicationSharing',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  participantAudio: {
    properties: {
      audioDirection: 'MediaDirectionType',
      audioMuted: 'boolean',
      audioSourceId: 'string',
    },
    links: ['muteAudio', 'participant', 'unmuteAudio'],
    events: [
      {
        resource: 'participantAudio',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  participantDataCollaboration: {
    links: ['participant'],
    events: [
      {
        resource: 'participantDataCollaboration',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  participantPanoramicVideo: {
    properties: {
      panoramicVideoDirection: 'MediaDirectionType',
      panoramicVideoMuted: 'boolean',
      panoramicVideoSourceId: 'string',
    },
    links: ['participant'],
    events: [
      {
        resource: 'participantPanoramicVideo',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  participantVideo: {
    properties: {
      videoDirection: 'MediaDirectionType',
      videoMuted: 'boolean',
      videoSourceId: 'string',
    },
    links: ['muteVideo', 'participant', 'unmuteVideo'],
    events: [
      {
        resource: 'participantVideo',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  publishCallQualityFeedback: {
    operations: {
      POST: {
        body: { mediaEndpoint: { type: 'string' }, mediaQualityOfExperience: { type: 'string' } },
      },
    },
  },
  renegotiations: {
    operations: {
      POST: {
        query: { operationId: { type: 'string', required: true, maxLength: 50 } },
        content: 'sdp',
        response: 'audioVideoRenegotiation',
      },
    },
  },
  reportMediaDiagnostics: {
    operations: {
      POST: { body: { errorCode: { type: 'ErrorCode' }, errorSubcode: { type: 'ErrorSubcode' } } },
    },
  },
  resumeAudio: {
    operations: {
      POST: {
        query: { operationId: { type: 'string', required: true, maxLength: 50 } },
        content: 'sdp',
        response: 'audioVideoRenegotiation',
      },
    },
  },
  resumeAudioVideo: {
    operations: {
      POST: {
        query: { operationId: { type: 'string', required: true, maxLength: 50 } },
        content: 'sdp',
        response: 'audioVideoRenegotiation',
      },
    },
  },
  sendProvisionalAnswer: {
    operations: {
      POST: {
        query: {
          processedOfferId: { type: 'string', maxLength: 100 },
          sessionContext: { type: 'string', required: true, maxLength: 50 },
        },
        content: 'sdp',
      },
    },
  },
  session: {
    properties: sessionProperties,
    links: [
      'applicationSharing',
      'audioVideo',
      'conversation',
      'dataCollaboration',
      'publishCallQualityFeedback',
      'renegotiations',
    ],
  },
  sessions: { operations: { GET: {} } },
  unmuteAudio: { operations: { POST: {} } },
  unmuteVideo: { operations: { POST: {} } },
  videoFreeze: {},
  videoLockedOnParticipant: {
    events: [
      {
        resource: 'videoLockedOnParticipant',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: { response: 'participant' } },
  },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
