import {
  publishAudioVideo,
  publishConversation,
  publishInvitation,
  publishLocalParticipant,
  publishParticipant,
  publishParticipantModality,
  publishSession,
} from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { archiveConversation } from '../history/archive-conversation.ts';
import type { CallLeg, Conversation, Invitation, Session } from '../model/entities.ts';

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
  const { audioVideo, messaging, attendance } = conversation;
  const busy = audioVideo.state !== 'Disconnected' || messaging.state !== 'Disconnected';
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

/** The call did not come about for this endpoint. */
export function failLeg(leg: CallLeg, reason: Reason): void {
  leg.conversation.audioVideo.state = 'Disconnected';
  publishAudioVideo(leg.conversation);
  completeInvitation(leg.invitation, reason);
  closeConversationIfIdle(leg.conversation);
}

/** The call is over for this endpoint. */
export function disconnectLeg(leg: CallLeg): void {
  const { conversation } = leg;
  const { modalities } = conversation.audioVideo;
  conversation.audioVideo.state = 'Disconnected';
  publishAudioVideo(conversation);
  for (const who of ['local', 'remote'] as const) {
    for (const modality of modalities)
      publishParticipantModality(conversation, who, `participant${modality}`, 'deleted');
  }
  publishSession(conversation, 'deleted');
  conversation.audioVideo.session = undefined;
  closeConversationIfIdle(conversation);
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
  publishAudioVideo(leg.conversation);
}

/** The events of a call that has been answered, in the order a client relies on. */
export function connectLeg(leg: CallLeg, session: Session): void {
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
