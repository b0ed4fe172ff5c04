// Made by `npm run catalogue`: edit build/catalogue and run it again.

import type { ResourceFacts } from '../facts.ts';
import { ringDelay, target } from './shared.ts';

export const callForwardingResources = {
  callForwardingSettings: {
    properties: {
      activePeriod: 'ActivePeriod',
      activeSetting: 'CallForwardingState',
      unansweredCallHandling: 'UnansweredCallHandling',
    },
    links: [
      'turnOffCallForwarding',
      'immediateForwardSettings',
      'simultaneousRingSettings',
      'unansweredCallSettings',
    ],
    operations: {
      GET: { errors: ['403 Forbidden'] },
      PUT: {
        body: {
          activePeriod: { type: 'ActivePeriod' },
          activeSetting: { type: 'CallForwardingState' },
          unansweredCallHandling: { type: 'UnansweredCallHandling' },
        },
        errors: ['403 Forbidden'],
      },
    },
  },
  immediateForwardSettings: {
    properties: { target: 'ImmediateForwardSettingsTarget' },
    links: [
      'contact',
      'immediateForwardToContact',
      'immediateForwardToDelegates',
      'immediateForwardToVoicemail',
    ],
    operations: { GET: { errors: ['403 Forbidden'] } },
  },
  immediateForwardToContact: {
    operations: { POST: { query: { target }, errors: ['403 Forbidden'] } },
  },
  immediateForwardToDelegates: {
    operations: {
      POST: {
        errors: [
          '403 Forbidden',
          '403 Forbidden/NoDelegatesConfigured',
          '409 Conflict/NoDelegatesConfigured',
        ],
      },
    },
  },
  immediateForwardToVoicemail: { operations: { POST: { errors: ['403 Forbidden'] } } },
  resetUnansweredCallSettings: { operations: { POST: { errors: ['403 Forbidden'] } } },
  simultaneousRingSettings: {
    properties: { ringDelay: 'number', target: 'SimultaneousRingTarget' },
    links: [
      'contact',
      'simultaneousRingToContact',
      'simultaneousRingToDelegates',
      'simultaneousRingToTeam',
    ],
    operations: {
      GET: { errors: ['403 Forbidden'] },
      PUT: {
        body: { ringDelay: { type: 'number' }, target: { type: 'SimultaneousRingTarget' } },
        errors: ['403 Forbidden'],
      },
    },
  },
  simultaneousRingToContact: {
    operations: { POST: { query: { target }, errors: ['403 Forbidden'] } },
  },
  simultaneousRingToDelegates: {
    operations: {
      POST: {
        query: { ringDelay: { type: 'number', minimum: 0, maximum: 55 } },
        errors: [
          '403 Forbidden',
          '403 Forbidden/NoDelegatesConfigured',
          '409 Conflict/NoDelegatesConfigured',
        ],
      },
    },
  },
  simultaneousRingToTeam: {
    operations: {
      POST: {
        query: { ringDelay: { type: 'number', minimum: 0, maximum: 55 } },
        errors: [
          '403 Forbidden',
          '403 Forbidden/NoTeamMembersConfigured',
          '409 Conflict/NoTeamMembersConfigured',
        ],
      },
    },
  },
  turnOffCallForwarding: { operations: { POST: { errors: ['403 Forbidden'] } } },
  unansweredCallSettings: {
    properties: { ringDelay: 'number', target: 'UnansweredCallHandlingTarget' },
    links: [
      'contact',
      'resetUnansweredCallSettings',
      'unansweredCallToContact',
      'unansweredCallToVoicemail',
    ],
    operations: {
      GET: { errors: ['403 Forbidden'] },
      PUT: {
        body: { ringDelay, target: { type: 'UnansweredCallHandlingTarget' } },
        errors: ['403 Forbidden'],
      },
    },
  },
  unansweredCallToContact: {
    operations: { POST: { query: { ringDelay, target }, errors: ['403 Forbidden'] } },
  },
  unansweredCallToVoicemail: {
    operations: { POST: { query: { ringDelay }, errors: ['403 Forbidden'] } },
  },
} as const satisfies Readonly<Record<string, ResourceFacts>>;
