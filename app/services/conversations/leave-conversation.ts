import { endConversation, settleInvitation } from '../../domain/conversation-machine.ts';
import { leaveConversation as leaveOnServer } from '../../ucwa/requests/meetings.ts';
import { isGone } from '../calls/server-link.ts';
import { type ConversationContext, failSending, tryGet } from './conversation-context.ts';
import { type ConversationRecord, detachRecord } from './conversation-record.ts';

/**
 * The user leaves: it is over here at once, and on the server as soon as it has told where the
 * conversation is.
 */
export function leaveConversation(context: ConversationContext, record: ConversationRecord): void {
  const { board, clock, logger } = context;
  const { conversation, conversationHref, own } = record;
  board.together(() => {
    failSending(context, record);
    detachRecord(record);
    // The answer to a request that is under way still has to be recognised.
    record.own = conversationHref === null ? own : null;
    record.left = conversationHref === null;
    board.edit(record, (before) =>
      endConversation(
        settleInvitation(before, { kind: 'cancelled' }),
        before.endReason ?? 'left',
        clock.nowMs(),
      ),
    );
  });
  if (conversationHref === null) return;
  const leave = async () => {
    const resource = conversation ?? (await tryGet(context, conversationHref));
    if (resource === null) return;
    await leaveOnServer(context.server.require().client, resource);
  };
  leave().catch((error: unknown) => {
    if (!isGone(error)) logger.info('A conversation could not be left', { error });
  });
}
