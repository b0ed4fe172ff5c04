// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import {
  accessLevel,
  attendees,
  automaticLeaderAssignment,
  description,
  entryExitAnnouncement,
  expirationTime,
  id,
  importance,
  leaders,
  lobbyBypassForPhoneUsers,
  myOnlineMeetingProperties,
  operationId,
  phoneUserAdmission,
  subject,
  threadId,
} from './shared.ts';

export const meetingResources = {
  conversationExtensionResult: { properties: { result: 'string' } },
  dialInRegion: {
    properties: { languages: 'string[]', name: 'string', number: 'string' },
    operations: { GET: {} },
  },
  joinOnlineMeeting: {
    operations: {
      POST: {
        body: {
          onlineMeetingUri: { type: 'string' },
          operationId,
          importance,
          subject,
          threadId,
          anonymousDisplayName: { type: 'string', maxLength: 250 },
        },
        response: 'onlineMeetingInvitation',
        errors: ['403 Forbidden', '404 NotFound/DestinationNotFound'],
      },
    },
  },
  myAssignedOnlineMeeting: {
    properties: myOnlineMeetingProperties,
    links: ['onlineMeetingExtensions'],
    operations: {
      GET: {},
      DELETE: {},
      PUT: {
        body: {
          accessLevel,
          attendees,
          automaticLeaderAssignment,
          description,
          entryExitAnnouncement,
          expirationTime,
          leaders,
          lobbyBypassForPhoneUsers,
          phoneUserAdmission,
          subject,
        },
        response: 'myOnlineMeeting',
      },
    },
  },
  myOnlineMeeting: {
    properties: myOnlineMeetingProperties,
    links: ['onlineMeetingExtensions'],
    operations: {
      GET: {},
      PUT: {
        body: {
          accessLevel,
          attendees,
          automaticLeaderAssignment,
          description,
          entryExitAnnouncement,
          expirationTime,
          leaders,
          lobbyBypassForPhoneUsers,
          phoneUserAdmission,
          subject,
        },
        response: 'myOnlineMeeting',
      },
      DELETE: {},
    },
  },
  myOnlineMeetings: {
    links: ['myAssignedOnlineMeeting', 'myOnlineMeeting'],
    operations: {
      GET: {},
      POST: {
        body: {
          accessLevel,
          attendees,
          automaticLeaderAssignment,
          description,
          entryExitAnnouncement,
          expirationTime,
          leaders,
          lobbyBypassForPhoneUsers,
          phoneUserAdmission,
          subject,
        },
        response: 'myOnlineMeeting',
        errors: ['409 Conflict/TooManyOnlineMeetings'],
      },
    },
  },
  onlineMeeting: {
    properties: {
      accessLevel: 'AccessLevel',
      attendees: 'string[]',
      automaticLeaderAssignment: 'AutomaticLeaderAssignment',
      conferenceId: 'string',
      description: 'string',
      disclaimerBody: 'string',
      disclaimerTitle: 'string',
      entryExitAnnouncement: 'EntryExitAnnouncement',
      expirationTime: 'date',
      hostingNetwork: 'string',
      joinUrl: 'string',
      largeMeeting: 'LargeMeetingMode',
      leaders: 'string[]',
      lobbyBypassForPhoneUsers: 'LobbyBypassForPhoneUsers',
      onlineMeetingId: 'string',
      onlineMeetingRel: 'OnlineMeetingRel',
      onlineMeetingUri: 'string',
      organizerName: 'string',
      organizerUri: 'string',
      phoneUserAdmission: 'PhoneUserAdmission',
      subject: 'string',
    },
    links: ['conversation', 'organizer', 'phoneDialInInformation', 'onlineMeetingExtensions'],
    events: [
      {
        resource: 'onlineMeeting',
        types: ['added', 'updated'],
        priority: 'High',
        sender: 'conversation',
      },
    ],
    operations: { GET: {} },
  },
  onlineMeetingDefaultValues: {
    properties: {
      accessLevel: 'AccessLevel',
      automaticLeaderAssignment: 'AutomaticLeaderAssignment',
      defaultOnlineMeetingRel: 'OnlineMeetingRel',
      entryExitAnnouncement: 'EntryExitAnnouncement',
      lobbyBypassForPhoneUsers: 'LobbyBypassForPhoneUsers',
      participantsWarningThreshold: 'number',
    },
    operations: { GET: {} },
  },
  onlineMeetingEligibleValues: {
    properties: {
      accessLevels: 'AccessLevel[]',
      automaticLeaderAssignments: 'AutomaticLeaderAssignment[]',
      eligibleOnlineMeetingRels: 'OnlineMeetingRel[]',
      entryExitAnnouncements: 'EntryExitAnnouncement[]',
      lobbyBypassForPhoneUsersSettings: 'LobbyBypassForPhoneUsers[]',
    },
    links: ['myAssignedOnlineMeeting', 'myOnlineMeetings'],
    operations: { GET: {} },
  },
  onlineMeetingExtension: {
    properties: { id: 'string', type: 'OnlineMeetingExtensionType' },
    operations: {
      GET: {},
      DELETE: {},
      PUT: {
        body: { id, type: { type: 'OnlineMeetingExtensionType' } },
        response: 'onlineMeetingExtension',
      },
    },
  },
  onlineMeetingExtensions: {
    links: ['onlineMeetingExtension'],
    operations: {
      GET: {},
      POST: {
        body: { id, type: { type: 'OnlineMeetingExtensionType' } },
        response: 'onlineMeetingExtension',
      },
    },
  },
  onlineMeetingInvitation: {
    properties: {
      anonymousDisplayName: 'string',
      availableModalities: 'ConversationModalityType[]',
      direction: 'Direction',
      importance: 'Importance',
      onlineMeetingUri: 'string',
      message: 'external',
      operationId: 'string',
      state: 'InvitationState',
      subject: 'string',
      threadId: 'string',
      to: 'string',
    },
    maxLengths: { anonymousDisplayName: 250, operationId: 50, subject: 250 },
    links: [
      'accept',
      'acceptedByContact',
      'cancel',
      'conversation',
      'decline',
      'from',
      'onBehalfOf',
      'to',
    ],
    events: [
      {
        resource: 'onlineMeetingInvitation',
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
  onlineMeetingInvitationCustomization: {
    properties: {
      enterpriseHelpUrl: 'string',
      invitationFooterText: 'string',
      invitationHelpUrl: 'string',
      invitationLegalUrl: 'string',
      invitationLogoUrl: 'string',
    },
    operations: { GET: {} },
  },
  onlineMeetingPolicies: {
    properties: {
      entryExitAnnouncement: 'GenericPolicy',
      externalUserMeetingRecording: 'GenericPolicy',
      meetingRecording: 'GenericPolicy',
      meetingSize: 'number',
      phoneUserAdmission: 'GenericPolicy',
      voipAudio: 'GenericPolicy',
    },
    operations: { GET: {} },
  },
  onlineMeetings: {
    links: [
      'myAssignedOnlineMeeting',
      'myOnlineMeetings',
      'onlineMeetingDefaultValues',
      'onlineMeetingEligibleValues',
      'onlineMeetingInvitationCustomization',
      'onlineMeetingPolicies',
      'phoneDialInInformation',
    ],
    operations: { GET: {} },
  },
  organizer: { operations: { GET: { response: 'contact' } } },
  phoneDialInInformation: {
    properties: {
      conferenceId: 'string',
      defaultRegion: 'string',
      externalDirectoryUri: 'string',
      internalDirectoryUri: 'string',
      isAudioConferenceProviderEnabled: 'boolean',
      participantPassCode: 'string',
      tollFreeNumbers: 'string[]',
      tollNumber: 'string',
    },
    links: ['dialInRegion'],
    operations: { GET: {} },
  },
  startOnlineMeeting: {
    operations: {
      POST: {
        body: { operationId, importance, subject, threadId },
        response: 'onlineMeetingInvitation',
      },
    },
  },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
