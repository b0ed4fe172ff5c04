import type { ForwardTarget, RingTarget } from '../model/call-forwarding.ts';
import type { Application } from '../model/entities.ts';
import type { JsonObject, Resource } from '../model/json.ts';
import { contactHref, meHref } from './hrefs.ts';
import { putProperty } from './put-property.ts';

export type RingSettingsRel = 'simultaneousRingSettings' | 'unansweredCallSettings';

/** What can be done with each of the settings, by the link that does it. */
const operations = {
  immediateForwardSettings: [
    'immediateForwardToContact',
    'immediateForwardToDelegates',
    'immediateForwardToVoicemail',
  ],
  simultaneousRingSettings: [
    'simultaneousRingToContact',
    'simultaneousRingToDelegates',
    'simultaneousRingToTeam',
  ],
  unansweredCallSettings: [
    'unansweredCallToContact',
    'unansweredCallToVoicemail',
    'resetUnansweredCallSettings',
  ],
} as const;

function callForwardingHref(application: Application): string {
  return `${meHref(application)}/callForwardingSettings`;
}

function links(
  application: Application,
  rel: keyof typeof operations,
  { contactUri }: ForwardTarget,
): JsonObject {
  const self = `${callForwardingHref(application)}/${rel}`;
  return {
    self: { href: self },
    ...(contactUri === undefined
      ? {}
      : { contact: { href: contactHref(application, contactUri) } }),
    ...Object.fromEntries(operations[rel].map((name) => [name, { href: `${self}/${name}` }])),
  };
}

export function immediateForwardResource(application: Application): Resource {
  const { immediate } = application.account.forwarding;
  const rel = 'immediateForwardSettings';
  return { rel, target: immediate.target, _links: links(application, rel, immediate) };
}

/** One of the two settings that have a target and a delay. */
export function ringSettingsResource(
  application: Application,
  rel: RingSettingsRel,
  settings: RingTarget,
): Resource {
  return {
    rel,
    ringDelay: settings.ringDelay,
    target: settings.target,
    ...putProperty(application),
    _links: links(application, rel, settings),
  };
}

export function callForwardingResource(application: Application): Resource {
  const { forwarding } = application.account;
  const self = callForwardingHref(application);
  return {
    rel: 'callForwardingSettings',
    activePeriod: forwarding.activePeriod,
    activeSetting: forwarding.activeSetting,
    unansweredCallHandling: forwarding.unansweredCallHandling,
    ...putProperty(application),
    _links: {
      self: { href: self },
      turnOffCallForwarding: { href: `${self}/turnOffCallForwarding` },
    },
    _embedded: {
      immediateForwardSettings: immediateForwardResource(application),
      simultaneousRingSettings: ringSettingsResource(
        application,
        'simultaneousRingSettings',
        forwarding.simultaneousRing,
      ),
      unansweredCallSettings: ringSettingsResource(
        application,
        'unansweredCallSettings',
        forwarding.unanswered,
      ),
    },
  };
}
