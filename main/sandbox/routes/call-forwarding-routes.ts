import { Input } from '../http/input.ts';
import { noContent, ok, type Reply } from '../http/reply.ts';
import { noForwarding, type RingTarget } from '../model/call-forwarding.ts';
import {
  callForwardingResource,
  type RingSettingsRel,
  ringSettingsResource,
} from '../resources/call-forwarding-resource.ts';
import { putPropertyName } from '../resources/put-property.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';

const path = 'me/callForwardingSettings';

/** The input of a PUT, which must bring back the property that the representation asked for. */
export function putInput({ application, exchange }: ApplicationContext): Input {
  const input = new Input(exchange);
  input.string(putPropertyName(application), { required: true });
  return input;
}

const read = ({ application }: ApplicationContext): Reply =>
  ok(callForwardingResource(application));

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

export const callForwardingRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path, handler: read },
  { method: 'PUT', path, handler: write },
  { method: 'POST', path: `${path}/turnOffCallForwarding`, handler: turnOff },
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
];
