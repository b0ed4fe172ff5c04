import type { Conversation } from '../../../../app/domain/conversation.ts';
import type { HttpTransport } from '../../../../app/ports/http-transport.ts';
import { ConversationService } from '../../../../app/services/conversations/conversation-service.ts';
import { signIn } from '../../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../../app/ucwa/ucwa-application.ts';
import { signInRequest, ucwaDependencies } from '../../../support/sign-in-request.ts';

/** Somebody signed in who chats and meets, over real HTTP, and what a test needs to watch them. */
export class Chatter {
  readonly application: UcwaApplication;
  readonly conversations: ConversationService;
  readonly endpointId: string;
  /** Every value that any conversation had, in order. */
  readonly history: Conversation[] = [];

  private constructor(
    application: UcwaApplication,
    conversations: ConversationService,
    endpointId: string,
  ) {
    this.application = application;
    this.endpointId = endpointId;
    this.conversations = conversations;
    conversations.changes.subscribe(({ conversation }) => {
      if (conversation !== null) this.history.push(conversation);
    });
  }

  static async signIn(
    transport: HttpTransport,
    discoveryUrl: string,
    userName: string,
    endpointId: string,
  ): Promise<Chatter> {
    const dependencies = ucwaDependencies(transport);
    const method = { grant: 'password', account: { userName, password: 'parley' } } as const;
    const request = signInRequest({ address: userName, method, discoveryUrl, endpointId });
    const application = await signIn(request, dependencies);
    const conversations = new ConversationService({ ...dependencies, people: () => ({}) });
    const chatter = new Chatter(application, conversations, endpointId);
    await conversations.open(application);
    application.events.subscribe((event) => conversations.handle(event));
    application.start();
    return chatter;
  }

  get all(): readonly Conversation[] {
    return this.conversations.all;
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
      const unsubscribe = this.conversations.changes.subscribe(look);
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

  stop(): void {
    this.conversations.close();
    this.application.stop();
  }
}

/** The texts of a conversation, oldest first. */
export const texts = ({ messages }: Conversation): readonly (string | null)[] =>
  messages.map(({ content }) => content.text);
