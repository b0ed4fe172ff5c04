import { acceptCall, answerProvisionally, type CallAnswer } from '../calls/answer-call.ts';
import { declineCall, ringingCall } from '../calls/end-call.ts';
import { forwardCall } from '../calls/forward-call.ts';
import { startCall } from '../calls/start-call.ts';
import { readCallbackUrl } from '../hosted/callback-url.ts';
import type { Exchange } from '../http/exchange.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { type BadParameter, notFound, UcwaError } from '../http/ucwa-error.ts';
import { counterpart } from '../meetings/add-participant.ts';
import { joinMeetingMedia, type MeetingMediaRequest } from '../meetings/meeting-media.ts';
import { isDelegateOf } from '../model/delegation.ts';
import type { Application, Call, CallLeg, Conversation, Invitation } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { hexId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import { peerSeat } from '../model/roster.ts';
import type { Account } from '../model/user-account.ts';
import { watchingPresence } from '../presence/presence.ts';
import { isChat, negotiationResource } from '../resources/audio-video-resource.ts';
import { invitationHref } from '../resources/hrefs.ts';
import { invitationResource } from '../resources/invitation-resource.ts';
import { sdpOfHref } from '../sdp/offer.ts';
import { serviceOffer, silentAnswer } from '../sdp/service-media.ts';
import {
  type ApplicationContext,
  type ApplicationRoute,
  invitationOf,
  namedConversation,
} from './context.ts';
import { queryParameter, sdpBody } from './sdp-body.ts';

export const declineReasons = [
  'Global',
  'Local',
  'Unknown',
  'CodecMismatch',
  'EncryptionMismatch',
  'InsufficientBandwidth',
  'InsufficientBandwidthRerouteOverPstn',
  'InvalidMediaOffer',
  'IPv6NotSupported',
  'MediaAllocationFailure',
  'MediaConnectivityFailure',
  'UnsupportedMedia',
];

const callableUri = /^(sip:[^\s@]+@[^\s@]+|tel:\+?[\d().-]+(;\S+)?)$/i;

/** `to` of a new invitation; a bare phone number or SIP address is taken as well. */
export function readTarget(input: Input): string {
  const to = (input.string('to', { required: true }) ?? '').replace(/\s/g, '');
  if (to === '') return to;
  const uri = /^(sip|tel):/i.test(to) ? to : `${to.includes('@') ? 'sip' : 'tel'}:${to}`;
  if (!callableUri.test(uri)) input.reject('to');
  return uri;
}

/** The fields that every invitation to a new conversation has. */
export function readInvitation(input: Input): {
  readonly toUri: string;
  readonly operationId: string | undefined;
  readonly topic: {
    readonly importance: string;
    readonly subject: string;
    readonly threadId: string;
  };
} {
  const toUri = readTarget(input);
  const operationId = input.string('operationId', { maxLength: 50 });
  const importance = input.oneOf('importance', ['Normal', 'Urgent', 'Emergency']) ?? 'Normal';
  const subject = input.string('subject', { maxLength: 250 }) ?? '';
  const threadId = input.string('threadId') ?? hexId();
  return { toUri, operationId, topic: { importance, subject, threadId } };
}

/** Where an emergency is, by the names that the invitation has for it. */
function readPlace(input: Input): JsonObject {
  return {
    address: input.string('address'),
    building: input.string('building'),
    city: input.string('city'),
    country: input.string('country'),
    locationState: input.string('state'),
    zip: input.string('zip'),
  };
}

/** In whose name a delegate calls; they must have been made one. */
export function readDelegator(
  { world, application, exchange }: ApplicationContext,
  input: Input,
): Account | undefined {
  if (exchange.query('delegation') === undefined) return undefined;
  const uri = input.string('delegator', { required: true });
  if (uri === undefined) return undefined;
  const delegator = findAccount(world, uri);
  if (delegator !== undefined && isDelegateOf(application.account, delegator)) return delegator;
  throw new UcwaError(403, undefined, 'You are no delegate of this person.');
}

/** addAudio and addAudioVideo; escalateAudio and escalateAudioVideo bring the offer as the body itself. */
function add(context: ApplicationContext, conversation: Conversation, audioOnly: boolean): Reply {
  const { world, exchange } = context;
  const { attendance, state } = conversation;
  if (isChat(conversation)) return addToChat(context, conversation, audioOnly);
  if (attendance === undefined || state !== 'Conferenced')
    throw new UcwaError(409, undefined, 'Audio can not be added to this conversation.');
  const request =
    exchange.query('context')?.toLowerCase() === 'escalate'
      ? readEscalation(exchange)
      : readMedia(context, audioOnly);
  return created(invitationHref(joinMeetingMedia(world, conversation, attendance, request)));
}

/** A call within a chat of two: it rings at the other one's as any does. */
function addToChat(context: ApplicationContext, mine: Conversation, audioOnly: boolean): Reply {
  const { world, application } = context;
  const { importance, subject, threadId } = mine;
  const request = {
    ...readMedia(context, audioOnly),
    toUri: peerSeat(mine).uri,
    topic: { importance, subject, threadId },
    chat: { mine, theirs: counterpart(world, mine) },
  };
  return created(
    invitationHref(
      watchingPresence(world, () => startCall(world, application, request)).invitation,
    ),
  );
}

function readEscalation(exchange: Exchange): MeetingMediaRequest {
  const bad: BadParameter[] = [];
  const query = (name: string) =>
    queryParameter(exchange, name, { maxLength: 50, required: true }, bad);
  const operationId = query('operationId');
  const sessionContext = query('sessionContext');
  const offer = sdpBody(exchange, bad);
  const none = { joinAudioMuted: undefined, joinVideoMuted: undefined };
  return { operationId, sessionContext, offer, ...none };
}

/** The client's offer. A client of the hosted service may leave the media to it. */
function readOffer(input: Input, application: Application, audioOnly: boolean): string | undefined {
  const href = input.href('mediaOffer');
  if (href === undefined && application.dialect === 'hosted') return serviceOffer(audioOnly);
  const offer = sdpOfHref(href ?? '');
  if (offer === undefined) input.reject('mediaOffer');
  return offer;
}

function readMedia(
  { application, exchange }: ApplicationContext,
  audioOnly: boolean,
): MeetingMediaRequest {
  const input = new Input(exchange);
  const operationId = input.string('operationId', { maxLength: 50 });
  const sessionContext = input.string('sessionContext', { maxLength: 50 });
  const joinAudioMuted = input.boolean('joinAudioMuted');
  const joinVideoMuted = audioOnly ? undefined : input.boolean('joinVideoMuted');
  const byService = input.href('mediaOffer') === undefined;
  const offer = readOffer(input, application, audioOnly) ?? '';
  input.check();
  return { operationId, sessionContext, joinAudioMuted, joinVideoMuted, offer, byService };
}

/** startAudio and startAudioVideo, or more media for the conversation that the query names. */
function start(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const audioOnly = exchange.query('modality')?.toLowerCase() === 'audio';
  if (!audioOnly && application.account.user.videoAllowed === false) {
    throw new UcwaError(403, undefined, 'Video is not allowed for this user.');
  }
  const conversation = namedConversation(context);
  if (conversation !== undefined) return add(context, conversation, audioOnly);
  const input = new Input(exchange);
  const invitation = readInvitation(input);
  const isEmergency = exchange.query('context')?.toLowerCase() === 'emergency';
  const delegator = readDelegator(context, input);
  const place = isEmergency ? readPlace(input) : undefined;
  const sessionContext = input.string('sessionContext', { maxLength: 50 });
  const joinAudioMuted = input.boolean('joinAudioMuted');
  const joinVideoMuted = audioOnly ? undefined : input.boolean('joinVideoMuted');
  const offer = readOffer(input, application, audioOnly);
  const callbackUrl = readCallbackUrl(input, application);
  input.check();
  const request = {
    ...invitation,
    delegator,
    place,
    sessionContext,
    joinAudioMuted,
    joinVideoMuted,
    offer: offer ?? '',
  };
  const leg = watchingPresence(world, () => startCall(world, application, request));
  application.callbacks?.direct(leg.conversation, callbackUrl);
  return created(invitationHref(leg.invitation));
}

function ringing(context: ApplicationContext): { readonly call: Call; readonly leg: CallLeg } {
  const found = ringingCall(context.world, invitationOf(context));
  if (found === undefined || found.leg.role !== 'callee') throw notFound('Call not found.');
  return found;
}

function readAnswer({ exchange }: ApplicationContext, invitation: Invitation): CallAnswer {
  const bad: BadParameter[] = [];
  const sessionContext = queryParameter(
    exchange,
    'sessionContext',
    { maxLength: 50, required: true },
    bad,
  );
  const given = queryParameter(
    exchange,
    'processedOfferId',
    { maxLength: 100, required: false },
    bad,
  );
  const processedOfferId = given?.replace(/^<|>$/g, '');
  const known =
    invitation.offerContentIds.length === 0 ||
    invitation.offerContentIds.includes(processedOfferId ?? '');
  if (processedOfferId !== undefined && !known)
    bad.push({ name: 'processedOfferId', reason: 'Invalid' });
  const sdp = sdpBody(exchange, bad);
  return { sdp, sessionContext: sessionContext ?? '', processedOfferId };
}

function acceptWithAnswer(context: ApplicationContext): Reply {
  const { call, leg } = ringing(context);
  acceptCall(context.world, call, leg, readAnswer(context, leg.invitation));
  return noContent;
}

/** The hosted service answers with media of its own. */
function accept(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const { call, leg } = ringing(context);
  if (application.dialect !== 'hosted') throw notFound();
  const input = new Input(exchange);
  input.string('mediaHost');
  const callbackUrl = readCallbackUrl(input, application);
  input.check();
  application.callbacks?.direct(leg.conversation, callbackUrl);
  const sdp = silentAnswer(call.offer);
  acceptCall(world, call, leg, { sdp, sessionContext: hexId(), processedOfferId: undefined });
  return noContent;
}

/** Lets the call ring at somebody else instead. */
function forward(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const { call } = ringing(context);
  if (application.dialect !== 'hosted') throw notFound();
  const input = new Input(exchange);
  const toUri = readTarget(input);
  input.check();
  forwardCall(world, call, toUri);
  return noContent;
}

function sendProvisionalAnswer(context: ApplicationContext): Reply {
  const { call, leg } = ringing(context);
  answerProvisionally(call, leg, readAnswer(context, leg.invitation));
  return noContent;
}

function decline(context: ApplicationContext): Reply {
  const { call, leg } = ringing(context);
  const input = new Input(context.exchange);
  const reason = input.oneOf('reason', declineReasons) ?? 'Unknown';
  input.check();
  declineCall(context.world, call, leg, reason);
  return noContent;
}

function readNegotiation(context: ApplicationContext): Reply {
  const invitation = invitationOf(context);
  const negotiation = invitation.negotiations.get(context.params.negotiation ?? '');
  if (negotiation === undefined) throw notFound();
  return ok(negotiationResource(invitation, negotiation));
}

const one = 'communication/audioVideoInvitations/:invitation';

export const callRoutes: readonly ApplicationRoute[] = [
  { method: 'POST', path: 'communication/audioVideoInvitations', handler: start },
  {
    method: 'GET',
    path: one,
    handler: (context) => ok(invitationResource(invitationOf(context))),
  },
  { method: 'POST', path: `${one}/acceptWithAnswer`, handler: acceptWithAnswer },
  { method: 'POST', path: `${one}/sendProvisionalAnswer`, handler: sendProvisionalAnswer },
  { method: 'POST', path: `${one}/accept`, handler: accept },
  { method: 'POST', path: `${one}/forward`, handler: forward },
  { method: 'POST', path: `${one}/decline`, handler: decline },
  { method: 'GET', path: `${one}/audioVideoNegotiations/:negotiation`, handler: readNegotiation },
];
