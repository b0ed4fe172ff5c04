import { publishInvitation } from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { archiveMissed, publishMissedItems } from '../history/archive-conversation.ts';
import {
  createConversation,
  createInvitation,
  modalitiesOfSdp,
  peerOf,
  type Topic,
} from '../model/create.ts';
import type { Account, Application, Call, CallLeg, Conversation } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { hexId } from '../model/ids.ts';
import { reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { isOnThePhone, presenceOf } from '../presence/presence.ts';
import { deliverOffer } from '../sdp/offer.ts';
import { failCall, ringOut } from './end-call.ts';
import { announceLeg } from './leg.ts';

/** What a client asks for with startAudio or startAudioVideo. */
export interface CallRequest {
  readonly toUri: string;
  readonly offer: string;
  readonly topic: Topic;
  readonly operationId: string | undefined;
  readonly sessionContext: string | undefined;
  readonly joinAudioMuted: boolean | undefined;
  readonly joinVideoMuted: boolean | undefined;
}

function callerLeg(
  world: World,
  application: Application,
  request: CallRequest,
  callee: Account | undefined,
): CallLeg {
  const name = callee?.user.name ?? request.toUri.replace(/^(sip|tel):/i, '');
  const peer = { uri: callee?.user.uri ?? request.toUri, name, account: callee };
  const conversation = createConversation(world, application, {
    peer,
    topic: request.topic,
    state: 'Connecting',
  });
  const { toUri, operationId, sessionContext, joinAudioMuted, joinVideoMuted } = request;
  const invitation = createInvitation({
    kind: 'audioVideo',
    conversation,
    direction: 'Outgoing',
    toUri,
    operationId,
    sessionContext,
    joinAudioMuted,
    joinVideoMuted,
  });
  return joinLeg('caller', conversation, invitation, request.offer);
}

function joinLeg(
  role: CallLeg['role'],
  conversation: Conversation,
  invitation: CallLeg['invitation'],
  offer: string,
): CallLeg {
  conversation.audioVideo = {
    state: 'Connecting',
    viaMeeting: false,
    modalities: modalitiesOfSdp(offer),
    session: undefined,
    invitation,
  };
  return { role, application: conversation.application, conversation, invitation };
}

function calleeLeg(world: World, application: Application, call: Call): CallLeg {
  const { conversation: theirs } = call.caller;
  const { account } = application;
  const peer = peerOf(call.caller.application);
  const { importance, subject, threadId } = theirs;
  const topic = { importance, subject, threadId };
  const conversation = createConversation(world, application, { peer, topic, state: 'Incoming' });
  const tamper = account.offerTampers[0];
  const offer = deliverOffer(
    tamper === undefined ? call.offer : tamper(call.offer),
    account.offerForm,
    world.domain,
  );
  const invitation = createInvitation({
    kind: 'audioVideo',
    conversation,
    direction: 'Incoming',
    toUri: account.user.uri,
    mediaOffer: offer.href,
    offerContentIds: offer.contentIds,
    decoration: account.decorations[0] ?? {},
  });
  return joinLeg('callee', conversation, invitation, call.offer);
}

/** Endpoints that said they can take audio or video; the calling endpoint itself never rings. */
function endpointsOf(world: World, account: Account, caller: Application): readonly Application[] {
  return world
    .applicationsOf(account)
    .filter((application) => application !== caller && application.available)
    .filter(
      ({ supportedModalities }) =>
        supportedModalities.includes('Audio') || supportedModalities.includes('Video'),
    );
}

function refusal(
  world: World,
  callee: Account,
  endpoints: readonly Application[],
): Reason | undefined {
  if (endpoints.length === 0) return reasons.unreachable;
  if (presenceOf(world, callee).availability === 'DoNotDisturb') return reasons.doNotDisturb;
  const busy = callee.user.busyOptions === 'BusyOnBusy' && isOnThePhone(world, callee);
  return busy ? reasons.busy : undefined;
}

/** An endpoint of the callee has been told: it rings there, and the caller hears of that once. */
function alertCaller(call: Call): void {
  const { invitation } = call.caller;
  if (call.state !== 'ringing' || invitation.state === 'Alerting') return;
  invitation.state = 'Alerting';
  publishInvitation(invitation, 'updated');
}

function ring(world: World, call: Call, callee: Account): void {
  const endpoints = endpointsOf(world, callee, call.caller.application);
  const refused = refusal(world, callee, endpoints);
  if (refused !== undefined) {
    const { importance, subject, threadId } = call.caller.conversation;
    const details = { importance, subject, threadId, modalities: call.modalities };
    archiveMissed(callee, peerOf(call.caller.application), details);
    for (const application of world.applicationsOf(callee)) publishMissedItems(application);
    failCall(world, call, refused);
    return;
  }
  call.ringing = endpoints.map((application) => calleeLeg(world, application, call));
  callee.offerTampers.shift();
  callee.decorations.shift();
  for (const leg of call.ringing) {
    announceLeg(leg, true, () => alertCaller(call));
    world.trace('invitation-started', { user: callee.key, invitationId: leg.invitation.id });
  }
  call.cancelTimeout = world.timers.after(world.options.invitationTimeoutMs, () =>
    ringOut(world, call),
  );
}

/** Starts a call: the caller hears of it at once, then every endpoint of the callee rings, or the call fails. */
export function startCall(world: World, application: Application, request: CallRequest): CallLeg {
  const callee = findAccount(world, request.toUri);
  const caller = callerLeg(world, application, request, callee);
  const call: Call = {
    id: hexId(),
    offer: request.offer,
    modalities: caller.conversation.audioVideo.modalities,
    caller,
    callee,
    ringing: [],
    accepted: undefined,
    state: 'ringing',
    cancelTimeout: () => undefined,
    renegotiation: undefined,
  };
  world.calls.add(call);
  announceLeg(caller, true);
  if (world.invitationFault !== undefined) failCall(world, call, world.invitationFault);
  else if (callee === undefined) failCall(world, call, reasons.destinationNotFound);
  else ring(world, call, callee);
  return caller;
}
