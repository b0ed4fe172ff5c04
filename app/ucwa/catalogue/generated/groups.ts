// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import {
  contactUri,
  duration,
  expand,
  groupId,
  groupLinks,
  groupProperties,
  id,
  myGroupsLinks,
} from './shared.ts';

export const groupsResources = {
  addToContactList: {
    operations: {
      POST: {
        query: {
          displayName: { type: 'string', required: true, maxLength: 256 },
          smtpAddress: { type: 'string', required: true },
        },
      },
    },
  },
  defaultGroup: {
    properties: groupProperties,
    maxLengths: { name: 256 },
    links: groupLinks,
    events: [
      { resource: 'contact', types: ['added', 'deleted'], priority: 'High', sender: 'people' },
      { resource: 'defaultGroup', types: ['updated'], priority: 'High', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  delegatesGroup: {
    properties: groupProperties,
    maxLengths: { name: 256 },
    links: groupLinks,
    events: [
      { resource: 'contact', types: ['added', 'deleted'], priority: 'Low', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  delegatorsGroup: {
    properties: groupProperties,
    maxLengths: { name: 256 },
    links: groupLinks,
    events: [
      {
        resource: 'delegatorsGroup',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'people',
      },
      { resource: 'contact', types: ['added', 'deleted'], priority: 'Low', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  distributionGroup: {
    properties: { uri: 'string', id: 'string', name: 'string' },
    maxLengths: { name: 256 },
    links: [
      'addToContactList',
      'expandDistributionGroup',
      'removeFromContactList',
      'subscribeToGroupPresence',
      'contact',
      'distributionGroup',
    ],
    events: [
      { resource: 'distributionGroup', types: ['updated'], priority: 'High', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  expandDistributionGroup: {
    operations: {
      GET: {
        response: 'distributionGroup',
        errors: ['403 Forbidden', '403 Forbidden/TooManyContacts'],
      },
    },
  },
  group: {
    properties: groupProperties,
    maxLengths: { name: 256 },
    links: groupLinks,
    events: [
      { resource: 'contact', types: ['added', 'deleted'], priority: 'High', sender: 'people' },
      { resource: 'group', types: ['updated'], priority: 'High', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  group2: {
    rel: 'group',
    revision: 2,
    properties: groupProperties,
    maxLengths: { name: 256 },
    links: groupLinks,
    events: [
      { resource: 'contact', types: ['added', 'deleted'], priority: 'High', sender: 'people' },
      { resource: 'group', types: ['updated'], priority: 'High', sender: 'people' },
    ],
    operations: {
      GET: { errors: ['403 Forbidden'] },
      DELETE: {},
      PUT: { body: { id, name: { type: 'string', required: true, maxLength: 256 } } },
    },
  },
  groupContacts: {
    links: ['contact'],
    events: [
      { resource: 'contact', types: ['added', 'deleted'], priority: 'High', sender: 'people' },
    ],
    operations: { GET: { query: { expand }, errors: ['403 Forbidden'] } },
  },
  groupMemberships: {
    links: ['myGroupMembership'],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  myContactsAndGroupsSubscription: {
    properties: { state: 'SubscriptionState' },
    links: ['startOrRefreshSubscriptionToContactsAndGroups', 'stopSubscriptionToContactsAndGroups'],
    events: [
      {
        resource: 'myContactsAndGroupsSubscription',
        types: ['updated'],
        priority: 'Medium',
        sender: 'people',
      },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  myGroupMembership: {
    links: ['contact', 'defaultGroup', 'group', 'pinnedGroup'],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  myGroupMembership2: {
    rel: 'myGroupMembership',
    revision: 2,
    links: ['contact', 'defaultGroup', 'delegatesGroup', 'group', 'pinnedGroup'],
    operations: {
      GET: { errors: ['403 Forbidden', '403 Forbidden/OperationNotSupported'] },
      DELETE: { errors: ['404 NotFound', '500 ServiceFailure/MigrationInProgress'] },
    },
  },
  myGroupMemberships: {
    links: ['myGroupMembership'],
    operations: { GET: { query: { groupId }, errors: ['403 Forbidden'] } },
  },
  myGroupMemberships2: {
    rel: 'myGroupMemberships',
    revision: 2,
    links: ['myGroupMembership'],
    operations: {
      GET: { query: { groupId }, errors: ['403 Forbidden', '403 Forbidden/OperationNotSupported'] },
      POST: {
        query: { contactUri, groupId },
        response: 'myGroupMembership',
        errors: [
          '403 Forbidden',
          '403 Forbidden/LimitExceeded',
          '403 Forbidden/OperationNotSupported',
          '409 Conflict/LimitExceeded',
          '500 ServiceFailure/MigrationInProgress',
        ],
      },
    },
  },
  myGroups: {
    links: myGroupsLinks,
    events: [
      { resource: 'group', types: ['added', 'deleted'], priority: 'High', sender: 'people' },
      { resource: 'defaultGroup', types: ['added', 'deleted'], priority: 'Low', sender: 'people' },
      { resource: 'pinnedGroup', types: ['added', 'deleted'], priority: 'Low', sender: 'people' },
      {
        resource: 'distributionGroup',
        types: ['added', 'deleted'],
        priority: 'High',
        sender: 'people',
      },
      { resource: 'delegatesGroup', types: ['added'], priority: 'High', sender: 'people' },
      {
        resource: 'delegatorsGroup',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'people',
      },
      {
        resource: 'myOrganizationGroup',
        types: ['added', 'updated'],
        priority: 'Low',
        sender: 'people',
      },
    ],
    operations: { GET: { query: { expand }, errors: ['403 Forbidden'] } },
  },
  myGroups2: {
    rel: 'myGroups',
    revision: 2,
    links: myGroupsLinks,
    events: [
      { resource: 'group', types: ['added', 'deleted'], priority: 'High', sender: 'people' },
      { resource: 'defaultGroup', types: ['added', 'deleted'], priority: 'Low', sender: 'people' },
      { resource: 'pinnedGroup', types: ['added', 'deleted'], priority: 'Low', sender: 'people' },
      {
        resource: 'distributionGroup',
        types: ['added', 'deleted'],
        priority: 'High',
        sender: 'people',
      },
      { resource: 'delegatesGroup', types: ['added'], priority: 'High', sender: 'people' },
      {
        resource: 'delegatorsGroup',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'people',
      },
      {
        resource: 'myOrganizationGroup',
        types: ['added', 'updated'],
        priority: 'Low',
        sender: 'people',
      },
    ],
    operations: {
      GET: { query: { expand }, errors: ['403 Forbidden'] },
      POST: {
        body: { displayName: { type: 'string', required: true, maxLength: 256 } },
        errors: ['403 Forbidden'],
      },
    },
  },
  myOrganizationGroup: {
    properties: groupProperties,
    maxLengths: { name: 256 },
    links: groupLinks,
    events: [
      {
        resource: 'delegatorsGroup',
        types: ['added', 'updated', 'deleted'],
        priority: 'High',
        sender: 'people',
      },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  pinnedGroup: {
    properties: groupProperties,
    maxLengths: { name: 256 },
    links: groupLinks,
    events: [
      { resource: 'contact', types: ['added', 'deleted'], priority: 'High', sender: 'people' },
      { resource: 'pinnedGroup', types: ['updated'], priority: 'High', sender: 'people' },
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  removeContactFromAllGroups: {
    operations: {
      POST: {
        query: { contactUri },
        onlyErrors: [
          '409 Conflict',
          '409 Conflict/AlreadyExists',
          '409 Conflict/TooManyGroups',
          '500 ServiceFailure/CallbackChannelError',
        ],
      },
    },
  },
  removeContactFromAllGroups2: {
    rel: 'removeContactFromAllGroups',
    revision: 2,
    operations: { POST: { query: { contactUri } } },
  },
  removeFromContactList: {
    operations: {
      POST: { query: { groupId: { type: 'string', required: true, maxLength: 256 } } },
    },
  },
  startOrRefreshSubscriptionToContactsAndGroups: {
    operations: {
      POST: {
        query: { duration: { type: 'number', required: true, minimum: 10, maximum: 60 } },
        response: 'myContactsAndGroupsSubscription',
        errors: ['403 Forbidden'],
      },
    },
  },
  stopSubscriptionToContactsAndGroups: { operations: { POST: { errors: ['403 Forbidden'] } } },
  subscribeToGroupPresence: {
    operations: {
      POST: {
        query: { duration, groupId: { type: 'string', required: true, maxLength: 256 } },
        response: 'presenceSubscription',
      },
    },
  },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
