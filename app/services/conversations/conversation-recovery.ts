import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { isGone } from '../calls/server-link.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationEndings } from './conversation-endings.ts';
import type { ConversationReader } from './conversation-reader.ts';
import { type ConversationRecord, isHref } from './conversation-record.ts';
import type { Invitations } from './invitations.ts';
import type { OutgoingMessages } from './outgoing-messages.ts';
import type { OwnParticipant } from './own-participant.ts';
import type { Participants } from './participants.ts';

export interface RecoveryHandlers {
  readonly reader: ConversationReader;
  readonly endings: ConversationEndings;
  readonly outgoing: OutgoingMessages;
  readonly own: OwnParticipant;
  readonly participants: Participants;
  readonly invitations: Invitations;
}

/**
 * Events were lost: a conversation is read again, with its invitation, people and messages.
 * @throws UcwaError; a status that says that it is gone means that it is over
 */
export async function readConversationAgain(
  context: ConversationContext,
  handlers: RecoveryHandlers,
  record: ConversationRecord,
): Promise<void> {
  await readInvitationAgain(context, handlers, record);
  const { conversationHref } = record;
  if (conversationHref !== null) await readAgain(context, handlers, record, conversationHref);
}

/** Null when it is gone. */
async function getIfThere({ server }: ConversationContext, href: string): Promise<Resource | null> {
  try {
    return await server.require().client.get(href);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

async function readInvitationAgain(
  context: ConversationContext,
  { invitations }: RecoveryHandlers,
  record: ConversationRecord,
): Promise<void> {
  const { invitationHref } = record;
  const invitation = context.board.get(record.id)?.invitation;
  if (invitationHref === null || invitation == null || invitation.outcome !== null) return;
  const resource = await getIfThere(context, invitationHref);
  if (resource !== null) invitations.readAgain(record, resource);
}

/** What began while events were lost appears. @throws UcwaError */
export async function adoptNew(
  context: ConversationContext,
  { reader }: Pick<RecoveryHandlers, 'reader'>,
): Promise<void> {
  const { communication } = context.server.require();
  const href = link(communication, 'conversations')?.href;
  const conversations = href === undefined ? null : await getIfThere(context, href);
  for (const each of conversations?.links.conversation ?? []) {
    if (context.board.byConversation(each.href) !== null) continue;
    const conversation = await getIfThere(context, each.href);
    if (conversation !== null) await reader.adopt(each.href, conversation);
  }
}

async function readAgain(
  context: ConversationContext,
  { reader, outgoing, own, participants }: RecoveryHandlers,
  record: ConversationRecord,
  href: string,
): Promise<void> {
  const { client } = context.server.require();
  const conversation = await client.get(href);
  if (!isHref(record.conversationHref, href)) return;
  await reader.told(record, conversation);
  const messagingHref = link(conversation, 'messaging')?.href;
  if (messagingHref !== undefined) {
    reader.messagingTold(record, await client.get(messagingHref));
  }
  await own.read(record);
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
    const resource = await getIfThere(context, href);
    if (resource !== null) await outgoing.told(record, { href, resource, status: null });
  }
}
