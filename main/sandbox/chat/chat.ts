import { closeConversationIfIdle, completeInvitation } from '../calls/leg.ts';
import {
  publishConversation,
  publishInvitation,
  publishLocalParticipant,
  publishMessaging,
  publishParticipant,
  publishParticipantModality,
} from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { archiveMissed, publishMissedItems } from '../history/archive-conversation.ts';
import { createConversation, createInvitation, peerOf, type Topic } from '../model/create.ts';
import type { Application, Chat, Conversation, Invitation } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { hexId } from '../model/ids.ts';
import { reasons } from '../model/reasons.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { presenceOf } from '../presence/presence.ts';
import { deliverMessage, forgetTyping } from './messages.ts';

/** What a client asks for with startMessaging. */
export interface ChatRequest {
  readonly toUri: string;
  readonly topic: Topic;
  readonly operationId: string | undefined;
  readonly message: Invitation['message'];
}

type Side = Chat['caller'];

function announce({ conversation, invitation }: Side): void {
  publishInvitation(invitation, 'started');
  publishConversation(conversation, 'added');
  publishLocalParticipant(conversation, 'added');
  publishMessaging(conversation);
}

function fail({ conversation, invitation }: Side, reason: Reason): void {
  conversation.messaging.state = 'Disconnected';
  publishMessaging(conversation);
  completeInvitation(invitation, reason);
  closeConversationIfIdle(conversation);
}

function connect({ conversation, invitation }: Side): void {
  const wasJoined = conversation.joined;
  conversation.messaging.state = 'Connected';
  conversation.messaging.negotiatedMessageFormats = ['Plain', 'Html'];
  conversation.state = 'Connected';
  conversation.joined = true;
  publishConversation(conversation, 'updated');
  publishParticipant(conversation, wasJoined ? 'updated' : 'added');
  publishParticipantModality(conversation, 'remote', 'participantMessaging', 'added');
  publishParticipantModality(conversation, 'local', 'participantMessaging', 'added');
  publishMessaging(conversation);
  completeInvitation(invitation);
}

/** Invites somebody to exchange messages; every endpoint of theirs that takes messages is asked. */
export function startChat(
  world: World,
  application: Application,
  request: ChatRequest,
): Invitation {
  const callee = findAccount(world, request.toUri);
  const name = callee?.user.name ?? request.toUri.replace(/^sip:/i, '');
  const peer = { uri: callee?.user.uri ?? request.toUri, name, account: callee };
  const conversation = createConversation(world, application, {
    peer,
    topic: request.topic,
    state: 'Connecting',
  });
  conversation.messaging.state = 'Connecting';
  const { toUri, operationId } = request;
  const invitation = createInvitation({
    kind: 'messaging',
    conversation,
    direction: 'Outgoing',
    toUri,
    operationId,
  });
  const caller: Side = { conversation, invitation };
  announce(caller);
  const endpoints = world
    .applicationsOf(callee ?? application.account)
    .filter((endpoint) => endpoint !== application && callee !== undefined && endpoint.available)
    .filter(({ supportedModalities }) => supportedModalities.includes('Messaging'));
  if (world.invitationFault !== undefined) fail(caller, world.invitationFault);
  else if (callee === undefined) fail(caller, reasons.destinationNotFound);
  else if (endpoints.length === 0)
    miss(world, callee, caller, reasons.unreachable, request.message);
  else if (presenceOf(world, callee).availability === 'DoNotDisturb')
    miss(world, callee, caller, reasons.doNotDisturb, request.message);
  else ring(world, caller, endpoints, request);
  return invitation;
}

/** Nobody is asked, but the callee finds out later. */
function miss(
  world: World,
  callee: Account,
  caller: Side,
  reason: Reason,
  message: Invitation['message'],
): void {
  const { importance, subject, threadId, application } = caller.conversation;
  const details = { importance, subject, threadId, modalities: ['Messaging'] };
  archiveMissed(callee, peerOf(application), details, { message });
  for (const endpoint of world.applicationsOf(callee)) publishMissedItems(endpoint);
  fail(caller, reason);
}

function ring(
  world: World,
  caller: Side,
  endpoints: readonly Application[],
  request: ChatRequest,
): void {
  const asked = endpoints.map((endpoint) => invite(world, endpoint, caller, request));
  wait(world, caller, asked);
  for (const side of asked) announce(side);
}

/** From now on somebody has to answer. */
function wait(world: World, caller: Side, asked: readonly Side[]): void {
  const chat: Chat = {
    id: hexId(),
    caller,
    ringing: [...asked],
    accepted: undefined,
    state: 'ringing',
    cancelTimeout: world.timers.after(world.options.invitationTimeoutMs, () => {
      chatRingsOut(world, chat);
    }),
  };
  world.chats.add(chat);
}

