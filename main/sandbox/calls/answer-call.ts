import {
  publishAudioVideo,
  publishConversation,
  publishInvitation,
  publishLocalParticipant,
  publishNegotiation,
} from '../events/conversation-events.ts';
import { createConversation, modalitiesOfSdp, peerOf } from '../model/create.ts';
import type { Application, Call, CallLeg } from '../model/entities.ts';
import { hexId, participantId } from '../model/ids.ts';
import type { AvModality, Negotiation, Session } from '../model/media-session.ts';
import { reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';
import { stopCall } from './end-call.ts';
import { connectLeg, failLeg } from './leg.ts';

/** What the callee answers with. */
export interface CallAnswer {
  readonly sdp: string;
  readonly sessionContext: string;
  readonly processedOfferId: string | undefined;
}

/** Address of one endpoint of a user, as the other side sees it. */
function endpointUri(application: Application): string {
  return `${application.account.user.uri};opaque=user:epid:${application.endpointId};gruu`;
}

function tellCaller(
  call: Call,
  from: CallLeg,
  answer: CallAnswer,
  kind: Negotiation['kind'],
): void {
  const { invitation } = call.caller;
  const negotiation: Negotiation = {
    id: hexId(),
    kind,
    sdp: answer.sdp,
    sessionContext: answer.sessionContext,
    remoteEndpoint: endpointUri(from.application),
    msAcceptedContentId: answer.processedOfferId,
  };
  publishNegotiation(invitation, negotiation);
}

/** Early media: the caller learns of an answer that may or may not become final. */
export function answerProvisionally(call: Call, leg: CallLeg, answer: CallAnswer): void {
  tellCaller(call, leg, answer, 'provisional');
}

function newSession(sessionContext: string, remote: Application): Session {
  return {
    sessionContext,
    remoteEndpoint: endpointUri(remote),
    state: 'Establishing',
    renegotiations: new Map(),
  };
}

function agreed(
  offered: readonly AvModality[],
  answered: readonly AvModality[],
): readonly AvModality[] {
  return offered.filter((modality) => answered.includes(modality));
}

/**
 * Somebody else took what was added to a chat: the two talk in a conversation of their own, and the chat
 * stays what it was.
 */
function derive(world: World, call: Call, leg: CallLeg): void {
  const { application, conversation: chat, invitation } = call.caller;
  const { importance, subject, threadId, audioVideo } = chat;
  const setup = { topic: { importance, subject, threadId }, state: 'Connecting' } as const;
  const derived = createConversation(world, application, {
    peer: peerOf(leg.application),
    ...setup,
  });
  derived.audioVideo = audioVideo;
  chat.audioVideo = {
    ...derived.audioVideo,
    state: 'Disconnected',
    modalities: [],
    session: undefined,
  };
  invitation.derived = derived;
  call.caller = { ...call.caller, conversation: derived };
  publishAudioVideo(chat);
  publishConversation(derived, 'added');
  publishLocalParticipant(derived, 'added');
  publishInvitation(invitation, 'updated');
}

/** Somebody else than who was called may have taken it: then everybody learns who. */
function tellWhoTook(world: World, call: Call, leg: CallLeg, others: readonly CallLeg[]): void {
  const { caller, callee } = call;
  const { account } = leg.application;
  if (account === callee) return;
  const { conversation } = caller;
  if (call.chat === undefined) {
    conversation.peer = peerOf(leg.application);
    conversation.remoteParticipantId = participantId(account.user.uri);
  } else derive(world, call, leg);
  for (const { application, invitation } of others) {
    if (application.account !== account) invitation.acceptedBy = account;
  }
}

/** The callee takes the call on one endpoint; the other endpoints stop ringing. */
export function acceptCall(world: World, call: Call, leg: CallLeg, answer: CallAnswer): void {
  watchingPresence(world, () => {
    const others = call.ringing.filter((other) => other !== leg);
    call.cancelTimeout();
    call.stopAnnouncement();
    call.ringing = [];
    call.accepted = leg;
    call.state = 'connected';
    const modalities = agreed(call.modalities, modalitiesOfSdp(answer.sdp));
    call.caller.conversation.audioVideo.modalities = modalities;
    if (leg.medium === 'audioVideo') leg.conversation.audioVideo.modalities = modalities;

    tellWhoTook(world, call, leg, others);
    leg.invitation.open = false;
    publishInvitation(leg.invitation, 'updated');
    tellCaller(call, leg, answer, 'final');
    connectLeg(call.caller, newSession(answer.sessionContext, leg.application));
    connectLeg(leg, newSession(answer.sessionContext, call.caller.application));
    for (const other of others) failLeg(other, reasons.connectedElsewhere);
    if (call.replaces?.state === 'connected') stopCall(world, call.replaces);
  });
}
