import type { Conversation, ConversationEndReason } from '../../domain/conversation.ts';
import type { UcwaReason } from '../../ucwa/events/ucwa-event.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { isUnsupported } from '../command-failure.ts';

/** UCWA subcodes that say why somebody is in a conversation no more; in lower case. */
const reasons: Readonly<Record<string, ConversationEndReason>> = {
  ejected: 'removed',
  removed: 'removed',
  denied: 'denied',
  ended: 'ended',
  toomanyparticipants: 'tooManyParticipants',
  toomanylobbyparticipants: 'tooManyParticipants',
  toomanyconversations: 'tooManyConversations',
  toomanyonlinemeetings: 'tooManyConversations',
  toomanygroups: 'tooManyGroups',
  alreadyexists: 'alreadyThere',
  threadidalreadyexists: 'alreadyThere',
  destinationnotfound: 'notFound',
  cannotredirect: 'noServer',
  inviteesonly: 'notAllowed',
  notallowed: 'notAllowed',
  anonymousnotallowed: 'notAllowed',
  federationrequired: 'notAllowed',
};

const unanswered = new Set(['timeout', 'expired', 'missed']);

/** What a subcode says about an end; null when it says nothing of it. */
export const endReasonOf = (reason: UcwaReason | null): ConversationEndReason | null =>
  reasons[reason?.subcode?.toLowerCase() ?? ''] ?? null;

/** Why the server ended a conversation; null when it does not say. */
export function toldEndReason(
  reason: UcwaReason | null,
  { state }: Conversation,
): ConversationEndReason | null {
  const subcode = reason?.subcode?.toLowerCase() ?? '';
  if (state === 'InLobby' && unanswered.has(subcode)) return 'lobbyTimeout';
  return endReasonOf(reason);
}

/** Why a conversation that the server keeps no more is over, where it did not say. */
export function likelyEndReason({
  state,
  meeting,
  connectedAtMs,
}: Conversation): ConversationEndReason {
  if (meeting !== null || state === 'Conferenced') return 'ended';
  if (state === 'InLobby') return 'denied';
  return connectedAtMs === null ? 'failed' : 'otherLeft';
}

/** Why a conversation did not come about whose request was refused: by what policy, if by one. */
export function endReasonOfError(error: unknown): ConversationEndReason {
  if (!(error instanceof UcwaError)) return 'failed';
  const { kind, reason, status } = error;
  const named = kind === 'ucwa' ? endReasonOf(reason) : null;
  if (named !== null) return named;
  if (kind === 'transport') return 'connectionLost';
  if (kind === 'missing-link' || status === 403) return 'notAllowed';
  if (status === 404) return 'notFound';
  if (isUnsupported(error)) return 'notSupported';
  return (status ?? 0) >= 500 ? 'serverFault' : 'failed';
}
