import { completeInvitation } from '../calls/leg.ts';
import { forgetTyping, type Recipient, sendMessage } from '../chat/messages.ts';
import {
  publishConversation,
  publishInvitation,
  publishMessaging,
} from '../events/conversation-events.ts';
import { insideOf, tellOfModality } from '../events/meeting-events.ts';
import { alreadyExists, UcwaError } from '../http/ucwa-error.ts';
import { createInvitation } from '../model/create.ts';
import type { Attendance, Conversation, Invitation } from '../model/entities.ts';
import { seatIn } from '../model/roster.ts';
import type { Text } from '../model/text.ts';
import type { World } from '../model/world.ts';

/** Everybody who reads along in a meeting, and as whom they see this endpoint's user. */
export function readersOf(conversation: Conversation, own: Attendance): readonly Recipient[] {
  return insideOf(own.meeting)
    .filter((other) => other !== conversation && other.messaging.state === 'Connected')
    .map((other) => ({ conversation: other, from: seatIn(other, own) }));
}

/**
 * The right to write in a meeting.
 * @throws UcwaError 403 for attendees while messages of the audience are off.
 */
export function mustBeAllowedToWrite({ role, meeting }: Attendance): void {
  if (role === 'Leader' || meeting.audienceMessaging) return;
  throw new UcwaError(403, 'AttendeeNotAllowed', 'Attendees may not write in this meeting.');
}

/** Joins the instant messaging of a meeting. */
export function addMessaging(
  world: World,
  conversation: Conversation,
  attendance: Attendance,
  request: { readonly operationId: string | undefined; readonly message: Text | undefined },
): Invitation {
  const { messaging } = conversation;
  if (messaging.state !== 'Disconnected') throw alreadyExists('Messaging is connected already.');
  mustBeAllowedToWrite(attendance);
  const invitation = createInvitation({
    kind: 'messaging',
    conversation,
    direction: 'Outgoing',
    toUri: attendance.meeting.uri,
    operationId: request.operationId,
  });
  messaging.state = 'Connecting';
  publishInvitation(invitation, 'started');
  publishMessaging(conversation);
  messaging.state = 'Connected';
  messaging.negotiatedMessageFormats = ['Plain', 'Html'];
  publishMessaging(conversation);
  tellOfModality(attendance, 'participantMessaging', 'added');
  publishConversation(conversation, 'updated');
  completeInvitation(invitation);
  if (request.message !== undefined) {
    const readers = readersOf(conversation, attendance);
    sendMessage(world, conversation, readers, request.message, request.operationId);
  }
  return invitation;
}

/** Leaves the instant messaging of a meeting, not the meeting. */
export function stopMeetingMessaging(conversation: Conversation, attendance: Attendance): void {
  forgetTyping(conversation);
  conversation.messaging.state = 'Disconnected';
  publishMessaging(conversation);
  tellOfModality(attendance, 'participantMessaging', 'deleted');
  publishConversation(conversation, 'updated');
}
