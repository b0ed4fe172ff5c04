import type { AlertKind } from '../../domain/alert-matrix.ts';
import type { AlertPlan } from '../../domain/alert-plan.ts';
import type { AppState } from '../../domain/app-state.ts';
import { moveDelivery } from '../../domain/chat-message.ts';
import { type Conversation, newConversation } from '../../domain/conversation.ts';
import type { Importance } from '../../domain/importance.ts';
import type { PersonRef } from '../../domain/person.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Random } from '../../ports/random.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import type { ServerLink } from '../calls/server-link.ts';
import type { ConversationBoard } from './conversation-board.ts';
import { type ConversationRecord, createConversationRecord } from './conversation-record.ts';

/** What every part of the conversations works with. */
export interface ConversationContext {
  readonly board: ConversationBoard;
  readonly server: ServerLink;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** The user's contacts, who lend their names. */
  readonly people: () => AppState['people'];
  /** How something is to be announced now. */
  readonly alertFor: (kind: AlertKind, importance: Importance) => AlertPlan;
}

/** A conversation that begins now. */
export function openRecord(
  { board, clock, random }: ConversationContext,
  known: Pick<Conversation, 'state'> & Partial<Conversation>,
): ConversationRecord {
  const record = createConversationRecord(random.uuid());
  board.add(record, newConversation({ id: record.id, startedAtMs: clock.nowMs(), ...known }));
  return record;
}

/** The resource at an address; null, and a line in the log, when it cannot be read. */
export async function tryGet(
  { server, logger }: ConversationContext,
  href: string,
): Promise<Resource | null> {
  try {
    return await server.require().client.get(href);
  } catch (error) {
    logger.info('A resource of a conversation could not be read', { error });
    return null;
  }
}

/** One of the user's messages came through, or did not. */
export function settleMessage(
  { board }: ConversationContext,
  record: ConversationRecord,
  messageId: string,
  delivery: 'delivered' | 'undelivered',
  failedFor: readonly PersonRef[] = [],
): void {
  board.edit(record, (conversation) => ({
    ...conversation,
    messages: moveDelivery(conversation.messages, messageId, delivery, failedFor),
  }));
}

/** The conversation is over: what did not get through by now will not. */
export function failSending(context: ConversationContext, record: ConversationRecord): void {
  failOutbox(context, record);
  for (const { id } of context.board.get(record.id)?.messages ?? []) {
    settleMessage(context, record, id, 'undelivered');
  }
}

/** Nothing that waits to be sent will be: each message can be sent again by the user. */
export function failOutbox(context: ConversationContext, record: ConversationRecord): void {
  const { carriedMessageId, outbox } = record;
  const ids = carriedMessageId === null ? outbox : [carriedMessageId, ...outbox];
  record.outbox = [];
  record.carriedMessageId = null;
  for (const id of ids) settleMessage(context, record, id, 'undelivered');
}
