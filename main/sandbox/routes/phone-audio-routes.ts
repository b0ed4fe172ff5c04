import {
  callOfConversation,
  cancelCall,
  declineCall,
  ringingCall,
  stopCall,
} from '../calls/end-call.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { alreadyExists, conflict, notFound, UcwaError } from '../http/ucwa-error.ts';
import type { Application, Call, CallLeg } from '../model/entities.ts';
import { normalizedNumber } from '../model/phones.ts';
import type { Account } from '../model/user-account.ts';
import {
  acceptOnPhone,
  holdPhone,
  replaceWithPhone,
  stayOffPhone,
} from '../phone-audio/move-to-phone.ts';
import { addPhoneCall, startPhoneCall } from '../phone-audio/phone-call.ts';
import { watchingPresence } from '../presence/presence.ts';
import { invitationHref } from '../resources/hrefs.ts';
import { invitationResource } from '../resources/invitation-resource.ts';
import { mayUsePhone, phoneAudioResource } from '../resources/phone-audio-resource.ts';
import { declineReasons, readDelegator, readInvitation, readTarget } from './call-routes.ts';
import {
  type ApplicationContext,
  type ApplicationRoute,
  conversationOf,
  invitationOf,
  namedConversation,
} from './context.ts';

function refuseWithoutPhone(application: Application): void {
  if (!mayUsePhone(application))
    throw new UcwaError(403, undefined, 'Phone audio is not among the capabilities.');
}

function usualNumber({ phones }: Account): string | undefined {
  return [...phones.values()].find(({ number }) => number !== undefined)?.number;
}

/** The user's own telephone: the one that is named, that was given when signing in, or any. */
function ownNumber(application: Application, named: string | undefined): string {
  const number = named ?? application.phoneNumber ?? usualNumber(application.account);
  const normalized = number === undefined ? undefined : normalizedNumber(number);
  if (normalized !== undefined) return normalized;
  throw new UcwaError(400, 'NormalizationFailed', 'The phone normalization failed.');
}

/** startPhoneAudio, or addPhoneAudio and replaceWithPhoneAudio in the conversation that the query names. */
function start(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  refuseWithoutPhone(application);
  const conversation = namedConversation(context);
  const input = new Input(exchange);
  const named = input.string('phoneNumber');
  if (conversation === undefined) {
    const invitation = readInvitation(input);
    const delegator = readDelegator(context, input);
    input.check();
    const request = { ...invitation, delegator, phoneNumber: ownNumber(application, named) };
    const leg = watchingPresence(world, () => startPhoneCall(world, application, request));
    return created(invitationHref(leg.invitation));
  }
  const toUri = readTarget(input);
  const operationId = input.string('operationId', { maxLength: 50 });
  input.check();
  const phoneNumber = ownNumber(application, named);
  const request = { toUri, operationId, phoneNumber, delegator: undefined };
  if (exchange.query('context')?.toLowerCase() === 'replace')
    return created(invitationHref(replaceWithPhone(world, conversation, request)));
  if (conversation.state !== 'Connected') throw conflict('The conversation is not connected.');
  if (conversation.phoneAudio.state !== 'Disconnected')
    throw alreadyExists('The telephone is in use already.');
  return created(
    invitationHref(
      watchingPresence(world, () => addPhoneCall(world, conversation, request)).invitation,
    ),
  );
}

function acceptWithPhoneAudio(context: ApplicationContext): Reply {
  const { world, application } = context;
  const found = ringingCall(world, invitationOf(context));
  if (found === undefined || found.leg.role !== 'callee') throw notFound('Call not found.');
  refuseWithoutPhone(application);
  acceptOnPhone(world, found.call, found.leg, ownNumber(application, undefined));
  return noContent;
}

function decline(context: ApplicationContext): Reply {
  const found = ringingCall(context.world, invitationOf(context));
  if (found === undefined || found.leg.role !== 'callee') throw notFound('Call not found.');
  const input = new Input(context.exchange);
  const reason = input.oneOf('reason', declineReasons) ?? 'Unknown';
  input.check();
  declineCall(context.world, found.call, found.leg, reason);
  return noContent;
}

/** The call that the telephone is used for. */
function onPhone(context: ApplicationContext): { readonly call: Call; readonly leg: CallLeg } {
  const conversation = conversationOf(context);
  const found = callOfConversation(context.world, conversation);
  if (found === undefined || conversation.phoneAudio.state === 'Disconnected')
    throw notFound('Call Not Found');
  return found;
}

/** stopPhoneAudio and cancel: the telephone stops ringing, or the call on it ends. */
function stop(context: ApplicationContext): Reply {
  const { world } = context;
  const { call, leg } = onPhone(context);
  if (leg.moving !== undefined) stayOffPhone(call, leg);
  else if (call.state === 'connected') stopCall(world, call);
  else if (leg.role === 'caller') cancelCall(world, call);
  else declineCall(world, call, leg, 'Local');
  return noContent;
}

function hold(onHold: boolean): (context: ApplicationContext) => Reply {
  return (context) => {
    const { leg } = onPhone(context);
    const { phoneAudio } = leg.conversation;
    if (phoneAudio.state !== 'Connected' || phoneAudio.onHold === onHold)
      throw conflict('The telephone is in another state.');
    holdPhone(leg.conversation, onHold);
    return noContent;
  };
}

const invitations = 'communication/phoneAudioInvitations';
const one = `${invitations}/:invitation`;
const phoneAudio = 'communication/conversations/:conversation/phoneAudio';

export const phoneAudioRoutes: readonly ApplicationRoute[] = [
  { method: 'POST', path: invitations, handler: start },
  {
    method: 'GET',
    path: one,
    handler: (context) => ok(invitationResource(invitationOf(context))),
  },
  { method: 'POST', path: `${one}/decline`, handler: decline },
  {
    method: 'POST',
    path: 'communication/audioVideoInvitations/:invitation/acceptWithPhoneAudio',
    handler: acceptWithPhoneAudio,
  },
  {
    method: 'GET',
    path: phoneAudio,
    handler: (context) => ok(phoneAudioResource(conversationOf(context))),
  },
  { method: 'POST', path: `${phoneAudio}/terminate`, handler: stop },
  { method: 'POST', path: `${phoneAudio}/stopPhoneAudio`, handler: stop },
  { method: 'POST', path: `${phoneAudio}/holdPhoneAudio`, handler: hold(true) },
  { method: 'POST', path: `${phoneAudio}/resumePhoneAudio`, handler: hold(false) },
];
