import { castDraft, type Draft } from 'immer';
import type { Conversation } from '../../domain/conversation.ts';
import { settleAlert } from '../../domain/conversation-machine.ts';
import { addRecent, type Recent, recentConversationOf } from '../../domain/history.ts';
import { assignChanges } from '../assign-changes.ts';
import type { StateStore } from '../state-store.ts';
import { allowedActions } from './allowed-actions.ts';
import { type ConversationRecord, isHref } from './conversation-record.ts';

/** How many conversations are kept; those that ended go first, then the oldest. */
const maxConversations = 100;

/** The conversations in the state, each with what the server says of it. Alone writes them. */
export class ConversationBoard {
  readonly #store: StateStore;
  readonly #records = new Map<string, ConversationRecord>();

  constructor(store: StateStore) {
    this.#store = store;
  }

  /** Oldest first. */
  get records(): readonly ConversationRecord[] {
    return [...this.#records.values()];
  }

  get(id: string): Conversation | null {
    return this.#store.state.conversations[id] ?? null;
  }

  record(id: string): ConversationRecord | null {
    return this.#records.get(id) ?? null;
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

  /** Whether a call that is shown is a part of it. */
  hasCall(id: string): boolean {
    return Object.values(this.#store.state.calls).some((call) => call.conversationId === id);
  }

  add(record: ConversationRecord, conversation: Conversation): void {
    this.#records.set(record.id, record);
    const added = { ...conversation, can: allowedActions(record, conversation) };
    this.together(() => {
      this.#store.update((draft) => {
        // Immer's draft type drops `readonly`; the value is not changed through it.
        draft.conversations[record.id] = added as Draft<Conversation>;
      });
      while (this.#records.size > maxConversations) {
        if (!this.#dropOldest(record.id)) break;
      }
    });
  }

  /** Changes a conversation that is still kept; what can be done follows from the links. */
  edit(record: ConversationRecord, change: (conversation: Conversation) => Conversation): void {
    const before = this.get(record.id);
    if (before === null || this.#records.get(record.id) !== record) return;
    const changed = change(before);
    const next = settleAlert({ ...changed, can: allowedActions(record, changed) });
    const recent = before.state === 'Ended' ? null : this.#lineOf(next);
    this.#store.update((draft) => {
      const conversation = draft.conversations[record.id];
      if (conversation !== undefined) assignChanges(conversation, before, next);
      if (recent === null) return;
      draft.recents = castDraft([...addRecent(this.#store.state.recents, recent)]);
    });
  }

  /** Its line in the history once it is over; a meeting with a call in it has the call's. */
  #lineOf(conversation: Conversation): Recent | null {
    const recent = recentConversationOf(conversation);
    if (recent === null || recent.type === 'chat') return recent;
    const { id, startedAtMs } = conversation;
    const hasLine = this.#store.state.recents.some(
      (line) =>
        line.type === 'call' && line.conversationId === id && line.startedAtMs >= startedAtMs,
    );
    return hasLine || this.hasCall(id) ? null : recent;
  }

  /** Several changes that are one to those who watch. */
  together(change: () => void): void {
    this.#store.together(change);
  }

  remove(id: string): void {
    if (!this.#records.delete(id)) return;
    this.#store.update((draft) => {
      delete draft.conversations[id];
      if (draft.viewedConversationId === id) draft.viewedConversationId = null;
    });
  }

  clear(): void {
    this.together(() => {
      for (const { id } of this.records) this.remove(id);
    });
  }

  #dropOldest(except: string): boolean {
    const others = this.records.filter(({ id }) => id !== except && !this.hasCall(id));
    const oldest = others.find(({ id }) => this.get(id)?.state === 'Ended') ?? others[0];
    if (oldest !== undefined) this.remove(oldest.id);
    return oldest !== undefined;
  }
}
