import { Input } from '../http/input.ts';
import { noContent, type Reply } from '../http/reply.ts';
import { UcwaError } from '../http/ucwa-error.ts';
import { unansweredToVoicemail } from '../model/call-forwarding.ts';
import { normalizedNumber } from '../model/phones.ts';
import type { Account } from '../model/user-account.ts';
import type { ApplicationContext, ApplicationRoute } from './context.ts';

/** Seconds until others ring too, and until an unanswered call goes on. */
const ringDelays = { min: 0, max: 55 };
const answerDelays = { min: 5, max: 60 };

/** `sip:` or `tel:` address that calls are to go to. */
function readTarget(input: Input): string {
  const target = input.string('target', { required: true, maxLength: 80 }) ?? '';
  if (target === '' || /^sip:[^\s@]+@[^\s@]+$/i.test(target)) return target;
  const number = normalizedNumber(target);
  if (number === undefined) input.reject('target');
  return number ?? '';
}

function requireDelegates({ contactList }: Account): void {
  const has = [...contactList.groups.values()].some(
    ({ rel, members }) => rel === 'delegatesGroup' && members.size > 0,
  );
  if (!has) throw new UcwaError(409, 'NoDelegatesConfigured', 'There are no delegates.');
}

function requireTeam({ user }: Account): void {
  if ((user.team ?? []).length === 0)
    throw new UcwaError(409, 'NoTeamMembersConfigured', 'There are no team members.');
}

/** All calls go to somebody else at once. */
function immediately(context: ApplicationContext, target: string): Reply {
  const { account } = context.application;
  const input = new Input(context.exchange);
  const contactUri = target === 'Contact' ? readTarget(input) : undefined;
  input.check();
  if (target === 'Delegates') requireDelegates(account);
  account.forwarding.immediate = { target, contactUri };
  account.forwarding.activeSetting = 'ImmediateForward';
  account.forwarding.unansweredCallHandling = 'Disabled';
  return noContent;
}

/** Others ring along. */
function simultaneously(context: ApplicationContext, target: string): Reply {
  const { account } = context.application;
  const input = new Input(context.exchange);
  const contactUri = target === 'Contact' ? readTarget(input) : undefined;
  const ringDelay = input.number('ringDelay', ringDelays) ?? 0;
  input.check();
  if (target === 'Delegates') requireDelegates(account);
  if (target === 'Team') requireTeam(account);
  account.forwarding.simultaneousRing = { target, contactUri, ringDelay };
  account.forwarding.activeSetting = 'SimultaneousRing';
  return noContent;
}

/** Calls that nobody answers go on. */
function whenUnanswered(context: ApplicationContext, target: string): Reply {
  const { forwarding } = context.application.account;
  const input = new Input(context.exchange);
  const contactUri = target === 'Contact' ? readTarget(input) : undefined;
  const ringDelay = input.number('ringDelay', answerDelays) ?? forwarding.unanswered.ringDelay;
  input.check();
  forwarding.unanswered = { target, contactUri, ringDelay };
  forwarding.unansweredCallHandling = 'Enabled';
  return noContent;
}

function resetUnanswered({ application }: ApplicationContext): Reply {
  application.account.forwarding.unanswered = unansweredToVoicemail();
  return noContent;
}

const path = 'me/callForwardingSettings';

function route(
  name: string,
  how: (context: ApplicationContext, target: string) => Reply,
  target: string,
): ApplicationRoute {
  return { method: 'POST', path: `${path}/${name}`, handler: (context) => how(context, target) };
}

export const forwardTargetRoutes: readonly ApplicationRoute[] = [
  route('immediateForwardSettings/immediateForwardToContact', immediately, 'Contact'),
  route('immediateForwardSettings/immediateForwardToDelegates', immediately, 'Delegates'),
  route('immediateForwardSettings/immediateForwardToVoicemail', immediately, 'Voicemail'),
  route('simultaneousRingSettings/simultaneousRingToContact', simultaneously, 'Contact'),
  route('simultaneousRingSettings/simultaneousRingToDelegates', simultaneously, 'Delegates'),
  route('simultaneousRingSettings/simultaneousRingToTeam', simultaneously, 'Team'),
  route('unansweredCallSettings/unansweredCallToContact', whenUnanswered, 'Contact'),
  route('unansweredCallSettings/unansweredCallToVoicemail', whenUnanswered, 'Voicemail'),
  {
    method: 'POST',
    path: `${path}/unansweredCallSettings/resetUnansweredCallSettings`,
    handler: resetUnanswered,
  },
];
