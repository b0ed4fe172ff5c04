import { ongoingCalls } from '../../domain/selectors.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { CallConversations } from '../calls/call-conversations.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';
import {
  type ConversationParts,
  type ConversationServiceDependencies,
  createConversationParts,
} from './conversation-parts.ts';
import { ConversationsOfCalls } from './conversations-of-calls.ts';
import { UserConversations } from './user-conversations.ts';

/**
 * Chats and meetings of the signed-in user: what the server tells of them, as values without
 * addresses. It shows nothing and accepts nothing by itself.
 */
export class ConversationService implements SessionPart {
  /** What the user does in them. */
  readonly ofUser: UserConversations;
  /** What calls need of them. */
  readonly ofCalls: CallConversations;
  readonly #parts: ConversationParts;
  readonly #store: StateStore;

  constructor(dependencies: ConversationServiceDependencies) {
    this.#store = dependencies.store;
    this.#parts = createConversationParts(dependencies);
    this.ofUser = new UserConversations(this.#parts, dependencies.store);
    this.ofCalls = new ConversationsOfCalls(this.#parts);
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#parts.context.server.open(application);
  }

  handle(event: UcwaApplicationEvent): void {
    const { context, events, lost, queue } = this.#parts;
    switch (event.type) {
      case 'event': {
        const told = event.event;
        void queue.add(() => events.handle(told));
        break;
      }
      case 'resynced':
        lost.readAgain();
        break;
      case 'recreated':
        this.#recreated();
        break;
      case 'connected':
        context.server.connected();
        lost.connected();
        break;
      case 'recovering':
      case 'refreshed':
      case 'ended':
        break;
    }
  }

  /** Whoever signs in next may be somebody else: nothing is kept. */
  close(): void {
    const { context, endings } = this.#parts;
    this.#forgetEvents();
    endings.all();
    context.board.clear();
    context.server.close();
  }

  /**
   * The application is a new one: who talks in a meeting comes back into it, all else is over. Into
   * a meeting without a call the user may go again, but nobody brings them there.
   */
  #recreated(): void {
    const { context, endings, started } = this.#parts;
    const { board } = context;
    this.#forgetEvents();
    board.together(() => {
      for (const record of board.records) {
        const conversation = board.get(record.id);
        const calls = ongoingCalls(this.#store.state);
        const talks =
          conversation?.state === 'Conferenced' &&
          calls.some(({ conversationId }) => conversationId === record.id);
        if (talks && conversation.onlineMeetingUri !== null) started.again(record, null);
        else endings.ended(record, null, 'connectionLost');
      }
    });
  }

  /** What the server told, and what waits to be dealt with, is about nothing any more. */
  #forgetEvents(): void {
    const { events, lost, queue } = this.#parts;
    queue.reset();
    lost.reset();
    events.reset();
  }
}
