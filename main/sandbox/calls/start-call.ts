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
import type { Application, Call, CallLeg, Conversation } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { hexId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import { reasons } from '../model/reasons.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { isOnThePhone, presenceOf, watchingPresence } from '../presence/presence.ts';
import { deliverOffer } from '../sdp/offer.ts';
import { announce } from './announce.ts';
import { type Destination, destinationsOf, emergencyDesk } from './call-routing.ts';
import { failCall, ringOut } from './end-call.ts';
import { type Replaced, replacedBy } from './hand-over.ts';
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
  /** Called in the name of somebody else. */
  readonly delegator?: Account | undefined;
  /** Where an emergency is; the call goes to whoever takes such calls. */
  readonly place?: JsonObject | undefined;
  /** The chat that it becomes a part of, as each side has it. */
  readonly chat?: { readonly mine: Conversation; readonly theirs: Conversation | undefined };
}

function callerLeg(
  world: World,
  application: Application,
  request: CallRequest,
  callee: Account | undefined,
): CallLeg {
  const name = callee?.user.name ?? request.toUri.replace(/^(sip|tel):/i, '');
  const peer = { uri: callee?.user.uri ?? request.toUri, name, account: callee };
  const conversation =
    request.chat?.mine ??
    createConversation(world, application, { peer, topic: request.topic, state: 'Connecting' });
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
    delegator: request.delegator,
    place: request.place ?? {},
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
  const { application } = conversation;
  return { role, application, conversation, medium: 'audioVideo', invitation, moving: undefined };
}

function calleeLeg(
  world: World,
  application: Application,
  call: Call,
  { forwardedBy, teamRing }: Pick<Destination, 'forwardedBy' | 'teamRing'>,
  replaced?: Replaced,
): CallLeg {
  const { conversation: theirs, invitation: sent } = call.caller;
  const { account } = application;
  const peer = peerOf(call.caller.application);
  const { importance, subject, threadId } = theirs;
  const topic = { importance, subject, threadId };
  const conversation =
    call.chat?.application === application
      ? call.chat
      : createConversation(world, application, { peer, topic, state: 'Incoming' });
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
    toUri: call.callee?.user.uri ?? account.user.uri,
    delegator: sent.delegator,
    forwardedBy,
    transferredBy: replaced?.by.application.account,
    replaces: replaced?.other.conversation,
    place: sent.place,
    state: teamRing ? 'TeamRing' : 'Connecting',
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

/** Why nobody can be called there now. */
export function refusal(
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
export function alertCaller(call: Call): void {
  const { invitation } = call.caller;
  if (call.state !== 'ringing' || invitation.state === 'Alerting') return;
  invitation.state = 'Alerting';
  publishInvitation(invitation, 'updated');
}

/** The callee cannot be called; they will read that somebody tried. */
export function refuseCall(world: World, call: Call, callee: Account, refused: Reason): void {
  const { importance, subject, threadId } = call.caller.conversation;
  const details = { importance, subject, threadId, modalities: call.modalities };
  archiveMissed(callee, peerOf(call.caller.application), details);
  for (const application of world.applicationsOf(callee)) publishMissedItems(application);
  failCall(world, call, refused);
}

/** Rings wherever the callee is, or ends the call with the reason why it can not. */
export function ring(world: World, call: Call, callee: Account, forwardedBy?: Account): void {
  const rings = destinationsOf(world, callee).flatMap((destination) =>
    endpointsOf(world, destination.account, call.caller.application).map((application) => {
      return {
        application,
        destination: { ...destination, forwardedBy: destination.forwardedBy ?? forwardedBy },
      };
    }),
  );
  const refused = refusal(
    world,
    callee,
    rings.map(({ application }) => application),
  );
  if (refused !== undefined) {
    refuseCall(world, call, callee, refused);
    return;
  }
  ringAt(
    world,
    call,
    rings.map(({ application, destination }) => calleeLeg(world, application, call, destination)),
  );
}

/** A call that takes the place of another rings where that one is, whatever else holds for the callee. */
function ringInPlace(world: World, call: Call, replaced: Replaced): void {
  const { application } = replaced.other;
  const direct = { forwardedBy: undefined, teamRing: false };
  ringAt(world, call, [calleeLeg(world, application, call, direct, replaced)]);
}

function ringAt(world: World, call: Call, legs: readonly CallLeg[]): void {
  call.ringing = [...legs];
  for (const account of new Set(legs.map(({ application }) => application.account))) {
    account.offerTampers.shift();
    account.decorations.shift();
  }
  for (const leg of call.ringing) {
    announceLeg(leg, leg.conversation !== call.chat, () => alertCaller(call));
    const user = (call.callee ?? leg.application.account).key;
    world.trace('invitation-started', { user, invitationId: leg.invitation.id });
  }
  call.cancelTimeout = world.timers.after(world.options.invitationTimeoutMs, () =>
    ringOut(world, call),
  );
}

/** It rings when the caller hears that it does. */
async function ringAnnounced(world: World, call: Call, callee: Account): Promise<void> {
  await announce(world, call);
  if (call.state === 'ringing') watchingPresence(world, () => ring(world, call, callee));
}

/** Starts a call: the caller hears of it at once, then every endpoint of the callee rings, or the call fails. */
export function startCall(world: World, application: Application, request: CallRequest): CallLeg {
  const callee =
    request.place === undefined ? findAccount(world, request.toUri) : emergencyDesk(world);
  const caller = callerLeg(world, application, request, callee);
  const replaced = replacedBy(world, application, callee);
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
    stopAnnouncement: () => undefined,
    handover: undefined,
    replaces: replaced?.call,
    telephones: new Set(),
    renegotiation: undefined,
    chat: request.chat?.theirs,
  };
  world.calls.add(call);
  announceLeg(caller, request.chat === undefined);
  if (world.invitationFault !== undefined) failCall(world, call, world.invitationFault);
  else if (callee === undefined) failCall(world, call, reasons.destinationNotFound);
  else if (replaced !== undefined) ringInPlace(world, call, replaced);
  else if (callee.announces) void ringAnnounced(world, call, callee);
  else ring(world, call, callee);
  return caller;
}
