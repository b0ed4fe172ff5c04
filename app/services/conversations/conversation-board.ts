import {
  type Conversation,
  type ConversationActions,
  noConversationActions,
} from '../../domain/conversation.ts';
import type { Logger } from '../../ports/logger.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { Emitter, type Observable } from '../../util/emitter.ts';
import { type ConversationRecord, isHref } from './conversation-record.ts';

/** How many conversations are kept; those that ended go first, then the oldest. */
const maxConversations = 100;

/** A conversation as it is now; null when it is kept no more. */
export interface ConversationChange {
  readonly id: string;
  readonly conversation: Conversation | null;
}

interface Entry {
  readonly record: ConversationRecord;
  conversation: Conversation;
}

/** All conversations, each with what the server says of it. Alone writes them. */
export class ConversationBoard {
  readonly #entries = new Map<string, Entry>();
  readonly #changes: Emitter<ConversationChange>;
  /** Changed, but not told yet; null while changes are told as they come. */
  #untold: Set<string> | null = null;

  constructor(logger: Logger) {
    this.#changes = new Emitter((error) =>
      logger.error('A listener to conversations failed', { error }),
    );
  }

  get changes(): Observable<ConversationChange> {
    return this.#changes;
  }

  /** Oldest first. */
  get all(): readonly Conversation[] {
    return [...this.#entries.values()].map(({ conversation }) => conversation);
  }

  get records(): readonly ConversationRecord[] {
    return [...this.#entries.values()].map(({ record }) => record);
  }

  get(id: string): Conversation | null {
    return this.#entries.get(id)?.conversation ?? null;
  }

  record(id: string): ConversationRecord | null {
    return this.#entries.get(id)?.record ?? null;
  }

  byConversation(href: string | null | undefined): ConversationRecord | null {
    return this.records.find(({ conversationHref }) => isHref(conversationHref, href)) ?? null;
  }

  byInvitation(href: string | null | undefined): ConversationRecord | null {
    return this.records.find(({ invitationHref }) => isHref(invitationHref, href)) ?? null;
  }

  byOperation(operationId: string | null): ConversationRecord | null {
    if (operationId === null) return null;
    return this.records.find(({ own }) => own?.operationId === operationId) ?? null;
  }

  add(record: ConversationRecord, conversation: Conversation): void {
    this.#entries.set(record.id, { record, conversation });
    this.edit(record, (each) => each);
    while (this.#entries.size > maxConversations) this.#dropOldest(record.id);
  }

  /** Changes a conversation that is still kept; what can be done follows from the links. */
  edit(record: ConversationRecord, change: (conversation: Conversation) => Conversation): void {
    const entry = this.#entries.get(record.id);
    if (entry?.record !== record) return;
    const changed = change(entry.conversation);
    entry.conversation = { ...changed, can: allowedActions(record, changed) };
    this.#tell(record.id);
  }

  /** Several changes that are one to those who watch. */
  together(change: () => void): void {
    if (this.#untold !== null) {
      change();
      return;
    }
    const untold = new Set<string>();
    this.#untold = untold;
    try {
      change();
    } finally {
      this.#untold = null;
      for (const id of untold) this.#tell(id);
    }
  }

  remove(id: string): void {
    if (this.#entries.delete(id)) this.#tell(id);
  }

  #tell(id: string): void {
    if (this.#untold === null) this.#changes.emit({ id, conversation: this.get(id) });
    else this.#untold.add(id);
  }

  #dropOldest(except: string): void {
    const others = this.all.filter(({ id }) => id !== except);
    const oldest = others.find(({ state }) => state === 'Ended') ?? others[0];
    if (oldest !== undefined) this.remove(oldest.id);
  }
}

/** States of a conversation that the user is not in. */
const neverJoined: ReadonlySet<Conversation['state']> = new Set([
  'Connecting',
  'Incoming',
  'Conferencing',
  'InLobby',
  'Disconnected',
]);

function allowedActions(
  record: ConversationRecord,
  { state, remote, onlineMeetingUri, invitation, messaging }: Conversation,
): ConversationActions {
  const isOpen = invitation?.direction === 'Incoming' && invitation.outcome === null;
  const offers = (resource: ConversationRecord['conversation'], rel: string) =>
    resource !== null && link(resource, rel) !== null;
  const cameToNothing = invitation?.outcome != null && invitation.outcome.kind !== 'answered';
  const isOver = state === 'Ended' || (cameToNothing && neverJoined.has(state));
  const isKnown = onlineMeetingUri !== null || (remote !== null && remote.uri !== '');
  const retry = isOver && isKnown;
  if (isOpen) {
    return {
      ...noConversationActions,
      accept: !record.accepted && offers(record.invitation, 'accept'),
      decline: !record.accepted && offers(record.invitation, 'decline'),
    };
  }
  const send =
    offers(record.messaging, 'sendMessage') ||
    offers(record.messaging, 'addMessaging') ||
    (messaging === 'Connecting' && state !== 'Ended') ||
    (state === 'Connecting' && invitation?.kind === 'messaging' && invitation.outcome === null) ||
    (retry && onlineMeetingUri === null);
  return {
    accept: false,
    decline: false,
    send,
    addParticipant: offers(record.conversation, 'addParticipant'),
    retry,
  };
}
