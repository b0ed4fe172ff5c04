import { link } from '../../ucwa/hypermedia/links.ts';
import { isGone } from '../calls/server-link.ts';
import { type ConversationContext, tryGet } from './conversation-context.ts';
import type { ConversationEvents } from './conversation-events.ts';
import { type ConversationRecord, isHref } from './conversation-record.ts';
import type { Invitations } from './invitations.ts';
import type { OutgoingMessages } from './outgoing-messages.ts';
import type { Participants } from './participants.ts';

export interface RecoveryHandlers {
  readonly events: ConversationEvents;
  readonly outgoing: OutgoingMessages;
  readonly participants: Participants;
  readonly invitations: Invitations;
}

/**
 * Events were lost: every conversation is read again, what is over on the server ends here, and what
 * is new there appears.
 */
export async function readConversationsAgain(
  context: ConversationContext,
  handlers: RecoveryHandlers,
): Promise<void> {
  for (const record of context.board.records) {
    try {
      await readInvitationAgain(context, handlers, record);
      if (record.conversationHref !== null) {
        await readAgain(context, handlers, record, record.conversationHref);
      }
    } catch (error) {
      if (isGone(error)) handlers.events.ended(record);
      else context.logger.info('A conversation could not be read again', { error });
    }
  }
  await adoptNew(context, handlers);
}

async function readInvitationAgain(
  context: ConversationContext,
  { invitations }: RecoveryHandlers,
  record: ConversationRecord,
): Promise<void> {
  const { invitationHref } = record;
  const invitation = context.board.get(record.id)?.invitation;
  if (invitationHref === null || invitation == null || invitation.outcome !== null) return;
  const resource = await tryGet(context, invitationHref);
  if (resource !== null) invitations.readAgain(record, resource);
}

async function adoptNew(
  context: ConversationContext,
  { events }: Pick<RecoveryHandlers, 'events'>,
): Promise<void> {
  const { communication } = context.server.require();
  const href = link(communication, 'conversations')?.href;
  const conversations = href === undefined ? null : await tryGet(context, href);
  for (const each of conversations?.links.conversation ?? []) {
    if (context.board.byConversation(each.href) !== null) continue;
    const conversation = await tryGet(context, each.href);
    if (conversation !== null) await events.adopt(each.href, conversation);
  }
}

async function readAgain(
  context: ConversationContext,
  { events, outgoing, participants }: RecoveryHandlers,
  record: ConversationRecord,
  href: string,
): Promise<void> {
  const { client } = context.server.require();
  const conversation = await client.get(href);
  if (!isHref(record.conversationHref, href)) return;
  await events.conversationTold(record, conversation);
  const messagingHref = link(conversation, 'messaging')?.href;
  if (messagingHref !== undefined) {
    events.messagingTold(record, await client.get(messagingHref));
  }
  const participantsHref = link(conversation, 'participants')?.href;
  if (participantsHref !== undefined) {
    participants.replace(record, await client.get(participantsHref));
  }
  await readUndecided(context, outgoing, record);
}

/** What became of the user's messages may be among the lost events. */
async function readUndecided(
  context: ConversationContext,
  outgoing: OutgoingMessages,
  record: ConversationRecord,
): Promise<void> {
  const messages = context.board.get(record.id)?.messages ?? [];
  for (const [href, id] of record.messageOfHref.entries) {
    const isOpen = messages.some((each) => each.id === id && each.delivery === 'sending');
    if (!isOpen) continue;
    const resource = await tryGet(context, href);
    if (resource !== null) await outgoing.told(record, { href, resource, status: null });
  }
}

/** The application is a new one, or none any more: no conversation goes on. */
export function endAllConversations(
  { board }: ConversationContext,
  { events }: Pick<RecoveryHandlers, 'events'>,
): void {
  for (const record of board.records) events.ended(record);
}
