import type { Conversation } from '../../../../app/domain/conversation.ts';
import type { PersonRef } from '../../../../app/domain/person.ts';
import type { Clock } from '../../../../app/ports/clock.ts';
import type { HttpTransport } from '../../../../app/ports/http-transport.ts';
import { ConversationService } from '../../../../app/services/conversations/conversation-service.ts';
import type { UserConversations } from '../../../../app/services/conversations/user-conversations.ts';
import type { StateStore } from '../../../../app/services/state-store.ts';
import { signIn } from '../../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../../app/ucwa/ucwa-application.ts';
import { signInRequest, ucwaDependencies } from '../../../support/sign-in-request.ts';
import { testStore } from '../../../support/test-store.ts';

/** Somebody signed in who chats and meets, over real HTTP, and what a test needs to watch them. */
export class Chatter {
  readonly application: UcwaApplication;
  readonly conversations: UserConversations;
  readonly #service: ConversationService;
  readonly store: StateStore;
  readonly endpointId: string;
  /** Every value that any conversation had, in order. */
  readonly history: Conversation[] = [];

  private constructor(
    application: UcwaApplication,
    service: ConversationService,
    store: StateStore,
    endpointId: string,
  ) {
    this.store = store;
    this.application = application;
    this.endpointId = endpointId;
    this.conversations = service.ofUser;
    this.#service = service;
    let before = store.state.conversations;
    store.patches.subscribe(() => {
      const { conversations: now } = store.state;
      this.history.push(...Object.values(now).filter((each) => before[each.id] !== each));
      before = now;
    });
  }

  static async signIn(
    transport: HttpTransport,
    discoveryUrl: string,
    userName: string,
    endpointId: string,
    clock?: Clock,
  ): Promise<Chatter> {
    const dependencies = ucwaDependencies(transport, clock);
    const method = { grant: 'password', account: { userName, password: 'parley' } } as const;
    const request = signInRequest({ address: userName, method, discoveryUrl, endpointId });
    const application = await signIn(request, dependencies);
    const store = testStore();
    const attention = { isFocused: () => true };
    const service = new ConversationService({ ucwa: dependencies, store, attention });
    const chatter = new Chatter(application, service, store, endpointId);
    await service.open(application);
    application.events.subscribe((event) => service.handle(event));
    application.start();
    return chatter;
  }

  get all(): readonly Conversation[] {
    return Object.values(this.store.state.conversations);
  }

  /** The first conversation that fits, now or later. */
  until(fits: (conversation: Conversation) => boolean): Promise<Conversation> {
    return new Promise((resolve) => {
      const look = (): boolean => {
        const found = this.all.find(fits);
        if (found === undefined) return false;
        unsubscribe();
        resolve(found);
        return true;
      };
      const unsubscribe = this.store.patches.subscribe(look);
      look();
    });
  }

  /** The conversation when it has come so far. */
  when(id: string, fits: (conversation: Conversation) => boolean): Promise<Conversation> {
    return this.until((conversation) => conversation.id === id && fits(conversation));
  }

  /** The invitation that waits for this user. */
  asked(): Promise<Conversation> {
    return this.until(({ can }) => can.accept);
  }

  /** Lets somebody in who waits in the lobby, or turns them away. */
  decide(id: string, participantId: string, decision: 'admit' | 'reject'): Promise<void> {
    return this.conversations.moderate(id, null, (leader, record) =>
      leader.act(record, participantId, decision),
    );
  }

  stop(): void {
    this.#service.close();
    this.application.stop();
  }
}

/** The texts of a conversation, oldest first. */
export const texts = ({ messages }: Conversation): readonly (string | null)[] =>
  messages.map(({ content }) => content.text);

/** Somebody by address, as a dial box gives them. */
export const somebody = (uri: string): PersonRef => ({ uri, name: uri.replace(/^sip:/, '') });
