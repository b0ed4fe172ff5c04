import { acceptCall } from '../calls/answer-call.ts';
import { callOfConversation, declineCall } from '../calls/end-call.ts';
import { connectPhoneLeg, disconnectAudioVideo, stopMoving } from '../calls/leg.ts';
import {
  publishAudioVideo,
  publishConversation,
  publishInvitation,
  publishPhoneAudio,
} from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { alreadyExists, notFound } from '../http/ucwa-error.ts';
import { createInvitation } from '../model/create.ts';
import type { Call, CallLeg, Conversation, Invitation } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import { reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';
import { silentAnswer } from '../sdp/service-media.ts';
import { endPhoneCall, type PhoneCallRequest } from './phone-call.ts';

/** An incoming call is taken on the telephone: it rings, and the caller hears of it once it is answered. */
export function acceptOnPhone(world: World, call: Call, leg: CallLeg, number: string): void {
  const { conversation, invitation } = leg;
  leg.medium = 'phoneAudio';
  conversation.audioVideo.state = 'Disconnected';
  conversation.phoneAudio = { state: 'Connecting', onHold: false };
  invitation.open = false;
  publishInvitation(invitation, 'updated');
  publishAudioVideo(conversation);
  publishPhoneAudio(conversation);
  const sdp = silentAnswer(call.offer);
  const telephone = world.telephones.call(number, {
    onAnswered: () =>
      acceptCall(world, call, leg, { sdp, sessionContext: hexId(), processedOfferId: undefined }),
    onRefused: () => declineCall(world, call, leg, 'Local'),
    onHungUp: () => endPhoneCall(world, call),
  });
  call.telephones.add(telephone);
}

/**
 * A call that is up goes on on the user's telephone, once they answer it. The other side notices
 * nothing: sound of telephones is not carried here.
 */
export function replaceWithPhone(
  world: World,
  conversation: Conversation,
  request: PhoneCallRequest,
): Invitation {
  const found = callOfConversation(world, conversation);
  if (found?.call.state !== 'connected' || found.leg.medium !== 'audioVideo')
    throw notFound('Call Not Found');
  const { call, leg } = found;
  if (leg.moving !== undefined) throw alreadyExists('The telephone rings already.');
  const invitation = createInvitation({
    kind: 'phoneAudio',
    conversation,
    direction: 'Outgoing',
    ...request,
  });
  leg.moving = invitation;
  conversation.phoneAudio = { state: 'Connecting', onHold: false };
  publishInvitation(invitation, 'started');
  publishPhoneAudio(conversation);
  publishAudioVideo(conversation);
  const stay = (reason: Reason) => {
    if (leg.moving !== invitation) return;
    telephone.hangUp();
    call.telephones.delete(telephone);
    stopMoving(leg, reason);
  };
  const cancelTimeout = world.timers.after(world.options.invitationTimeoutMs, () =>
    stay(reasons.ownPhoneTimedOut),
  );
  const telephone = world.telephones.call(request.phoneNumber, {
    onAnswered: () => {
      cancelTimeout();
      move(world, leg, invitation);
    },
    onRefused: () => stay(reasons.ownPhoneDeclined),
    onHungUp: () => endPhoneCall(world, call),
  });
  call.telephones.add(telephone);
  return invitation;
}

function move(world: World, leg: CallLeg, invitation: Invitation): void {
  const { conversation } = leg;
  watchingPresence(world, () => {
    leg.moving = undefined;
    leg.medium = 'phoneAudio';
    leg.invitation = invitation;
    disconnectAudioVideo(conversation);
    connectPhoneLeg(leg);
  });
}

/** The user does not want to go on on the telephone after all, while it still rings. */
export function stayOffPhone(call: Call, leg: CallLeg): void {
  const { phoneNumber } = leg.moving ?? leg.invitation;
  for (const telephone of call.telephones) {
    if (telephone.number !== phoneNumber) continue;
    telephone.hangUp();
    call.telephones.delete(telephone);
  }
  stopMoving(leg, reasons.canceledHere);
}

/** Holds the call on the telephone, or takes it back. */
export function holdPhone(conversation: Conversation, onHold: boolean): void {
  conversation.phoneAudio.onHold = onHold;
  publishPhoneAudio(conversation);
  publishConversation(conversation, 'updated');
}
