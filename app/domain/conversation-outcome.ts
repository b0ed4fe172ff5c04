import type { CallOutcome } from './call-outcome.ts';
import type { Conversation, ConversationEndReason } from './conversation.ts';

/** What the end of a conversation is for those who were in it; null: they parted. */
export function outcomeOfEnd(reason: ConversationEndReason | null): CallOutcome | null {
  const failed = (why: 'lobby-denied' | 'lobby-timeout' | 'network'): CallOutcome => ({
    kind: 'failed',
    reason: why,
    detail: null,
  });
  switch (reason) {
    case 'removed':
      return { kind: 'removed' };
    case 'ended':
      return { kind: 'meetingEnded' };
    case 'denied':
      return failed('lobby-denied');
    case 'lobbyTimeout':
      return failed('lobby-timeout');
    case 'connectionLost':
      return failed('network');
    default:
      return null;
  }
}

/** How a conversation that is over went, named for the user as the end of a call is. */
export function outcomeOfConversation(conversation: Conversation): CallOutcome {
  const { connectedAtMs, endReason, invitation } = conversation;
  const decided = invitation?.outcome ?? null;
  if (connectedAtMs === null && decided !== null && decided.kind !== 'answered') return decided;
  const ended = outcomeOfEnd(endReason);
  if (ended !== null) return ended;
  return connectedAtMs === null ? { kind: 'cancelled' } : { kind: 'answered' };
}
