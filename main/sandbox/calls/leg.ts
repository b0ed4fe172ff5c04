import {
  publishAudioVideo,
  publishConversation,
  publishInvitation,
  publishLocalParticipant,
  publishParticipant,
  publishParticipantModality,
  publishPhoneAudio,
  publishSession,
} from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { archiveConversation } from '../history/archive-conversation.ts';
import type { CallLeg, Conversation, Invitation } from '../model/entities.ts';
import type { ModalityState, Session } from '../model/media-session.ts';
import { reasons } from '../model/reasons.ts';

function stateAfter(kind: Invitation['kind'], reason: Reason | undefined): Invitation['state'] {
  if (reason === undefined) return 'Connected';
  if (reason.subcode === 'Declined') return kind === 'participant' ? 'Failed' : 'Declined';
  return reason.subcode === 'Canceled' ? 'Cancelled' : 'Failed';
}

/** Ends an invitation, one way or the other, and says so. */
export function completeInvitation(invitation: Invitation, reason?: Reason): void {
  invitation.open = false;
  invitation.accepted = reason === undefined;
  invitation.state = stateAfter(invitation.kind, reason);
  invitation.outcome = { status: reason === undefined ? 'Success' : 'Failure', reason };
  publishInvitation(invitation, 'completed');
}

/** Takes a two-party conversation away once no medium is left in it; a meeting needs none. */
export function closeConversationIfIdle(conversation: Conversation): void {
  const { audioVideo, phoneAudio, messaging, attendance } = conversation;
  const busy = [audioVideo, phoneAudio, messaging].some(({ state }) => state !== 'Disconnected');
  if (busy || attendance !== undefined) {
    publishConversation(conversation, 'updated');
    return;
  }
  if (conversation.joined) publishParticipant(conversation, 'deleted');
  conversation.state = 'Disconnected';
  publishConversation(conversation, 'updated');
  publishConversation(conversation, 'deleted');
  archiveConversation(conversation);
}

/** The medium that the call has at this endpoint is in another state. */
function moveLeg({ conversation, medium }: CallLeg, state: ModalityState): void {
  conversation[medium].state = state;
  if (medium === 'audioVideo') {
    publishAudioVideo(conversation);
    return;
  }
  conversation.phoneAudio.onHold = false;
  publishPhoneAudio(conversation);
}

/** The call did not come about for this endpoint. */
export function failLeg(leg: CallLeg, reason: Reason): void {
  moveLeg(leg, 'Disconnected');
  completeInvitation(leg.invitation, reason);
  closeConversationIfIdle(leg.conversation);
}

/** The call is over for this endpoint. */
export function disconnectLeg(leg: CallLeg): void {
  const { conversation } = leg;
  if (leg.moving !== undefined) stopMoving(leg, reasons.ended);
  if (leg.medium === 'audioVideo') disconnectAudioVideo(conversation);
  else moveLeg(leg, 'Disconnected');
  closeConversationIfIdle(conversation);
}

/** It does not go on on the telephone after all. */
export function stopMoving(leg: CallLeg, reason: Reason): void {
  const { conversation, moving } = leg;
  leg.moving = undefined;
  conversation.phoneAudio.state = 'Disconnected';
  publishPhoneAudio(conversation);
  if (moving !== undefined) completeInvitation(moving, reason);
  publishAudioVideo(conversation);
}

/** Its sound and picture do not go on; something else may. */
export function disconnectAudioVideo(conversation: Conversation): void {
  const { modalities } = conversation.audioVideo;
  conversation.audioVideo.state = 'Disconnected';
  publishAudioVideo(conversation);
  for (const who of ['local', 'remote'] as const) {
    for (const modality of modalities)
      publishParticipantModality(conversation, who, `participant${modality}`, 'deleted');
  }
  publishSession(conversation, 'deleted');
  conversation.audioVideo.session = undefined;
}

/** The first events of a call, on either side; `onDelivered` is called as the invitation goes out. */
export function announceLeg(
  leg: CallLeg,
  conversationIsNew: boolean,
  onDelivered: (() => void) | undefined = undefined,
): void {
  publishInvitation(leg.invitation, 'started', onDelivered);
  publishConversation(leg.conversation, conversationIsNew ? 'added' : 'updated');
  if (conversationIsNew) publishLocalParticipant(leg.conversation, 'added');
  moveLeg(leg, leg.conversation[leg.medium].state);
}

/** The events of a call that has been answered, in the order a client relies on. */
export function connectLeg(leg: CallLeg, session: Session): void {
  if (leg.medium === 'phoneAudio') {
    connectPhoneLeg(leg);
    return;
  }
  const { conversation } = leg;
  const { audioVideo } = conversation;
  const wasJoined = conversation.joined;
  audioVideo.session = session;
  publishSession(conversation, 'added');
  session.state = 'Established';
  publishSession(conversation, 'updated');
  audioVideo.state = 'Connected';
  conversation.joined = true;
  publishAudioVideo(conversation);
  publishParticipant(conversation, wasJoined ? 'updated' : 'added');
  for (const who of ['remote', 'local'] as const) {
    for (const modality of audioVideo.modalities) {
      publishParticipantModality(conversation, who, `participant${modality}`, 'added');
    }
  }
  conversation.state = 'Connected';
  publishConversation(conversation, 'updated');
  completeInvitation(leg.invitation);
}

/** The telephone of this endpoint's user talks. */
export function connectPhoneLeg(leg: CallLeg): void {
  const { conversation } = leg;
  const wasJoined = conversation.joined;
  conversation.joined = true;
  moveLeg(leg, 'Connected');
  publishParticipant(conversation, wasJoined ? 'updated' : 'added');
  conversation.state = 'Connected';
  publishConversation(conversation, 'updated');
  completeInvitation(leg.invitation);
}
