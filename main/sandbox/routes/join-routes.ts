import { readCallbackUrl } from '../hosted/callback-url.ts';
import { Input } from '../http/input.ts';
import { created, noContent, ok, type Reply } from '../http/reply.ts';
import { notFound, UcwaError } from '../http/ucwa-error.ts';
import { addParticipant } from '../meetings/add-participant.ts';
import { joiningOf, joinMeeting } from '../meetings/join.ts';
import { leaveMeeting } from '../meetings/leave.ts';
import { limitLobbyStay } from '../meetings/lobby-stay.ts';
import { createMeeting, findMeeting } from '../meetings/meeting.ts';
import { acceptPending, cancelPending, declinePending, pendingOf } from '../meetings/pending.ts';
import type { Topic } from '../model/create.ts';
import type { Meeting, PendingParticipant } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import { reasons } from '../model/reasons.ts';
import { invitationHref } from '../resources/hrefs.ts';
import { invitationResource } from '../resources/invitation-resource.ts';
import { declineReasons, readTarget } from './call-routes.ts';
import {
  type ApplicationContext,
  type ApplicationRoute,
  invitationOf,
  namedConversation,
} from './context.ts';

function readTopic(input: Input): Topic {
  return {
    importance: input.oneOf('importance', ['Normal', 'Urgent', 'Emergency']) ?? 'Normal',
    subject: input.string('subject', { maxLength: 250 }) ?? '',
    threadId: input.string('threadId') ?? hexId(),
  };
}

/**
 * The meeting that a client means: without an address, or with `adhoc`, a new one.
 * @throws UcwaError 404 when there is none; 403 for a guest who came for another
 */
function meetingFor(
  { world, application }: ApplicationContext,
  uri: string | undefined,
  subject: string,
): Meeting {
  const { account } = application;
  const isNew = uri === undefined || uri.toLowerCase() === 'adhoc';
  if (isNew && account.anonymous)
    throw new UcwaError(403, 'AnonymousNotAllowed', 'A guest may not start meetings.');
  const meeting = isNew
    ? createMeeting(world, account, { scheduled: false }, { subject })
    : findMeeting(world, uri);
  if (meeting === undefined)
    throw new UcwaError(404, 'DestinationNotFound', 'The meeting could not be found.');
  if (account.anonymous && meeting.id !== account.guestOf)
    throw new UcwaError(403, undefined, 'A guest may join the one meeting they came for.');
  return meeting;
}

/** startOnlineMeeting and joinOnlineMeeting. A guest says what to be called. */
function join(context: ApplicationContext): Reply {
  const { world, application, exchange } = context;
  const { account } = application;
  const input = new Input(exchange);
  const uri = input.string('onlineMeetingUri')?.trim();
  const operationId = input.string('operationId', { maxLength: 50 });
  const topic = readTopic(input);
  const limits = { required: account.anonymous, maxLength: 250 };
  const guestName = input.string('anonymousDisplayName', limits);
  const callbackUrl = readCallbackUrl(input, application);
  input.check();
  const meeting = meetingFor(context, uri, topic.subject);
  if (account.anonymous && guestName !== undefined)
    account.user = { ...account.user, name: guestName };
  const invitation = joinMeeting(world, application, { meeting, topic, operationId });
  limitLobbyStay(world, invitation.conversation);
  application.callbacks?.direct(invitation.conversation, callbackUrl);
  return created(invitationHref(invitation));
}

/** Into a meeting that is made on the spot: the hosted service's way from an invitation to a meeting. */
function startAdhocMeeting(context: ApplicationContext): Reply {
  if (context.application.dialect !== 'hosted') throw notFound();
  return join(context);
}

function invite(context: ApplicationContext): Reply {
  const conversation = namedConversation(context);
  if (conversation === undefined) throw notFound();
  const input = new Input(context.exchange);
  const toUri = readTarget(input);
  const hosted = context.application.dialect === 'hosted';
  const operationId = input.string('operationId', { required: hosted, maxLength: 50 });
  if (hosted) readHostedInvite(input);
  input.check();
  const { state, attendance } = conversation;
  if (state !== 'Connected' && state !== 'Conferenced')
    throw new UcwaError(409, undefined, 'Nobody can be added to this conversation now.');
  if (attendance !== undefined && attendance.role !== 'Leader')
    throw new UcwaError(403, 'AttendeeNotAllowed', 'Attendees may not invite others.');
  const request = { toUri, operationId };
  return created(invitationHref(addParticipant(context.world, conversation, request)));
}

/** What only the hosted service's addParticipant has; this server checks it and does nothing with it. */
function readHostedInvite(input: Input): void {
  input.string('onBehalfOf', { maxLength: 250 });
  input.string('subject', { maxLength: 250 });
  input.strings('modalities');
}

function asked(context: ApplicationContext): {
  readonly pending: PendingParticipant;
  readonly side: PendingParticipant['inviter'];
} {
  const found = pendingOf(context.world, invitationOf(context));
  if (found === undefined || found.side === found.pending.inviter) throw notFound();
  return found;
}

function accept(context: ApplicationContext): Reply {
  const { pending, side } = asked(context);
  const { world } = context;
  const { askedWaitInLobby } = world.options;
  acceptPending(world, pending, side, askedWaitInLobby ? 'lobby' : 'asked');
  limitLobbyStay(world, side.conversation);
  return noContent;
}

function decline(context: ApplicationContext): Reply {
  const { pending, side } = asked(context);
  const input = new Input(context.exchange);
  const reason = input.oneOf('reason', declineReasons) ?? 'Unknown';
  input.check();
  declinePending(pending, side, reason);
  return noContent;
}

/** Gives up joining a meeting, while still waiting for its door to open. */
function cancelJoining(context: ApplicationContext): Reply {
  const { conversation } = invitationOf(context);
  if (joiningOf(conversation) === undefined) throw notFound();
  leaveMeeting(context.world, conversation);
  return noContent;
}

function cancelInvite(context: ApplicationContext): Reply {
  const found = pendingOf(context.world, invitationOf(context));
  if (found?.side !== found?.pending.inviter || found === undefined) throw notFound();
  cancelPending(found.pending, reasons.canceledHere, reasons.canceledByOther);
  return noContent;
}

function read(context: ApplicationContext): Reply {
  return ok(invitationResource(invitationOf(context)));
}

const joining = 'communication/onlineMeetingInvitations';
const inviting = 'communication/participantInvitations';

export const joinRoutes: readonly ApplicationRoute[] = [
  { method: 'POST', path: joining, handler: join },
  { method: 'POST', path: `${joining}/startAdhocMeeting`, handler: startAdhocMeeting },
  { method: 'GET', path: `${joining}/:invitation`, handler: read },
  { method: 'POST', path: `${joining}/:invitation/accept`, handler: accept },
  { method: 'POST', path: `${joining}/:invitation/decline`, handler: decline },
  { method: 'POST', path: `${joining}/:invitation/cancel`, handler: cancelJoining },
  { method: 'POST', path: inviting, handler: invite },
  { method: 'GET', path: `${inviting}/:invitation`, handler: read },
  { method: 'POST', path: `${inviting}/:invitation/cancel`, handler: cancelInvite },
];
