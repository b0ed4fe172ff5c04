// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import {
  contactLinks,
  contactProperties,
  contactUris,
  duration,
  expand,
  noteProperties,
  searchLinks,
} from './shared.ts';

export const peopleResources = {
  acceptedByContact: {
    properties: contactProperties,
    links: contactLinks,
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  addToPresenceSubscription: {
    operations: { POST: { body: { contactUris }, response: 'presenceSubscriptionMemberships' } },
  },
  contact: {
    properties: contactProperties,
    links: contactLinks,
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  contactLocation: {
    properties: { location: 'string' },
    events: [
      { resource: 'contactLocation', types: ['updated'], priority: 'Medium', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  contactNote: {
    properties: noteProperties,
    events: [{ resource: 'contactNote', types: ['updated'], priority: 'Medium', sender: 'people' }],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  contactPhoto: {
    operations: {
      GET: { query: { size: { type: 'string' } }, errors: ['403 Forbidden', '504 GatewayTimeout'] },
    },
  },
  contactPresence: {
    properties: {
      activity: 'string',
      availability: 'Availability',
      deviceType: 'ContactDeviceType',
      lastActive: 'date',
    },
    events: [
      { resource: 'contactPresence', types: ['updated'], priority: 'Medium', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  contactPrivacyRelationship: {
    properties: { relationshipLevel: 'PrivacyRelationshipLevel' },
    events: [
      {
        resource: 'contactPrivacyRelationship',
        types: ['updated'],
        priority: 'Medium',
        sender: 'people',
      },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  contactPrivacyRelationship2: {
    rel: 'contactPrivacyRelationship',
    revision: 2,
    properties: { relationshipLevel: 'PrivacyRelationshipLevel' },
    links: ['resetContactPrivacyRelationship'],
    events: [
      {
        resource: 'contactPrivacyRelationship',
        types: ['updated'],
        priority: 'Medium',
        sender: 'people',
      },
    ],
    operations: {
      GET: { errors: ['403 Forbidden'] },
      PUT: {
        body: { relationshipLevel: { type: 'PrivacyRelationshipLevel' } },
        errors: ['403 Forbidden'],
      },
    },
  },
  contactSupportedModalities: {
    properties: { modalities: 'ModalityType[]' },
    events: [
      {
        resource: 'contactSupportedModalities',
        types: ['updated'],
        priority: 'Medium',
        sender: 'people',
      },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  delegator: {
    properties: contactProperties,
    links: contactLinks,
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  forwardedBy: {
    properties: contactProperties,
    links: contactLinks,
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  memberships: {
    links: ['presenceSubscriptionMembership'],
    operations: {
      GET: { response: 'presenceSubscriptionMemberships', errors: ['403 Forbidden'] },
      POST: {
        body: { contactUris },
        response: 'presenceSubscriptionMemberships',
        errors: ['403 Forbidden', '403 Forbidden/LimitExceeded'],
      },
    },
  },
  myContacts: {
    links: ['contact'],
    events: [
      { resource: 'contact', types: ['added', 'deleted'], priority: 'High', sender: 'people' },
    ],
    operations: { GET: { query: { expand }, errors: ['403 Forbidden'] } },
  },
  myPrivacyRelationship: {
    properties: { relationshipLevel: 'PrivacyRelationshipLevel' },
    links: ['contact'],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  myPrivacyRelationships: {
    links: ['myPrivacyRelationship'],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  onBehalfOf: {
    properties: contactProperties,
    links: contactLinks,
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  people: {
    links: [
      'myContactsAndGroupsSubscription',
      'myContacts',
      'myGroupMemberships',
      'myGroups',
      'myPrivacyRelationships',
      'presenceSubscriptionMemberships',
      'presenceSubscriptions',
      'search',
      'subscribedContacts',
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  presenceSubscription: {
    properties: { id: 'string' },
    links: ['addToPresenceSubscription', 'memberships'],
    events: [
      {
        resource: 'presenceSubscription',
        types: ['added', 'updated', 'deleted'],
        priority: 'Medium',
        sender: 'people',
      },
    ],
    operations: {
      GET: { errors: ['403 Forbidden'] },
      POST: { query: { duration }, response: 'presenceSubscription', errors: ['403 Forbidden'] },
      DELETE: { errors: ['403 Forbidden'] },
    },
  },
  presenceSubscriptionMembership: {
    links: ['contact', 'presenceSubscription'],
    operations: { GET: { errors: ['403 Forbidden'] }, DELETE: { errors: ['403 Forbidden'] } },
  },
  presenceSubscriptionMemberships: {
    links: ['presenceSubscriptionMembership'],
    operations: {
      GET: { errors: ['403 Forbidden'] },
      POST: {
        body: { contactUris },
        response: 'presenceSubscriptionMemberships',
        errors: ['403 Forbidden', '403 Forbidden/LimitExceeded'],
      },
    },
  },
  presenceSubscriptions: {
    links: ['presenceSubscription'],
    operations: {
      GET: { errors: ['403 Forbidden'] },
      POST: {
        body: { duration, uris: { type: 'string[]', required: true } },
        response: 'presenceSubscription',
        errors: ['403 Forbidden', '403 Forbidden/LimitExceeded'],
      },
    },
  },
  resetContactPrivacyRelationship: { operations: { POST: { errors: ['403 Forbidden'] } } },
  search: {
    properties: { moreResultsAvailable: 'boolean' },
    links: searchLinks,
    operations: {
      GET: {
        query: {
          limit: { type: 'number', minimum: 1, maximum: 100 },
          query: { type: 'string', required: true, maxLength: 256 },
        },
        errors: ['403 Forbidden'],
      },
    },
  },
  search2: {
    rel: 'search',
    revision: 2,
    properties: { moreResultsAvailable: 'boolean' },
    links: searchLinks,
    operations: {
      GET: {
        query: {
          limit: { type: 'number', minimum: 1, maximum: 100 },
          mail: { type: 'string', maxLength: 256 },
          query: { type: 'string', maxLength: 256 },
        },
        errors: ['403 Forbidden'],
      },
    },
  },
  subscribedContacts: {
    links: ['contact'],
    events: [
      { resource: 'contact', types: ['added', 'deleted'], priority: 'Medium', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  to: {
    properties: contactProperties,
    links: contactLinks,
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  transferredBy: {
    properties: contactProperties,
    links: contactLinks,
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