/** Nobody answered. */
export function chatRingsOut(world: World, chat: Chat): void {
  endRinging(world, chat, reasons.timedOut, reasons.missed);
}

/** Asks the other side of a conversation that goes on, such as a call, to exchange messages too. */
export function addChat(
  world: World,
  conversation: Conversation,
  counterpart: Conversation,
  request: Pick<ChatRequest, 'operationId' | 'message'>,
): Invitation {
  const { operationId, message } = request;
  const outgoing = { kind: 'messaging', conversation, direction: 'Outgoing', operationId } as const;
  const invitation = createInvitation({ ...outgoing, toUri: conversation.peer.uri });
  const incoming = createInvitation({
    kind: 'messaging',
    conversation: counterpart,
    direction: 'Incoming',
    toUri: counterpart.application.account.user.uri,
    message,
  });
  const caller = { conversation, invitation };
  const callee = { conversation: counterpart, invitation: incoming };
  for (const side of [caller, callee]) {
    side.conversation.messaging.state = 'Connecting';
    publishInvitation(side.invitation, 'started');
    publishMessaging(side.conversation);
  }
  wait(world, caller, [callee]);
  return invitation;
}

function invite(world: World, endpoint: Application, caller: Side, request: ChatRequest): Side {
  const peer = peerOf(caller.conversation.application);
  const conversation = createConversation(world, endpoint, {
    peer,
    topic: request.topic,
    state: 'Incoming',
  });
  conversation.messaging.state = 'Connecting';
  const invitation = createInvitation({
    kind: 'messaging',
    conversation,
    direction: 'Incoming',
    toUri: endpoint.account.user.uri,
    message: request.message,
  });
  return { conversation, invitation };
}

function endRinging(world: World, chat: Chat, forCaller: Reason, forOthers: Reason): void {
  const asked = chat.ringing;
  chat.cancelTimeout();
  chat.ringing = [];
  chat.state = 'ended';
  world.chats.delete(chat);
  fail(chat.caller, forCaller);
  for (const side of asked) fail(side, forOthers);
}

/** The chat that a still open invitation belongs to. */
export function ringingChat(world: World, invitation: Invitation): Chat | undefined {
  if (!invitation.open) return undefined;
  return [...world.chats].find(
    (chat) =>
      chat.state === 'ringing' &&
      (chat.caller.invitation === invitation ||
        chat.ringing.some((side) => side.invitation === invitation)),
  );
}

export function chatOf(world: World, conversation: Conversation): Chat | undefined {
  return [...world.chats].find(
    (chat) =>
      chat.caller.conversation === conversation ||
      chat.accepted === conversation ||
      chat.ringing.some((side) => side.conversation === conversation),
  );
}

export function acceptChat(world: World, chat: Chat, invitation: Invitation): void {
  const side = chat.ringing.find((candidate) => candidate.invitation === invitation);
  if (side === undefined) return;
  const others = chat.ringing.filter((other) => other !== side);
  chat.cancelTimeout();
  chat.ringing = [];
  chat.accepted = side.conversation;
  chat.state = 'connected';
  invitation.open = false;
  publishInvitation(invitation, 'updated');
  connect(side);
  connect(chat.caller);
  for (const other of others) fail(other, reasons.connectedElsewhere);
  if (invitation.message !== undefined)
    deliverMessage(world, side.conversation, invitation.message);
}

export function declineChat(world: World, chat: Chat, invitation: Invitation): void {
  const side = chat.ringing.find((candidate) => candidate.invitation === invitation);
  if (side === undefined) return;
  chat.ringing = chat.ringing.filter((other) => other !== side);
  fail(side, reasons.declinedHere);
  if (chat.ringing.length === 0)
    endRinging(world, chat, reasons.declinedByOther, reasons.declinedElsewhere);
}

/** Cancels a chat that rings, or ends one that goes on. */
export function stopChat(world: World, chat: Chat): void {
  if (chat.state === 'ringing') {
    endRinging(world, chat, reasons.canceledHere, reasons.canceledByOther);
    return;
  }
  chat.state = 'ended';
  world.chats.delete(chat);
  for (const conversation of [chat.caller.conversation, chat.accepted]) {
    if (conversation === undefined) continue;
    forgetTyping(conversation);
    conversation.messaging.state = 'Disconnected';
    publishMessaging(conversation);
    closeConversationIfIdle(conversation);
  }
}

/** An endpoint has gone: chats that depended on it end. */
export function leaveChats(world: World, application: Application): void {
  for (const chat of [...world.chats]) {
    const took = chat.accepted?.application === application;
    if (chat.caller.conversation.application === application || took) stopChat(world, chat);
    else if (chat.ringing.some((side) => side.conversation.application === application)) {
      chat.ringing = chat.ringing.filter((side) => side.conversation.application !== application);
      if (chat.ringing.length === 0)
        endRinging(world, chat, reasons.unreachable, reasons.unreachable);
    }
  }
}
