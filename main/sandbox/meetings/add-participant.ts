import { callOfConversation } from '../calls/end-call.ts';
import { completeInvitation } from '../calls/leg.ts';
import { chatOf } from '../chat/chat.ts';
import { publishConversation, publishInvitation } from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { archiveMissed, publishMissedItems } from '../history/archive-conversation.ts';
import { alreadyExists } from '../http/ucwa-error.ts';
import { createConversation, createInvitation, peerOf } from '../model/create.ts';
import type {
  Application,
  Conversation,
  Invitation,
  Meeting,
  PendingParticipant,
} from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { participantId } from '../model/ids.ts';
import { reasons } from '../model/reasons.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';
import { presenceOf } from '../presence/presence.ts';
import { attend } from './attend.ts';
import { createMeeting } from './meeting.ts';
import { cancelPending } from './pending.ts';

/** What a client asks for with addParticipant. */
export interface ParticipantRequest {
  readonly toUri: string;
  readonly operationId: string | undefined;
}

/** The other side's view of a two-party conversation. */
export function counterpart(world: World, conversation: Conversation): Conversation | undefined {
  const found = callOfConversation(world, conversation);
  if (found !== undefined) {
    const { call, leg } = found;
    return (leg === call.caller ? call.accepted : call.caller)?.conversation;
  }
  const chat = chatOf(world, conversation);
  return chat?.accepted === conversation ? chat.caller.conversation : chat?.accepted;
}

/**
 * Turns a two-party conversation into a meeting, for both. Messages go through the meeting from
 * now on; sound and picture stay between the two until one of them moves them there (`escalateAudio`).
 */
function escalate(world: World, conversation: Conversation, meeting: Meeting): void {
  const other = counterpart(world, conversation);
  const chat = chatOf(world, conversation);
  if (chat !== undefined) world.chats.delete(chat);
  attend(conversation, meeting, 'asked');
  if (other !== undefined) attend(other, meeting, 'asked');
}

function ask(
  world: World,
  application: Application,
  inviter: Conversation,
  meeting: Meeting,
): PendingParticipant['inviter'] {
  const { importance, subject, threadId } = inviter;
  const conversation = createConversation(world, application, {
    peer: peerOf(inviter.application),
    topic: { importance, subject, threadId },
    state: 'Incoming',
  });
  const { account } = application;
  const invitation = createInvitation({
    kind: 'onlineMeeting',
    conversation,
    direction: 'Incoming',
    toUri: account.user.uri,
    meeting,
    decoration: account.decorations[0] ?? {},
  });
  return { conversation, invitation };
}

function refusal(
  world: World,
  target: Account | undefined,
  endpoints: readonly Application[],
): Reason | undefined {
  if (target === undefined) return reasons.destinationNotFound;
  if (endpoints.length === 0) return reasons.unreachable;
  const dnd = presenceOf(world, target).availability === 'DoNotDisturb';
  return dnd ? reasons.doNotDisturb : undefined;
}

function endpointsOf(world: World, target: Account | undefined): readonly Application[] {
  if (target === undefined) return [];
  return world
    .applicationsOf(target)
    .filter(({ available, supportedModalities }) => available && supportedModalities.length > 0);
}

function ring(
  world: World,
  endpoints: readonly Application[],
  inviter: PendingParticipant['inviter'],
  meeting: Meeting,
): void {
  const { conversation, invitation } = inviter;
  const pending: PendingParticipant = {
    meeting,
    inviter,
    participantId: participantId(invitation.toUri),
    ringing: endpoints.map((endpoint) => ask(world, endpoint, conversation, meeting)),
    cancelTimeout: world.timers.after(world.options.invitationTimeoutMs, () =>
      cancelPending(pending, reasons.timedOut, reasons.missed),
    ),
  };
  meeting.pending.add(pending);
  for (const side of pending.ringing) {
    side.conversation.application.account.decorations.shift();
    publishInvitation(side.invitation, 'started');
    publishConversation(side.conversation, 'added');
  }
}

/**
 * Asks somebody into a conversation, which becomes a meeting if it is none yet.
 * @throws UcwaError 409 when they are there or being asked already.
 */
export function addParticipant(
  world: World,
  conversation: Conversation,
  { toUri, operationId }: ParticipantRequest,
): Invitation {
  const target = findAccount(world, toUri);
  const id = participantId(target?.user.uri ?? toUri);
  const current = conversation.attendance?.meeting;
  const there = current?.attendances.has(id) ?? id === conversation.remoteParticipantId;
  const asked = [...(current?.pending ?? [])].some((pending) => pending.participantId === id);
  if (there || asked) throw alreadyExists('This person takes part or is being asked already.');
  const { account } = conversation.application;
  const { subject } = conversation;
  const meeting = current ?? createMeeting(world, account, { scheduled: false }, { subject });
  const invitation = createInvitation({
    kind: 'participant',
    conversation,
    direction: 'Outgoing',
    toUri: target?.user.uri ?? toUri,
    toName: target?.user.name ?? toUri.replace(/^(sip|tel):/i, ''),
    operationId,
    meeting,
  });
  publishInvitation(invitation, 'started');
  if (current === undefined) escalate(world, conversation, meeting);
  const endpoints = endpointsOf(world, target);
  const refused = refusal(world, target, endpoints);
  if (refused === undefined) ring(world, endpoints, { conversation, invitation }, meeting);
  else {
    completeInvitation(invitation, refused);
    if (target !== undefined) {
      const { importance, threadId } = conversation;
      const details = { importance, subject, threadId, modalities: ['Messaging'] };
      archiveMissed(target, peerOf(conversation.application), details, { meeting });
      for (const endpoint of world.applicationsOf(target)) publishMissedItems(endpoint);
    }
  }
  return invitation;
}
