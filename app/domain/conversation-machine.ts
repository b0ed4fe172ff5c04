import type { CallOutcome } from './call-outcome.ts';
import type {
  Conversation,
  ConversationEndReason,
  ConversationState,
  InvitedPerson,
} from './conversation.ts';
import { type PersonRef, personKey } from './person.ts';
import { emptyRoster } from './roster.ts';

/**
 * Every legal move. Events may be merged, so states may be skipped, but none is gone back to: a
 * meeting never turns into a chat again. `Ended` is left only when the user starts anew.
 */
const conversationMoves: Readonly<Record<ConversationState, readonly ConversationState[]>> = {
  Connecting: ['Connected', 'Conferencing', 'InLobby', 'Conferenced', 'Disconnected', 'Ended'],
  Incoming: [
    'Connecting',
    'Connected',
    'Conferencing',
    'InLobby',
    'Conferenced',
    'Disconnected',
    'Ended',
  ],
  Connected: ['Conferencing', 'InLobby', 'Conferenced', 'Disconnected', 'Ended'],
  // Back to Connected: it could not be made a meeting.
  Conferencing: ['Connected', 'InLobby', 'Conferenced', 'Disconnected', 'Ended'],
  InLobby: ['Conferencing', 'Conferenced', 'Disconnected', 'Ended'],
  Conferenced: ['Disconnected', 'Ended'],
  Disconnected: ['Connecting', 'Connected', 'Conferencing', 'InLobby', 'Conferenced', 'Ended'],
  Ended: ['Connecting'],
};

/** How many people that were asked in are kept. */
export const maxInvited = 100;

/** The conversation in another state; the same one when the table has no such move. */
export function moveConversation(
  conversation: Conversation,
  to: ConversationState,
  atMs: number,
): Conversation {
  if (!conversationMoves[conversation.state].includes(to)) return conversation;
  const isOver = to === 'Disconnected' || to === 'Ended';
  const isOn = to === 'Connected' || to === 'Conferenced';
  return {
    ...conversation,
    ...(isOver ? { ...emptyRoster, messaging: 'Disconnected', self: null } : {}),
    connectedAtMs: conversation.connectedAtMs ?? (isOn ? atMs : null),
    endedAtMs: to === 'Ended' ? atMs : conversation.endedAtMs,
    state: to,
  };
}

/** Somebody or something ended it. The first reason that was told stays. */
export function endConversation(
  conversation: Conversation,
  reason: ConversationEndReason,
  atMs: number,
): Conversation {
  const endReason = conversation.endReason ?? reason;
  return moveConversation({ ...conversation, endReason }, 'Ended', atMs);
}

/** Others who leave so shortly before the user is sent out were sent out with them. */
const sameMomentMs = 2_000;

/**
 * The server says why the user is in it no more; the first reason stays. Only leaders send people out:
 * where there is one, they did. Who sends out everybody that is left ends the meeting, as UCWA has no
 * word for it.
 * @param othersLeftMs when somebody left last
 */
export function tellEnd(
  conversation: Conversation,
  reason: ConversationEndReason,
  atMs: number,
  othersLeftMs: number,
): Conversation {
  if (conversation.endReason !== null) return conversation;
  const { participants } = conversation;
  const [leader, ...more] = participants.filter(({ role }) => role === 'Leader');
  if (reason !== 'removed' || leader === undefined || more.length > 0) {
    return { ...conversation, endReason: reason };
  }
  const isAlone = participants.length === 1 && atMs - othersLeftMs <= sameMomentMs;
  return { ...conversation, endReason: isAlone ? 'ended' : 'removed', endedBy: leader.person };
}

/** It begins anew, as the same for the user; what was not over yet goes on. */
export function restartConversation(conversation: Conversation, atMs: number): Conversation {
  const wasOver = conversation.state === 'Ended';
  return {
    ...moveConversation(moveConversation(conversation, 'Ended', atMs), 'Connecting', atMs),
    ...(wasOver ? { startedAtMs: atMs, connectedAtMs: null } : {}),
    endedAtMs: null,
    endReason: null,
    endedBy: null,
    invitation: null,
    invited: [],
    meeting: null,
  };
}

/** The invitation was decided. What came first stays. */
export function settleInvitation(conversation: Conversation, outcome: CallOutcome): Conversation {
  const { invitation } = conversation;
  if (invitation === null || invitation.outcome !== null) return conversation;
  return { ...conversation, invitation: { ...invitation, outcome } };
}

/** Somebody was asked into the conversation. */
export function addInvited(conversation: Conversation, invited: InvitedPerson): Conversation {
  return { ...conversation, invited: [...conversation.invited, invited].slice(-maxInvited) };
}

/** Somebody who was asked in decided. What came first stays. */
export function settleInvited(
  conversation: Conversation,
  invitedId: string,
  outcome: CallOutcome,
): Conversation {
  const invited = conversation.invited.map((each) =>
    each.id === invitedId && each.outcome === null ? { ...each, outcome } : each,
  );
  return { ...conversation, invited };
}

const notLetIn: CallOutcome = { kind: 'failed', reason: 'lobby-timeout', detail: null };

/** Somebody who was asked in, and came as far as the lobby, is there no more: let in, or not. */
export const leftLobby = (conversation: Conversation, { uri }: PersonRef): Conversation =>
  resettle(conversation, uri, 'answered', notLetIn);

/** Somebody is in it: whoever was asked has come. */
export const cameIn = (conversation: Conversation, { uri }: PersonRef): Conversation =>
  resettle(conversation, uri, 'failed', { kind: 'answered' });

/** Changes what became of the last invitation of somebody, where it is of a kind. */
function resettle(
  conversation: Conversation,
  uri: string,
  from: CallOutcome['kind'],
  to: CallOutcome,
): Conversation {
  const key = personKey(uri);
  const last = conversation.invited.filter(({ person }) => personKey(person.uri) === key).at(-1);
  if (uri === '' || last?.outcome?.kind !== from) return conversation;
  const invited = conversation.invited.map((each) =>
    each === last ? { ...each, outcome: to } : each,
  );
  return { ...conversation, invited };
}

/** It alerts for as long as somebody waits for the user in it: to be let in, or to be read. */
export const settleAlert = (conversation: Conversation): Conversation => {
  const { alert, can, unread } = conversation;
  return alert === null || can.accept || unread > 0
    ? conversation
    : { ...conversation, alert: null };
};
