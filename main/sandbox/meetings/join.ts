import { completeInvitation } from '../calls/leg.ts';
import { publishConversation, publishInvitation } from '../events/conversation-events.ts';
import { alreadyExists } from '../http/ucwa-error.ts';
import { createConversation, createInvitation, type Topic } from '../model/create.ts';
import type { Application, Conversation, Invitation, Meeting } from '../model/entities.ts';
import { reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { isFull } from './admission.ts';
import { attend } from './attend.ts';
import { turnAway } from './turn-away.ts';

/** What a client asks for with startOnlineMeeting or joinOnlineMeeting. */
export interface JoinRequest {
  readonly meeting: Meeting;
  readonly topic: Topic;
  readonly operationId: string | undefined;
}

/** The user's still open joining of a meeting: it completes when they are let in or turned away. */
export function joiningOf({ application, id }: Conversation): Invitation | undefined {
  return [...application.invitations.values()].find(
    (invitation) =>
      invitation.kind === 'onlineMeeting' &&
      invitation.open &&
      invitation.direction === 'Outgoing' &&
      invitation.conversation.id === id,
  );
}

/**
 * Joins a meeting, new or going on, in a conversation of its own.
 * @throws UcwaError 409 when this endpoint is in it already.
 */
export function joinMeeting(
  world: World,
  application: Application,
  { meeting, topic, operationId }: JoinRequest,
): Invitation {
  const there = [...application.conversations.values()].some(
    ({ attendance }) => attendance?.meeting === meeting,
  );
  if (there) throw alreadyExists('You are in this meeting already.');
  const subject = meeting.settings.subject === '' ? topic.subject : meeting.settings.subject;
  const conversation = createConversation(world, application, {
    peer: { uri: meeting.uri, name: subject, account: undefined },
    topic: { ...topic, subject },
    state: 'Connecting',
  });
  const invitation = createInvitation({
    kind: 'onlineMeeting',
    conversation,
    direction: 'Outgoing',
    toUri: meeting.uri,
    operationId,
    meeting,
  });
  publishInvitation(invitation, 'started');
  publishConversation(conversation, 'added');
  if (isFull(world, meeting, application.account)) {
    turnAway({ conversation, invitation }, reasons.tooManyParticipants);
    return invitation;
  }
  const waits = attend(conversation, meeting, 'alone');
  if (!waits) completeInvitation(invitation);
  return invitation;
}
