import type { RingTarget } from '../model/call-forwarding.ts';
import type { Application } from '../model/entities.ts';
import type { Resource } from '../model/json.ts';
import { meHref } from './hrefs.ts';
import { putProperty } from './put-property.ts';

export type RingSettingsRel = 'simultaneousRingSettings' | 'unansweredCallSettings';

export function callForwardingHref(application: Application): string {
  return `${meHref(application)}/callForwardingSettings`;
}

/** One of the two settings that have a target and a delay. */
export function ringSettingsResource(
  application: Application,
  rel: RingSettingsRel,
  { ringDelay, target }: RingTarget,
): Resource {
  const self = `${callForwardingHref(application)}/${rel}`;
  return {
    rel,
    ringDelay,
    target,
    ...putProperty(application),
    _links: { self: { href: self } },
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
