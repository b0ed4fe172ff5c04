import { communicationSender, publish } from '../events/publish.ts';
import type { ConversationLog } from '../model/conversation-log.ts';
import type { Account, Conversation } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import type { World } from '../model/world.ts';
import { missedItemsHref } from '../resources/hrefs.ts';

/** What was missed, beside whose conversation it was. */
export interface Missed {
  readonly type: ConversationLog['type'];
  readonly modalities: readonly string[];
  readonly previewMessage?: string | undefined;
}

/**
 * Somebody missed what `conversation`, the caller's own, wanted of them: it is remembered, and
 * every application of theirs hears that the missed items changed.
 */
export function recordMissed(
  world: World,
  account: Account,
  conversation: Conversation,
  missed: Missed,
): void {
  const { user } = conversation.application.account;
  account.conversationLogs.unshift({
    id: hexId(),
    type: missed.type,
    status: 'Missed',
    modalities: missed.modalities,
    from: { uri: user.uri, name: user.name },
    createdMs: world.nowMs(),
    importance: conversation.importance,
    subject: conversation.subject,
    threadId: conversation.threadId,
    previewMessage: missed.previewMessage,
    isRead: false,
  });
  missedItemsChanged(world, account);
}

export function markAsRead(world: World, account: Account, log: ConversationLog): void {
  if (log.isRead) return;
  log.isRead = true;
  missedItemsChanged(world, account);
}

function missedItemsChanged(world: World, account: Account): void {
  for (const application of world.applicationsOf(account)) {
    publish(application, communicationSender(application), {
      type: 'updated',
      rel: 'missedItems',
      href: missedItemsHref(application),
    });
  }
}
