import { publishRenegotiation } from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { alreadyExists, notFound } from '../http/ucwa-error.ts';
import type { Call, CallLeg } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import type { Renegotiation } from '../model/media-session.ts';
import { mediaReason, reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { followAgreement } from './change-video.ts';

const renegotiationTimeoutMs = 30_000;

function otherLeg(call: Call, leg: CallLeg): CallLeg {
  const other = leg === call.caller ? call.accepted : call.caller;
  if (other === undefined) throw notFound('The call has no other side.');
  return other;
}

function viewOf(leg: CallLeg, id: string): Renegotiation | undefined {
  return leg.conversation.audioVideo.session?.renegotiations.get(id);
}

/**
 * Offers a change of media to the other side.
 * @returns the initiator's view of it.
 * @throws UcwaError 409 while another change is open.
 */
export function startRenegotiation(
  world: World,
  call: Call,
  leg: CallLeg,
  change: { readonly offer: string; readonly operationId: string },
): Renegotiation {
  if (call.renegotiation !== undefined)
    throw alreadyExists('Another renegotiation is already in progress.');
  const other = otherLeg(call, leg);
  const id = hexId();
  const common = { id, offer: change.offer, answer: undefined, open: true };
  const mine: Renegotiation = { ...common, direction: 'Outgoing', operationId: change.operationId };
  const theirs: Renegotiation = { ...common, direction: 'Incoming', operationId: undefined };
  leg.conversation.audioVideo.session?.renegotiations.set(id, mine);
  other.conversation.audioVideo.session?.renegotiations.set(id, theirs);
  const cancelTimeout = world.timers.after(renegotiationTimeoutMs, () =>
    complete(call, { reason: reasons.renegotiationTimedOut }),
  );
  call.renegotiation = { initiator: leg, id, cancelTimeout };
  publishRenegotiation(leg.conversation, mine, 'started');
  publishRenegotiation(other.conversation, theirs, 'started');
  return mine;
}

function complete(
  call: Call,
  result: { readonly answer: string } | { readonly reason: Reason },
): void {
  const current = call.renegotiation;
  if (current === undefined) return;
  dropRenegotiation(call);
  const answer = 'answer' in result ? result.answer : undefined;
  const reason = 'reason' in result ? result.reason : undefined;
  for (const leg of [current.initiator, otherLeg(call, current.initiator)]) {
    const view = viewOf(leg, current.id);
    if (view === undefined) continue;
    view.open = false;
    view.answer = answer;
    publishRenegotiation(leg.conversation, view, 'completed', {
      status: reason === undefined ? 'Success' : 'Failure',
      reason,
    });
  }
}

/** The open change that this side is asked to answer. */
function askedOf(call: Call, leg: CallLeg, id: string): void {
  const current = call.renegotiation;
  if (current === undefined || current.id !== id || current.initiator === leg) {
    throw notFound('The renegotiation is over.');
  }
}

export function answerRenegotiation(call: Call, leg: CallLeg, id: string, answer: string): void {
  askedOf(call, leg, id);
  const offer = viewOf(leg, id)?.offer ?? '';
  complete(call, { answer });
  followAgreement(call, offer, answer);
}

export function dismissRenegotiation(call: Call, leg: CallLeg, id: string, reason: string): void {
  askedOf(call, leg, id);
  complete(call, { reason: mediaReason(reason) });
}

/** Forgets an open change without telling anybody, because the call itself ends. */
export function dropRenegotiation(call: Call): void {
  call.renegotiation?.cancelTimeout();
  call.renegotiation = undefined;
}
