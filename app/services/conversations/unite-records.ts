import { moveConversation } from '../../domain/conversation-machine.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';

/**
 * It turned out where a conversation of the user's own is. The server may have told of it before,
 * as of a stranger: that one becomes a part of it.
 */
export function uniteRecords(
  { board, clock }: ConversationContext,
  own: ConversationRecord,
  conversationHref: string | undefined,
): void {
  const stranger = board.byConversation(conversationHref);
  if (stranger === null || stranger === own) return;
  own.conversationHref = stranger.conversationHref;
  own.conversation = stranger.conversation;
  own.messaging = stranger.messaging;
  own.audioVideo = stranger.audioVideo;
  for (const [href, id] of stranger.participantOfHref.entries) own.participantOfHref.set(href, id);
  const told = board.get(stranger.id);
  board.together(() => {
    board.remove(stranger.id);
    if (told === null) return;
    const { state, threadId, participants, lobby, messaging, self, meeting } = told;
    board.edit(own, (before) => ({
      ...moveConversation(before, state, clock.nowMs()),
      threadId: before.threadId ?? threadId,
      participants,
      lobby,
      messaging,
      self,
      meeting,
    }));
  });
}
