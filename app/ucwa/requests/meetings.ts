import { checkInput } from '../catalogue/check-input.ts';
import { operationOf } from '../catalogue/operation.ts';
import type { OperationInput } from '../catalogue/operation-types.ts';
import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import { operationRequest } from '../follow/operation-request.ts';
import { embeddedOne, link, requireHref, requireLink } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import { malformed } from '../malformed.ts';
import type { PostResult, UcwaApplication, UcwaClient } from '../ucwa-application.ts';

/** https://ucwa.skype.com/documentation/resources/startOnlineMeeting */
export type StartOnlineMeetingInput = OperationInput<'startOnlineMeeting'>;

/** https://ucwa.skype.com/documentation/resources/joinOnlineMeeting */
export type JoinOnlineMeetingInput = OperationInput<'joinOnlineMeeting'>;

/** https://ucwa.skype.com/documentation/resources/addParticipant */
export type AddParticipantInput = OperationInput<'addParticipant'>;

/** The parts of a signed-in application that a new meeting starts from. */
export type MeetingStart = Pick<UcwaApplication, 'client' | 'root' | 'communication'>;

/**
 * Makes a meeting for the moment and joins it, in either dialect: UCWA does both at once, the
 * hosted service one after the other. The result's `location` is the onlineMeetingInvitation,
 * whose events bear the operationId.
 * @throws UcwaError 'missing-link' when policy forbids it, 'field-limit' before anything is sent
 */
export async function startOnlineMeeting(
  { client, root, communication }: MeetingStart,
  input: StartOnlineMeetingInput,
): Promise<PostResult> {
  const from = known('communication', communication);
  const meetings = embeddedOne(root, 'adhocMeetings');
  const isHosted = meetings !== null && link(communication, 'startOnlineMeeting') === null;
  return isHosted
    ? startAdhocMeeting(client, meetings, input)
    : follow(client, from, 'startOnlineMeeting', input);
}

/** The hosted service's way: `adhocMeetings` makes a meeting, `joinAdhocMeeting` enters it. */
async function startAdhocMeeting(
  client: UcwaClient,
  meetings: Resource,
  input: StartOnlineMeetingInput,
): Promise<PostResult> {
  const joining = operationOf('joinOnlineMeeting', 'POST');
  checkInput(joining, input, meetings.dialect);
  const { subject, ...more } = input;
  const properties = subject === undefined ? {} : { subject };
  const made = await client.post(requireHref(meetings), { type: 'resource', properties });
  const meeting = made.resource ?? (await client.get(requireLocation(made)));
  const { body } = operationRequest(joining, more);
  return client.post(requireLink(meeting, 'joinAdhocMeeting').href, body);
}

function requireLocation({ location }: PostResult): string {
  if (location === null) throw malformed('a meeting without an address', 'Location');
  return location;
}

/** Joins a meeting by its address; else as `startOnlineMeeting`. 404 when there is none. */
export async function joinOnlineMeeting(
  client: UcwaClient,
  communication: Resource,
  input: JoinOnlineMeetingInput,
): Promise<PostResult> {
  return follow(client, known('communication', communication), 'joinOnlineMeeting', input);
}

/**
 * Asks somebody into a conversation, which becomes a meeting when it was none. The result's
 * `location` is the participantInvitation. 409 when they are there or asked already.
 */
export async function addParticipant(
  client: UcwaClient,
  conversation: Resource,
  input: AddParticipantInput,
): Promise<PostResult> {
  return follow(client, known('conversation', conversation), 'addParticipant', input);
}

/** Comes into the meeting that one was asked into. 404 when the invitation ended meanwhile. */
export async function acceptInvitation(client: UcwaClient, invitation: Resource): Promise<void> {
  await follow(client, known('onlineMeetingInvitation', invitation), 'accept');
}

/** Declines to come on this device (`Local`) or on all (`Global`). */
export async function declineInvitation(
  client: UcwaClient,
  invitation: Resource,
  reason: 'Local' | 'Global',
): Promise<void> {
  await follow(client, known('onlineMeetingInvitation', invitation), 'decline', { reason });
}

/** Leaves a conversation or a meeting, whatever goes on in it. */
export async function leaveConversation(client: UcwaClient, conversation: Resource): Promise<void> {
  await follow(client, known('conversation', conversation), 'DELETE self');
}
