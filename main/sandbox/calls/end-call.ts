import type { Reason } from '../events/event.ts';
import type { Application, Call, CallLeg, Conversation, Invitation } from '../model/entities.ts';
import { mediaReason, reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';
import { keepReplaced } from './hand-over.ts';
import { disconnectLeg, failLeg } from './leg.ts';
import { dropRenegotiation } from './renegotiate.ts';

function close(world: World, call: Call): void {
  call.cancelTimeout();
  call.stopAnnouncement();
  for (const telephone of call.telephones) telephone.hangUp();
  call.telephones.clear();
  dropRenegotiation(call);
  call.ringing = [];
  call.state = 'ended';
  world.calls.delete(call);
}

/** A ringing call ends without having been answered; only the caller is left to be told. */
export function failCall(world: World, call: Call, reason: Reason): void {
  close(world, call);
  failLeg(call.caller, reason);
  keepReplaced(call);
}

/** Nobody answered in time. */
export function ringOut(world: World, call: Call): void {
  const legs = call.ringing;
  failCall(world, call, reasons.timedOut);
  for (const leg of legs) failLeg(leg, reasons.missed);
}

export function cancelCall(world: World, call: Call): void {
  const legs = call.ringing;
  failCall(world, call, reasons.canceledHere);
  for (const leg of legs) failLeg(leg, reasons.canceledByOther);
}

/** `Global` ends the call everywhere; any other reason only on this endpoint, and for the caller when it was the last. */
export function declineCall(world: World, call: Call, leg: CallLeg, reason: string): void {
  const others = call.ringing.filter((other) => other !== leg);
  const technical = reason !== 'Global' && reason !== 'Local' && reason !== 'Unknown';
  call.ringing = others;
  failLeg(leg, technical ? mediaReason(reason) : reasons.declinedHere);
  if (reason !== 'Global' && others.length > 0) return;
  failCall(world, call, technical ? mediaReason(reason) : reasons.declinedByOther);
  for (const other of others) failLeg(other, reasons.declinedElsewhere);
}

/** Hangs up a connected call: both sides see it end. */
export function stopCall(world: World, call: Call): void {
  watchingPresence(world, () => {
    close(world, call);
    disconnectLeg(call.caller);
    if (call.accepted !== undefined) disconnectLeg(call.accepted);
  });
}

export function callOfConversation(
  world: World,
  conversation: Conversation,
): { readonly call: Call; readonly leg: CallLeg } | undefined {
  for (const call of world.calls) {
    const legs = [
      call.caller,
      ...call.ringing,
      ...(call.accepted === undefined ? [] : [call.accepted]),
    ];
    const leg = legs.find((candidate) => candidate.conversation === conversation);
    if (leg !== undefined) return { call, leg };
  }
  return undefined;
}

/** The call an invitation that is still open belongs to. */
export function ringingCall(
  world: World,
  invitation: Invitation,
): { readonly call: Call; readonly leg: CallLeg } | undefined {
  const found = callOfConversation(world, invitation.conversation);
  return found?.call.state === 'ringing' && invitation.open ? found : undefined;
}

/** An endpoint has gone: its calls end, as far as they depended on it. */
export function leaveCalls(world: World, application: Application): void {
  for (const call of [...world.calls]) {
    if (call.state === 'connected') {
      if (call.caller.application === application || call.accepted?.application === application)
        stopCall(world, call);
    } else if (call.caller.application === application) {
      cancelCall(world, call);
    } else if (call.ringing.some((leg) => leg.application === application)) {
      call.ringing = call.ringing.filter((leg) => leg.application !== application);
      if (call.ringing.length === 0) failCall(world, call, reasons.unreachable);
    }
  }
}
