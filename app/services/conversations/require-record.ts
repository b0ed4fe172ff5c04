import type { ConversationActions } from '../../domain/conversation.ts';
import { CommandFailure } from '../command-failure.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';

/**
 * A conversation that something is to be done in.
 * @param action what the server has to offer now; null where that is looked at elsewhere
 * @throws CommandFailure 'not-found'; 'not-allowed' when it is not offered
 */
export function requireRecord(
  { board }: ConversationContext,
  conversationId: string,
  action: keyof ConversationActions | null = null,
): ConversationRecord {
  const record = board.record(conversationId);
  if (record === null) throw new CommandFailure('not-found', 'error.gone');
  if (action === null || board.get(conversationId)?.can[action] === true) return record;
  throw new CommandFailure('not-allowed', 'error.notPossibleNow');
}
