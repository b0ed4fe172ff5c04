import type { AppState } from './app-state.ts';
import { type AwayItem, isMissedCall, missedCall } from './away.ts';
import type { Conversation } from './conversation.ts';

type Missable = Pick<AppState, 'recents' | 'conversations'>;

const nobody = { uri: '', name: '' };

/** What was missed between two states: newest first. */
export function missedItems(before: Missable, after: Missable): readonly AwayItem[] {
  const known = new Set(before.recents.map(({ id }) => id));
  const calls = after.recents.filter(isMissedCall).filter(({ id }) => !known.has(id));
  const conversations = Object.values(after.conversations).filter((conversation) => {
    const earlier = before.conversations[conversation.id];
    return earlier !== conversation && isMissed(conversation) && !isMissed(earlier);
  });
  const items = [...calls.map(missedCall), ...conversations.map(missedInvitation)];
  return items.sort((one, other) => other.atMs - one.atMs);
}

/** Somebody asked the user in, in vain. What they wrote with it counts as unread already. */
function isMissed(conversation: Conversation | undefined): boolean {
  const { invitation = null, unread = 0, state } = conversation ?? {};
  if (invitation?.direction !== 'Incoming' || unread > 0) return false;
  return invitation.outcome === null ? state === 'Ended' : invitation.outcome.kind === 'missed';
}

const missedInvitation = (conversation: Conversation): AwayItem => ({
  id: conversation.id,
  kind: conversation.invitation?.kind === 'onlineMeeting' ? 'meeting' : 'message',
  from: conversation.remote ?? nobody,
  atMs: conversation.startedAtMs,
  subject: conversation.subject,
  importance: conversation.importance,
  preview: '',
});
