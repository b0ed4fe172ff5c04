// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import {
  audioPreference,
  noteProperties,
  phoneNumber,
  supportedMessageFormats,
  supportedModalities,
} from './shared.ts';

export const meResources = {
  changeNumber: {
    operations: {
      POST: {
        query: {
          includeInContactCard: { type: 'boolean' },
          number: { type: 'string', maxLength: 80 },
        },
        errors: ['400 BadRequest/NormalizationFailed', '403 Forbidden'],
      },
    },
  },
  changeVisibility: {
    operations: {
      POST: { query: { includeInContactCard: { type: 'boolean' } }, errors: ['403 Forbidden'] },
    },
  },
  location: {
    properties: { location: 'string' },
    events: [
      {
        resource: 'location',
        types: ['added', 'updated', 'deleted'],
        priority: 'Medium',
        sender: 'me',
      },
    ],
    operations: {
      GET: { errors: ['409 Conflict/MakeMeAvailableRequired'] },
      POST: {
        body: { location: { type: 'string', maxLength: 60 } },
        errors: ['409 Conflict/MakeMeAvailableRequired'],
      },
    },
  },
  makeMeAvailable: {
    operations: {
      POST: {
        body: {
          audioPreference,
          inactiveTimeout: { type: 'string' },
          phoneNumber,
          signInAs: { type: 'PreferredAvailability' },
          supportedMessageFormats,
          supportedModalities,
          voipFallbackToPhoneAudioTimeOut: { type: 'string' },
        },
        errors: ['403 Forbidden', '403 Forbidden/AnonymousNotAllowed'],
      },
    },
  },
  makeMeAvailable2: {
    rel: 'makeMeAvailable',
    revision: 2,
    operations: {
      POST: {
        body: {
          audioPreference,
          inactiveTimeout: { type: 'string' },
          phoneNumber,
          signInAs: { type: 'PreferredAvailability' },
          supportedMessageFormats,
          supportedModalities,
          voipFallbackToPhoneAudioTimeOut: { type: 'string' },
        },
        errors: ['403 Forbidden', '403 Forbidden/AnonymousNotAllowed'],
      },
    },
  },
  me: {
    properties: {
      company: 'string',
      department: 'string',
      emailAddresses: 'string[]',
      endpointUri: 'string',
      homePhoneNumber: 'string',
      mobilePhoneNumber: 'string',
      name: 'string',
      officeLocation: 'string',
      otherPhoneNumber: 'string',
      title: 'string',
      uri: 'string',
      workPhoneNumber: 'string',
    },
    links: [
      'callForwardingSettings',
      'location',
      'makeMeAvailable',
      'note',
      'phones',
      'photo',
      'presence',
      'reportMyActivity',
    ],
    events: [{ resource: 'me', types: ['updated'], priority: 'Medium', sender: 'me' }],
    operations: { GET: {} },
  },
  note: {
    properties: noteProperties,
    events: [
      {
        resource: 'note',
        types: ['added', 'updated', 'deleted'],
        priority: 'Medium',
        sender: 'me',
      },
    ],
    operations: {
      GET: { errors: ['409 Conflict/MakeMeAvailableRequired'] },
      POST: {
        body: { message: { type: 'string' } },
        errors: ['409 Conflict/MakeMeAvailableRequired'],
      },
    },
  },
  phone: {
    properties: { includeInContactCard: 'boolean', number: 'string', type: 'string' },
    links: ['changeNumber', 'changeVisibility'],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  phones: {
    links: ['phone'],
    operations: { GET: { errors: ['403 Forbidden', '403 Forbidden/AnonymousNotAllowed'] } },
  },
  photo: { operations: { GET: { query: { size: { type: 'string' } } } } },
  presence: {
    properties: { activity: 'string', availability: 'Availability' },
    events: [
      {
        resource: 'presence',
        types: ['added', 'updated', 'deleted'],
        priority: 'Medium',
        sender: 'me',
      },
    ],
    operations: {
      GET: { errors: ['409 Conflict/MakeMeAvailableRequired'] },
      POST: {
        body: { availability: { type: 'PreferredAvailability' } },
        errors: ['409 Conflict/MakeMeAvailableRequired'],
      },
    },
  },
  reportMyActivity: {
    operations: {
      POST: {
        errors: ['403 Forbidden/AnonymousNotAllowed', '409 Conflict/MakeMeAvailableRequired'],
      },
    },
  },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
