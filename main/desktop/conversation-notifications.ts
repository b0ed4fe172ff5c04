import type { AppState } from '../../app/domain/app-state.ts';
import type { Conversation } from '../../app/domain/conversation.ts';
import { conversationAlertId } from '../../app/domain/current-alerts.ts';
import type { Translator } from '../../app/i18n/translator.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CallActions } from './call-actions.ts';
import {
  invitationKey,
  invitationNotification,
  messageKey,
  messageNotification,
} from './conversation-notification.ts';
import type { NotificationActivity, Notifier } from './desktop-notification.ts';
import type { Privacy } from './privacy.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';

/** Opens the window on one conversation. */
export interface ConversationWindows {
  showConversation(conversationId: string): void;
}

interface Collaborators {
  readonly source: StateSource;
  readonly notifier: Notifier;
  readonly actions: CallActions;
  readonly windows: ConversationWindows;
  readonly privacy: Privacy;
  readonly translator: Translator;
}

/**
 * The native notifications of invitations to chat and into meetings, and of messages that came while
 * the user looked at something else: each as its conversation's plan says.
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
    const { notifier, privacy, source } = this.#on;
    this.#unsubscribes = [
      notifier.activity.subscribe((activity) => this.#onActivity(activity)),
      follow(source, (state) => this.#apply(state)),
      privacy.changes.subscribe(() => this.#showAgain()),
    ];
  }

  stop(): void {
    for (const unsubscribe of this.#unsubscribes) unsubscribe();
    this.#unsubscribes = [];
    for (const key of this.#shown) this.#on.notifier.close(key);
    this.#shown.clear();
  }

  #apply({ conversations }: AppState): void {
    const before = this.#before;
    if (conversations === before) return;
    this.#before = conversations;
    for (const conversation of Object.values(conversations)) {
      const earlier = before?.[conversation.id];
      if (earlier === conversation) continue;
      this.#lookAtInvitation(conversation);
      if (before !== null) this.#lookAtMessages(conversation, earlier?.unread ?? 0);
    }
    for (const id of Object.keys(before ?? {})) {
      if (conversations[id] !== undefined) continue;
      this.#close(invitationKey(id));
      this.#close(messageKey(id));
    }
  }

  #lookAtInvitation(conversation: Conversation): void {
    const key = invitationKey(conversation.id);
    if (!conversation.can.accept) this.#close(key);
    else if (!this.#shown.has(key)) this.#showInvitation(conversation);
  }

  #showInvitation(conversation: Conversation): void {
    const plan = conversation.alert?.notification ?? null;
    if (plan === null) return;
    this.#shown.add(invitationKey(conversation.id));
    const { notifier, privacy, translator } = this.#on;
    const isLocked = privacy.hidesText();
    notifier.show(invitationNotification(conversation, plan, isLocked, translator));
  }

  #lookAtMessages(conversation: Conversation, unreadBefore: number): void {
    if (conversation.unread === 0) this.#close(messageKey(conversation.id));
    // The text of an open invitation is told with the invitation.
    if (conversation.unread <= unreadBefore || conversation.can.accept) return;
    this.#showMessage(conversation);
  }

  #showMessage(conversation: Conversation): void {
    const { alert, messages } = conversation;
    const message = messages.filter(({ direction }) => direction === 'Incoming').pop();
    if (message === undefined || alert === null || alert.notification === null) return;
    this.#shown.add(messageKey(conversation.id));
    const { notifier, privacy, source, translator } = this.#on;
    const { acknowledge, notification } = alert;
    const showText = source.state.settings.showMessageText && !privacy.hidesText();
    const plan = { ...notification, acknowledge };
    notifier.show(messageNotification(conversation, message, plan, showText, translator));
  }

  /** The screen was locked or unlocked. */
  #showAgain(): void {
    for (const conversation of Object.values(this.#on.source.state.conversations)) {
      if (this.#shown.has(invitationKey(conversation.id))) this.#showInvitation(conversation);
      if (this.#shown.has(messageKey(conversation.id))) this.#showMessage(conversation);
    }
  }

  #close(key: string): void {
    if (this.#shown.delete(key)) this.#on.notifier.close(key);
  }

  #onActivity(activity: NotificationActivity): void {
    const { key, action } = activity;
    if (!this.#shown.has(key)) return;
    const { actions, source, windows } = this.#on;
    const ids = Object.keys(source.state.conversations);
    const id = ids.find((each) => key === invitationKey(each) || key === messageKey(each));
    if (id === undefined) return;
    switch (action) {
      case 'decline':
        actions.declineInvitation(id, 'notification');
        break;
      case 'acknowledge':
        actions.acknowledge(conversationAlertId(id), 'notification');
        break;
      case 'answer':
      case 'answer-video':
        this.#accept(id, action === 'answer-video');
        break;
      case 'reply':
        if (activity.text === null) windows.showConversation(id);
        else actions.sendMessage(id, activity.text, 'notification');
        break;
      default:
        windows.showConversation(id);
    }
  }

  #accept(conversationId: string, withVideo: boolean): void {
    const { actions, source, windows } = this.#on;
    windows.showConversation(conversationId);
    const { invitation } = source.state.conversations[conversationId] ?? {};
    const modality = withVideo ? 'audioVideo' : 'audio';
    const join = invitation?.kind === 'onlineMeeting' ? modality : undefined;
    actions.acceptInvitation(conversationId, join, 'notification');
  }
}
