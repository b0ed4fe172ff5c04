import { completeInvitation } from '../calls/leg.ts';
import { publishInvitation } from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import type { Invitation, PendingParticipant } from '../model/entities.ts';
import { reasons } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { isFull } from './admission.ts';
import { attend } from './attend.ts';
import { turnAway } from './turn-away.ts';

type Side = PendingParticipant['inviter'];

function settle(pending: PendingParticipant): readonly Side[] {
  const asked = pending.ringing;
  pending.cancelTimeout();
  pending.ringing = [];
  pending.meeting.pending.delete(pending);
  return asked;
}

/** Nobody came: the inviter hears one reason, the endpoints that were still asked another. */
export function cancelPending(
  pending: PendingParticipant,
  forInviter: Reason,
  forAsked: Reason,
): void {
  const asked = settle(pending);
  completeInvitation(pending.inviter.invitation, forInviter);
  for (const side of asked) turnAway(side, forAsked);
}

/** The open question that an invitation belongs to. */
export function pendingOf(
  world: World,
  invitation: Invitation,
): { readonly pending: PendingParticipant; readonly side: Side } | undefined {
  for (const meeting of world.meetings.values()) {
    for (const pending of meeting.pending) {
      const side = [pending.inviter, ...pending.ringing].find(
        (candidate) => candidate.invitation === invitation,
      );
      if (side !== undefined) return { pending, side };
    }
  }
  return undefined;
}

/** The user comes, on one endpoint, if there is room for them; the others are no longer asked. */
export function acceptPending(
  world: World,
  pending: PendingParticipant,
  side: Side,
  entry: 'asked' | 'lobby',
): void {
  if (isFull(world, pending.meeting, side.conversation.application.account)) {
    cancelPending(pending, reasons.tooManyParticipants, reasons.tooManyParticipants);
    return;
  }
  const others = settle(pending).filter((other) => other !== side);
  side.invitation.open = false;
  publishInvitation(side.invitation, 'updated');
  attend(side.conversation, pending.meeting, entry);
  completeInvitation(side.invitation);
  completeInvitation(pending.inviter.invitation);
  for (const other of others) turnAway(other, reasons.connectedElsewhere);
}

/** `Global` refuses for every endpoint; any other reason for this one, and for all when it was the last. */
export function declinePending(pending: PendingParticipant, side: Side, reason: string): void {
  pending.ringing = pending.ringing.filter((other) => other !== side);
  turnAway(side, reasons.declinedHere);
  if (reason !== 'Global' && pending.ringing.length > 0) return;
  cancelPending(pending, reasons.declinedByOther, reasons.declinedElsewhere);
}
