import { publishInvitation, publishNegotiation } from '../events/conversation-events.ts';
import { modalitiesOfSdp, peerOf } from '../model/create.ts';
import type {
  Application,
  AvModality,
  Call,
  CallLeg,
  Negotiation,
  Session,
} from '../model/entities.ts';
import { hexId, participantId } from '../model/ids.ts';
import { reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';
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

/** Somebody else than who was called may have taken it: then everybody learns who. */
function tellWhoTook({ caller, callee }: Call, leg: CallLeg, others: readonly CallLeg[]): void {
  const { account } = leg.application;
  if (account === callee) return;
  const { conversation } = caller;
  conversation.peer = peerOf(leg.application);
  conversation.remoteParticipantId = participantId(account.user.uri);
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

    tellWhoTook(call, leg, others);
    leg.invitation.open = false;
    publishInvitation(leg.invitation, 'updated');
    tellCaller(call, leg, answer, 'final');
    connectLeg(call.caller, newSession(answer.sessionContext, leg.application));
    connectLeg(leg, newSession(answer.sessionContext, call.caller.application));
    for (const other of others) failLeg(other, reasons.connectedElsewhere);
  });
}
