import type { Exchange } from '../http/exchange.ts';
import type { Answer } from '../http/reply.ts';
import type { Params, Route } from '../http/router.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import type { Application, Attendance, Conversation, Invitation } from '../model/entities.ts';
import { findAccount } from '../model/find-account.ts';
import { seatWithId } from '../model/roster.ts';
import type { Seat } from '../model/seat.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';

/** A request outside any application. */
export interface ServerContext {
  readonly world: World;
  readonly exchange: Exchange;
  readonly params: Params;
}

/** A request within an application, by its own user. */
export interface ApplicationContext extends ServerContext {
  readonly application: Application;
}

export type ServerRoute = Route<(context: ServerContext) => Answer | Promise<Answer>>;
export type ApplicationRoute = Route<(context: ApplicationContext) => Answer | Promise<Answer>>;

export function conversationOf({ application, params }: ApplicationContext): Conversation {
  const conversation = application.conversations.get(params.conversation ?? '');
  if (conversation === undefined) throw notFound('Call not found.');
  return conversation;
}

export function invitationOf({ application, params }: ApplicationContext): Invitation {
  const invitation = application.invitations.get(params.invitation ?? '');
  if (invitation === undefined) throw notFound('Call not found.');
  return invitation;
}

/** Somebody in a conversation, as its owner sees them. */
export function seatOf(context: ApplicationContext): {
  readonly conversation: Conversation;
  readonly seat: Seat;
} {
  const conversation = conversationOf(context);
  const seat = seatWithId(conversation, (context.params.participant ?? '').toLowerCase());
  if (seat === undefined) throw notFound();
  return { conversation, seat };
}

/** The user's place in the meeting that a conversation is. */
export function attendanceOf(context: ApplicationContext): {
  readonly conversation: Conversation;
  readonly attendance: Attendance;
} {
  const conversation = conversationOf(context);
  const { attendance } = conversation;
  if (attendance === undefined || attendance.inLobby) throw notFound();
  return { conversation, attendance };
}

/** The conversation that the query names, when a new invitation is for an existing one. */
export function namedConversation(context: ApplicationContext): Conversation | undefined {
  const id = context.exchange.query('conversation');
  return id === undefined
    ? undefined
    : conversationOf({ ...context, params: { conversation: id } });
}

export function contactOf({ world, params }: ApplicationContext): Account {
  const account = findAccount(world, `sip:${(params.contact ?? '').replace(/^sip:/i, '')}`);
  if (account === undefined) throw notFound();
  return account;
}

/** Refuses what guests of meetings, who have no account, cannot do. */
export function refuseGuests({ application }: ApplicationContext): void {
  if (application.account.anonymous)
    throw new UcwaError(403, 'AnonymousNotAllowed', 'Guests of meetings cannot do this.');
}
