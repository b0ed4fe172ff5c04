import { failCall, ringOut, stopCall } from '../calls/end-call.ts';
import { announceLeg, connectPhoneLeg, failLeg } from '../calls/leg.ts';
import { alertCaller, refusal, refuseCall } from '../calls/start-call.ts';
import { publishInvitation } from '../events/conversation-events.ts';
import { createConversation, createInvitation, peerOf, type Topic } from '../model/create.ts';
import type { Application, Call, CallLeg, Conversation } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { hexId } from '../model/ids.ts';
import { reasons } from '../model/reasons.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';
import { mayUsePhone } from '../resources/phone-audio-resource.ts';

/** What a client asks for with startPhoneAudio or addPhoneAudio. */
export interface PhoneCallRequest {
  readonly toUri: string;
  /** The user's own, `tel:`. */
  readonly phoneNumber: string;
  readonly operationId: string | undefined;
  readonly delegator: Account | undefined;
}

/** The medium of a leg becomes the telephone, which is about to ring. */
export function phoneLeg(
  role: CallLeg['role'],
  conversation: Conversation,
  invitation: CallLeg['invitation'],
): CallLeg {
  const { application } = conversation;
  conversation.phoneAudio = { state: 'Connecting', onHold: false };
  return { role, application, conversation, medium: 'phoneAudio', invitation, moving: undefined };
}

/** A conversation that begins with a call from the user's telephone. */
export function startPhoneCall(
  world: World,
  application: Application,
  request: PhoneCallRequest & { readonly topic: Topic },
): CallLeg {
  const { toUri, topic } = request;
  const callee = findAccount(world, toUri);
  const name = callee?.user.name ?? toUri.replace(/^(sip|tel):/i, '');
  const peer = { uri: callee?.user.uri ?? toUri, name, account: callee };
  const setup = { peer, topic, state: 'Connecting' } as const;
  return addPhoneCall(world, createConversation(world, application, setup), request, true);
}

/** The user's telephone rings; when they answer it, the other person is called. */
export function addPhoneCall(
  world: World,
  conversation: Conversation,
  request: PhoneCallRequest,
  conversationIsNew = false,
): CallLeg {
  const invitation = createInvitation({
    kind: 'phoneAudio',
    conversation,
    direction: 'Outgoing',
    ...request,
  });
  const caller = phoneLeg('caller', conversation, invitation);
  const call: Call = {
    id: hexId(),
    offer: '',
    modalities: ['Audio'],
    caller,
    callee: findAccount(world, request.toUri),
    ringing: [],
    accepted: undefined,
    state: 'ringing',
    cancelTimeout: () => undefined,
    stopAnnouncement: () => undefined,
    handover: undefined,
    replaces: undefined,
    telephones: new Set(),
    renegotiation: undefined,
  };
  world.calls.add(call);
  announceLeg(caller, conversationIsNew);
  if (world.invitationFault !== undefined) failCall(world, call, world.invitationFault);
  else ringOwn(world, call, request.phoneNumber);
  return caller;
}

function ringOwn(world: World, call: Call, number: string): void {
  call.cancelTimeout = world.timers.after(world.options.invitationTimeoutMs, () =>
    failCall(world, call, reasons.ownPhoneTimedOut),
  );
  const telephone = world.telephones.call(number, {
    onAnswered: () => callOther(world, call),
    onRefused: () => failCall(world, call, reasons.ownPhoneDeclined),
    onHungUp: () => endPhoneCall(world, call),
  });
  call.telephones.add(telephone);
}

/** Whoever hangs up a telephone ends the call, however far it has come. */
export function endPhoneCall(world: World, call: Call): void {
  if (call.state === 'connected') stopCall(world, call);
  else if (call.state === 'ringing') failCall(world, call, reasons.canceledHere);
}

/** The user is on the line: now the other side's telephone rings. */
function callOther(world: World, call: Call): void {
  call.cancelTimeout();
  const { callee, caller } = call;
  const { toUri } = caller.invitation;
  const isNumber = toUri.startsWith('tel:');
  if (callee === undefined && !isNumber) {
    failCall(world, call, reasons.destinationNotFound);
    return;
  }
  const number = callee === undefined ? toUri : numberOf(callee, isNumber ? toUri : undefined);
  const refused = callee === undefined ? undefined : unreachable(world, callee, number);
  if (callee !== undefined && refused !== undefined) {
    refuseCall(world, call, callee, refused);
    return;
  }
  if (callee !== undefined) ringEndpoints(world, call, callee, number);
  alertCaller(call);
  call.cancelTimeout = world.timers.after(world.options.invitationTimeoutMs, () =>
    ringOut(world, call),
  );
  const telephone = world.telephones.call(number ?? '', {
    onAnswered: () => connect(world, call),
    onRefused: () => refuse(world, call),
    onHungUp: () => endPhoneCall(world, call),
  });
  call.telephones.add(telephone);
}

/** The number that was dialled, else the first that the person has. */
function numberOf({ phones }: Account, dialled: string | undefined): string | undefined {
  return dialled ?? [...phones.values()].find(({ number }) => number !== undefined)?.number;
}

/** A telephone needs nobody to be signed in, but who wants to be left alone is. */
function unreachable(world: World, callee: Account, number: string | undefined) {
  if (number === undefined) return reasons.unreachable;
  const signedIn = world.applicationsOf(callee).filter(({ available }) => available);
  return signedIn.length === 0 ? undefined : refusal(world, callee, signedIn);
}

/** The endpoints of the person who is called show that their telephone rings. */
function ringEndpoints(
  world: World,
  call: Call,
  callee: Account,
  phoneNumber: string | undefined,
): void {
  const { caller } = call;
  const { importance, subject, threadId } = caller.conversation;
  const endpoints = world
    .applicationsOf(callee)
    .filter((application) => application !== caller.application && mayUsePhone(application));
  call.ringing = endpoints.map((application) => {
    const conversation = createConversation(world, application, {
      peer: peerOf(caller.application),
      topic: { importance, subject, threadId },
      state: 'Incoming',
    });
    const invitation = createInvitation({
      kind: 'phoneAudio',
      conversation,
      direction: 'Incoming',
      toUri: callee.user.uri,
      phoneNumber,
      delegator: caller.invitation.delegator,
      decoration: callee.decorations[0] ?? {},
    });
    return phoneLeg('callee', conversation, invitation);
  });
  callee.decorations.shift();
  for (const leg of call.ringing) announceLeg(leg, true);
}

function connect(world: World, call: Call): void {
  watchingPresence(world, () => {
    call.cancelTimeout();
    const [accepted, ...others] = call.ringing;
    call.ringing = [];
    call.accepted = accepted;
    call.state = 'connected';
    for (const leg of [call.caller, ...(accepted === undefined ? [] : [accepted])]) {
      publishInvitation(leg.invitation, 'updated');
      connectPhoneLeg(leg);
    }
    for (const other of others) failLeg(other, reasons.connectedElsewhere);
  });
}

/** The other side's telephone turned the call away. */
function refuse(world: World, call: Call): void {
  const legs = call.ringing;
  failCall(world, call, reasons.declinedByOther);
  for (const leg of legs) failLeg(leg, reasons.declinedHere);
}
