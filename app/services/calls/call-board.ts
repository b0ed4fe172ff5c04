import { castDraft, type Draft } from 'immer';
import type { AppState } from '../../domain/app-state.ts';
import type { Call } from '../../domain/call.ts';
import { allowedActions, type CallOffers, noOffers } from '../../domain/call-actions.ts';
import {
  type CallEvent,
  IllegalCallTransition,
  transitionCall,
} from '../../domain/call-machine.ts';
import { addRecent, recentCallOf } from '../../domain/history.ts';
import type { Logger } from '../../ports/logger.ts';
import type { StateStore } from '../state-store.ts';
import type { CallConversations } from './call-conversations.ts';

/** Ended calls that stay in the state until dismissed; older ones make room. */
const maxEnded = 3;

type Editable = Pick<Call, 'remote' | 'invitation' | 'subject' | 'importance' | 'modality'>;

/** The calls in the state: the only place that writes them. */
export class CallBoard {
  readonly #store: StateStore;
  readonly #logger: Logger;
  readonly #conversations: CallConversations;
  readonly #offers = new Map<string, CallOffers>();

  constructor(store: StateStore, logger: Logger, conversations: CallConversations) {
    this.#store = store;
    this.#logger = logger;
    this.#conversations = conversations;
  }

  get(id: string): Call | null {
    return this.#store.state.calls[id] ?? null;
  }

  add(call: Call, offers: CallOffers): void {
    this.#offers.set(call.id, offers);
    const ended = Object.values(this.#store.state.calls).filter(({ phase }) => phase === 'ended');
    const old = ended.slice(0, Math.max(0, ended.length - maxEnded));
    for (const { id } of old) this.#offers.delete(id);
    this.#store.update((draft) => {
      for (const { id } of old) delete draft.calls[id];
      put(draft, { ...call, can: allowedActions(call, offers) });
    });
    for (const each of old) this.#conversations.callGone(each.conversationId);
  }

  /**
   * Moves the call on. A move that its phase does not allow is logged and changes nothing.
   * @param leavesNoScreen nobody needs to see how a call ended that another takes the place of
   */
  apply(id: string, event: CallEvent, leavesNoScreen = false): boolean {
    const call = this.get(id);
    if (call === null) return false;
    const next = this.#transition(call, event);
    if (next === null) return false;
    this.#store.update((draft) => {
      put(draft, this.#withActions(next));
      const recent = call.phase === 'ended' ? null : recentCallOf(next, this.#meetingUriOf(next));
      if (recent === null) return;
      draft.recents = castDraft([...addRecent(this.#store.state.recents, recent)]);
      // A call that only rang leaves no screen behind; the history has it.
      if (call.phase === 'ringing' || leavesNoScreen) delete draft.calls[id];
    });
    if (this.get(id) === null) {
      this.#offers.delete(id);
      this.#conversations.callGone(next.conversationId);
    }
    return true;
  }

  #meetingUriOf({ kind, conversationId }: Call): string | null {
    const conversation = this.#store.state.conversations[conversationId];
    return kind === 'meeting' ? (conversation?.onlineMeetingUri ?? null) : null;
  }

  /** What the server offers now. */
  setOffers(id: string, changes: Partial<CallOffers>): void {
    const phase = this.get(id)?.phase ?? 'ended';
    if (phase === 'ended') return;
    this.#offers.set(id, { ...(this.#offers.get(id) ?? noOffers), ...changes });
    this.edit(id, {});
  }

  /** Facts that came later, such as a name. */
  edit(id: string, changes: Partial<Editable>): void {
    const call = this.get(id);
    if (call === null) return;
    const next = this.#withActions({ ...call, ...changes });
    if (JSON.stringify(next) === JSON.stringify(call)) return;
    this.#store.update((draft) => put(draft, next));
    const { remote } = changes;
    if (remote !== undefined) this.#conversations.remoteKnown(call.conversationId, remote);
  }

  /** The call goes on in another conversation; what it leaves behind there goes, if it was nothing else. */
  moveTo(id: string, conversationId: string, changes: Partial<Editable>): void {
    const call = this.get(id);
    if (call === null || call.conversationId === conversationId) return;
    this.#store.update((draft) => put(draft, { ...call, ...changes, conversationId }));
    this.edit(id, {});
    this.#conversations.callGone(call.conversationId);
  }

  /** Takes an ended call off the screen. */
  dismiss(id: string): void {
    const call = this.get(id);
    if (call?.phase !== 'ended') return;
    this.#offers.delete(id);
    this.#store.update((draft) => {
      delete draft.calls[id];
    });
    this.#conversations.callGone(call.conversationId);
  }

  #transition(call: Call, event: CallEvent): Call | null {
    try {
      return transitionCall(call, event);
    } catch (error) {
      if (!(error instanceof IllegalCallTransition)) throw error;
      const { phase, eventType } = error;
      this.#logger.info('An event did not fit the call', { callId: call.id, phase, eventType });
      return null;
    }
  }

  #withActions(call: Call): Call {
    return { ...call, can: allowedActions(call, this.#offers.get(call.id) ?? noOffers) };
  }
}

/** Immer's draft type drops `readonly`; the value is not changed through it. */
function put(draft: Draft<AppState>, call: Call): void {
  draft.calls[call.id] = call as Draft<Call>;
}
