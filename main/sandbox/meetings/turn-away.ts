import { completeInvitation } from '../calls/leg.ts';
import { publishConversation } from '../events/conversation-events.ts';
import type { Reason } from '../events/event.ts';
import { archiveConversation } from '../history/archive-conversation.ts';
import type { Conversation, Invitation } from '../model/entities.ts';

/** One endpoint's invitation into a meeting comes to nothing, and so does what was made for it. */
export function turnAway(
  {
    conversation,
    invitation,
  }: { readonly conversation: Conversation; readonly invitation: Invitation },
  reason: Reason,
): void {
  completeInvitation(invitation, reason);
  conversation.state = 'Disconnected';
  publishConversation(conversation, 'updated');
  publishConversation(conversation, 'deleted');
  archiveConversation(conversation);
}
