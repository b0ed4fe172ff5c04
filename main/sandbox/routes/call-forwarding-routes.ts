import { noContent, ok, type Reply } from '../http/reply.ts';
import { UcwaError } from '../http/ucwa-error.ts';
import { noForwarding, type RingTarget } from '../model/call-forwarding.ts';
import {
  callForwardingResource,
  immediateForwardResource,
  type RingSettingsRel,
  ringSettingsResource,
} from '../resources/call-forwarding-resource.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';
import { forwardTargetRoutes } from './forward-target-routes.ts';
import { putInput } from './put-input.ts';

const path = 'me/callForwardingSettings';

function write(context: ApplicationContext): Reply {
  const { forwarding } = context.application.account;
  const input = putInput(context);
  const period = input.oneOf('activePeriod', ['Always', 'Workhours']);
  const setting = input.oneOf('activeSetting', ['None', 'ImmediateForward', 'SimultaneousRing']);
  const handling = input.oneOf('unansweredCallHandling', ['Enabled', 'Disabled']);
  input.check();
  forwarding.activePeriod = period ?? forwarding.activePeriod;
  forwarding.activeSetting = setting ?? forwarding.activeSetting;
  forwarding.unansweredCallHandling = handling ?? forwarding.unansweredCallHandling;
  return noContent;
}

function turnOff({ application }: ApplicationContext): Reply {
  application.account.forwarding = noForwarding();
  return noContent;
}

/** GET and PUT of one of the two settings that have a target and a delay. */
function ringSettings(
  rel: RingSettingsRel,
  of: (context: ApplicationContext) => RingTarget,
  targets: readonly string[],
): readonly ApplicationRoute[] {
  return [
    {
      method: 'GET',
      path: `${path}/${rel}`,
      handler: (context) => ok(ringSettingsResource(context.application, rel, of(context))),
    },
    {
      method: 'PUT',
      path: `${path}/${rel}`,
      handler: (context) => {
        const input = putInput(context);
        const ringDelay = input.number('ringDelay', { min: 0, max: 60 });
        const target = input.oneOf('target', ['None', 'Contact', ...targets]);
        input.check();
        const settings = of(context);
        settings.ringDelay = ringDelay ?? settings.ringDelay;
        settings.target = target ?? settings.target;
        return noContent;
      },
    },
  ];
}

/** Only those whose calls the server routes can have them forwarded. */
function forVoiceUsers({ method, path: address, handler }: ApplicationRoute): ApplicationRoute {
  return {
    method,
    path: address,
    handler: (context) => {
      if (context.application.account.user.enterpriseVoice === false)
        throw new UcwaError(403, undefined, 'The user is not enabled for enterprise voice.');
      return handler(context);
    },
  };
}

const routes: readonly ApplicationRoute[] = [
  {
    method: 'GET',
    path,
    handler: ({ application }) => ok(callForwardingResource(application)),
  },
  { method: 'PUT', path, handler: write },
  { method: 'POST', path: `${path}/turnOffCallForwarding`, handler: turnOff },
  {
    method: 'GET',
    path: `${path}/immediateForwardSettings`,
    handler: ({ application }) => ok(immediateForwardResource(application)),
  },
  ...ringSettings(
    'simultaneousRingSettings',
    ({ application }) => application.account.forwarding.simultaneousRing,
    ['Team', 'Delegates'],
  ),
  ...ringSettings(
    'unansweredCallSettings',
    ({ application }) => application.account.forwarding.unanswered,
    ['Voicemail'],
  ),
  ...forwardTargetRoutes,
];

export const callForwardingRoutes: readonly ApplicationRoute[] = routes.map(forVoiceUsers);
