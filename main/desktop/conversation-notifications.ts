import { circumstancesOf } from '../../app/domain/alert-circumstances.ts';
import type { AlertKind } from '../../app/domain/alert-matrix.ts';
import { decideAlert } from '../../app/domain/alerting.ts';
import type { AppState } from '../../app/domain/app-state.ts';
import type { Conversation } from '../../app/domain/conversation.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { Attention } from '../../app/ports/attention.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallActions } from './call-actions.ts';
import type { CallWindows } from './call-notifications.ts';
import {
  invitationKey,
  invitationNotification,
  messageKey,
  messageNotification,
} from './conversation-notification.ts';
import type { NotificationActivity, Notifier } from './desktop-notification.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

interface Collaborators {
  readonly source: StateSource;
  readonly notifier: Notifier;
  readonly actions: CallActions;
  readonly windows: CallWindows;
  readonly attention: Attention;
  readonly translator: Translator;
}

/**
 * The native notifications of invitations to chat and into meetings, and of messages that came while
 * the user looked at something else. Do Not Disturb holds back what it would of a call.
 */
export class ConversationNotifications implements Subscriber {
  readonly #on: Collaborators;
  readonly #shown = new Set<string>();
  #before: AppState['conversations'] | null = null;
  #unsubscribes: readonly Unsubscribe[] = [];

  constructor(collaborators: Collaborators) {
    this.#on = collaborators;
  }

  start(): void {
    const { notifier, source } = this.#on;
    this.#unsubscribes = [
      notifier.activity.subscribe((activity) => this.#onActivity(activity)),
      follow(source, (state) => this.#apply(state)),
    ];
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
    for (const key of this.#shown) this.#on.notifier.close(key);
    this.#shown.clear();
  }

  #apply(state: AppState): void {
    const { conversations } = state;
    const before = this.#before;
    if (conversations === before) return;
    this.#before = conversations;
    for (const conversation of Object.values(conversations)) {
      const earlier = before?.[conversation.id];
      if (earlier === conversation) continue;
      this.#lookAtInvitation(state, conversation);
      if (before !== null) this.#lookAtMessages(state, conversation, earlier?.unread ?? 0);
    }
    for (const id of Object.keys(before ?? {})) {
      if (conversations[id] !== undefined) continue;
      this.#close(invitationKey(id));
      this.#close(messageKey(id));
    }
  }

  #lookAtInvitation(state: AppState, conversation: Conversation): void {
    const key = invitationKey(conversation.id);
    if (!conversation.can.accept) this.#close(key);
    else if (!this.#shown.has(key)) {
      const plan = this.#planFor(state, kindOf(conversation), conversation);
      if (plan === null) return;
      this.#shown.add(key);
      const { notifier, translator } = this.#on;
      notifier.show(invitationNotification(conversation, plan, translator));
    }
  }

  #lookAtMessages(state: AppState, conversation: Conversation, unreadBefore: number): void {
    const key = messageKey(conversation.id);
    if (conversation.unread === 0) this.#close(key);
    // The text of an open invitation is told with the invitation.
    if (conversation.unread <= unreadBefore || conversation.can.accept) return;
    const message = conversation.messages.filter(({ direction }) => direction === 'Incoming').pop();
    if (message === undefined || this.#planFor(state, 'message', conversation) === null) return;
    this.#shown.add(key);
    const { showMessageText } = state.settings;
    const { notifier, translator } = this.#on;
    notifier.show(messageNotification(conversation, message, showMessageText, translator));
  }

  #planFor(state: AppState, kind: AlertKind, { importance }: Conversation) {
    const focused = this.#on.attention.isFocused();
    const now = { kind, importance, focused, nowMs: Date.now() };
    return decideAlert(circumstancesOf(state, now)).notification;
  }

  #close(key: string): void {
    if (this.#shown.delete(key)) this.#on.notifier.close(key);
  }

  #onActivity({ key, action }: NotificationActivity): void {
    if (!this.#shown.has(key)) return;
    const { actions, source, windows } = this.#on;
    const ids = Object.keys(source.state.conversations);
    const conversationId = ids.find((id) => key === invitationKey(id) || key === messageKey(id));
    if (conversationId === undefined) return;
    if (action === 'decline') {
      actions.declineInvitation(conversationId, 'notification');
      return;
    }
    windows.present();
    if (action !== 'answer') return;
    const isMeeting =
      source.state.conversations[conversationId]?.invitation?.kind === 'onlineMeeting';
    actions.acceptInvitation(conversationId, isMeeting ? 'audio' : undefined, 'notification');
  }
}

const kindOf = ({ invitation }: Conversation): AlertKind =>
  invitation?.kind === 'onlineMeeting' ? 'meeting' : 'message';
