import type { Call } from '../../domain/call.ts';
import type { Conversation, ConversationActions } from '../../domain/conversation.ts';
import { restartConversation } from '../../domain/conversation-machine.ts';
import type { Importance } from '../../domain/importance.ts';
import type { PersonRef } from '../../domain/person.ts';
import { ongoingCalls } from '../../domain/selectors.ts';
import type { Attention } from '../../ports/attention.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Random } from '../../ports/random.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { CallConversations, CallTopic } from '../calls/call-conversations.ts';
import { Exclusive } from '../calls/exclusive.ts';
import { ServerLink } from '../calls/server-link.ts';
import { CommandFailure } from '../command-failure.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';
import { ConversationBoard } from './conversation-board.ts';
import { type ConversationContext, openRecord } from './conversation-context.ts';
import { ConversationEvents } from './conversation-events.ts';
import { type ConversationRecord, detachRecord, isHref } from './conversation-record.ts';
import { endAllConversations } from './conversation-recovery.ts';
import { IncomingMessages } from './incoming-messages.ts';
import { Invitations } from './invitations.ts';
import { InvitedPeople } from './invited-people.ts';
import { leaveConversation } from './leave-conversation.ts';
import { LostConversations } from './lost-conversations.ts';
import { MeetingReader } from './meeting-reader.ts';
import type { OwnText } from './message-content.ts';
import { Moderation } from './moderation.ts';
import { OutgoingMessages } from './outgoing-messages.ts';
import { setOwnAudioMuted } from './own-audio.ts';
import { OwnParticipant } from './own-participant.ts';
import { ParticipantMediaReader } from './participant-media.ts';
import { Participants } from './participants.ts';
import { StartedConversations } from './started-conversations.ts';
import { uniteRecords } from './unite-records.ts';

export interface ConversationServiceDependencies {
  readonly ucwa: { readonly clock: Clock; readonly random: Random; readonly logger: Logger };
  readonly store: StateStore;
  readonly attention: Attention;
}

export interface StartChatInput {
  readonly to: PersonRef;
  readonly subject?: string | undefined;
  readonly importance?: Importance | undefined;
  /** Goes on with an earlier talk. */
  readonly threadId?: string | undefined;
  /** The first message; it travels with the invitation. */
  readonly message?: OwnText;
}

export interface JoinMeetingInput {
  readonly onlineMeetingUri: string;
  readonly subject?: string | undefined;
  /** What somebody without an account is called in the meeting. */
  readonly anonymousDisplayName?: string;
}

export interface StartMeetingInput {
  readonly subject?: string | undefined;
  readonly importance?: Importance | undefined;
}

/**
 * Chats and meetings of the signed-in user: what the server tells of them, as values without
 * addresses, and what the user does in them. It shows nothing and accepts nothing by itself.
 */
export class ConversationService implements SessionPart, CallConversations {
  readonly #context: ConversationContext;
  readonly #store: StateStore;
  readonly #events: ConversationEvents;
  readonly #invitations: Invitations;
  readonly #outgoing: OutgoingMessages;
  readonly #own: OwnParticipant;
  readonly #participants: Participants;
  readonly #moderation: Moderation;
  readonly #invited: InvitedPeople;
  readonly #started: StartedConversations;
  readonly #lost: LostConversations;
  #queue = new Exclusive();

  constructor({ ucwa, store, attention }: ConversationServiceDependencies) {
    const { clock, random } = ucwa;
    const logger = ucwa.logger.scoped('conversations');
    const board = new ConversationBoard(store);
    const server = new ServerLink(clock, random, logger);
    const people = () => store.state.people;
    const context = { board, server, clock, random, logger, people };
    const isLookedAt = (id: string) =>
      store.state.viewedConversationId === id && attention.isFocused();
    const incoming = new IncomingMessages(context, isLookedAt);
    this.#store = store;
    this.#context = context;
    this.#invitations = new Invitations(context, incoming);
    this.#outgoing = new OutgoingMessages(context);
    const media = new ParticipantMediaReader(context);
    this.#own = new OwnParticipant(context, media);
    this.#participants = new Participants(context, this.#own, media);
    this.#moderation = new Moderation(context);
    this.#invited = new InvitedPeople(context);
    this.#events = new ConversationEvents(context, {
      invitations: this.#invitations,
      incoming,
      outgoing: this.#outgoing,
      participants: this.#participants,
      own: this.#own,
      media,
      meeting: new MeetingReader(context),
      invited: this.#invited,
      leave: (record) => leaveConversation(context, record),
    });
    this.#lost = new LostConversations(
      context,
      {
        events: this.#events,
        invitations: this.#invitations,
        outgoing: this.#outgoing,
        own: this.#own,
        participants: this.#participants,
      },
      (task) => this.#enqueue(task),
    );
    this.#started = new StartedConversations(context, {
      invitations: this.#invitations,
      invitationKnown: (href) => void this.#enqueue(() => this.#events.invitationKnown(href)),
    });
  }

  get(conversationId: string): Conversation | null {
    return this.#context.board.get(conversationId);
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#context.server.open(application);
  }

  handle(event: UcwaApplicationEvent): void {
    switch (event.type) {
      case 'event': {
        const told = event.event;
        void this.#enqueue(() => this.#events.handle(told));
        break;
      }
      case 'resynced':
        this.#lost.readAgain();
        break;
      case 'recreated':
        this.#recreated();
        break;
      case 'connected':
        this.#context.server.connected();
        this.#lost.connected();
        break;
      case 'recovering':
      case 'refreshed':
      case 'ended':
        break;
    }
  }

  /** Whoever signs in next may be somebody else: nothing is kept. */
  close(): void {
    this.#forget();
    this.#context.board.clear();
    this.#context.server.close();
  }

  openFor({ remote, subject, importance }: CallTopic): string {
    return openRecord(this.#context, { state: 'Connecting', remote, subject, importance }).id;
  }

  forHref(href: string | null, { remote, subject, importance }: CallTopic): string {
    const { board } = this.#context;
    const known = board.byConversation(href);
    if (known !== null) {
      board.edit(known, (before) => ({ ...before, remote: before.remote ?? remote }));
      return known.id;
    }
    const state = 'Incoming';
    const record = openRecord(this.#context, { state, remote, subject, importance });
    record.conversationHref = href;
    return record.id;
  }

  hrefKnown(conversationId: string, href: string): void {
    const record = this.#context.board.record(conversationId);
    if (record === null || isHref(record.conversationHref, href)) return;
    uniteRecords(this.#context, record, href);
    record.conversationHref = href;
    void this.#enqueue(() => this.#events.needModalities(record));
  }

  remoteKnown(conversationId: string, remote: PersonRef): void {
    const record = this.#context.board.record(conversationId);
    if (record !== null) this.#context.board.edit(record, (before) => ({ ...before, remote }));
  }

  resourceOf(conversationId: string): Resource | null {
    return this.#context.board.record(conversationId)?.conversation ?? null;
  }

  callGone(conversationId: string): void {
    const record = this.#context.board.record(conversationId);
    if (record !== null) this.#events.forgetEmpty(record);
  }

  /** Invites somebody to chat. @returns the conversation's id */
  startChat(input: StartChatInput): string {
    const { to: remote, subject = '', importance = 'Normal', threadId = null, message } = input;
    const known = { remote, subject, importance, threadId };
    const record = openRecord(this.#context, { state: 'Connecting', ...known });
    this.#invite(record, message === undefined ? null : this.#outgoing.show(record, message));
    return record.id;
  }

  /** Writes to somebody whose call the user declines. */
  reply({ remote, importance }: CallTopic, message: string): void {
    this.startChat({ to: remote, importance, message: { format: 'Plain', text: message } });
  }

  /** Joins a meeting by its address. @returns the conversation's id */
  joinMeeting({ onlineMeetingUri, subject = '', ...guest }: JoinMeetingInput): string {
    const record = openRecord(this.#context, { state: 'Connecting', onlineMeetingUri, subject });
    record.anonymousDisplayName = guest.anonymousDisplayName ?? null;
    void this.#started.join(record);
    return record.id;
  }

  /** Starts a meeting of one's own. @returns the conversation's id */
  startMeeting({ subject = '', importance = 'Normal' }: StartMeetingInput = {}): string {
    const record = openRecord(this.#context, { state: 'Connecting', subject, importance });
    void this.#started.startMeeting(record);
    return record.id;
  }

  /**
   * Takes an incoming invitation. One that is over by now ends as cancelled.
   * @returns whether the user comes in by it
   */
  async accept(conversationId: string): Promise<boolean> {
    const isTaken = await this.#invitations.accept(this.#require(conversationId, 'accept'));
    return isTaken && this.get(conversationId)?.state !== 'Ended';
  }

  async decline(conversationId: string): Promise<void> {
    await this.#invitations.decline(this.#require(conversationId, 'decline'));
  }

  /**
   * Sends a message. It is shown at once; what became of it shows in its `delivery`. Messaging that
   * has ended is added first, a chat that has ended is started anew.
   * @returns the message's id
   */
  send(conversationId: string, text: OwnText): string {
    const record = this.#require(conversationId, 'send');
    const messageId = this.#outgoing.show(record, text);
    this.#dispatch(record, messageId);
    return messageId;
  }

  /** Sends an undelivered message again. It stays one message. */
  resend(conversationId: string, messageId: string): void {
    const record = this.#require(conversationId, 'send');
    const message = this.get(conversationId)?.messages.find(({ id }) => id === messageId);
    if (message?.delivery !== 'undelivered') {
      throw new CommandFailure('not-allowed', 'error.notPossibleNow');
    }
    this.#outgoing.markResent(record, messageId);
    this.#dispatch(record, messageId);
  }

  /** The user writes. May be called at every key: it is told as often as needed. */
  async setTyping(conversationId: string): Promise<void> {
    const record = this.#context.board.record(conversationId);
    if (record !== null) await this.#outgoing.setTyping(record);
  }

  /** Asks somebody in; two become a meeting by it. Their answer shows in `invited`. */
  async addParticipant(conversationId: string, to: PersonRef): Promise<void> {
    await this.#invited.ask(this.#require(conversationId, 'addParticipant'), to);
  }

  /** What the user, as a leader, does to others. @throws CommandFailure when it is not offered */
  moderate<Result>(
    conversationId: string,
    action: keyof ConversationActions | null,
    act: (moderation: Moderation, record: ConversationRecord) => Result,
  ): Result {
    const record =
      action === null ? this.#record(conversationId) : this.#require(conversationId, action);
    return act(this.#moderation, record);
  }

  /** Sends everybody home whom the server lets the user send, then leaves. */
  async end(conversationId: string): Promise<void> {
    const record = this.#require(conversationId, 'end');
    const { participants = [], lobby = [] } = this.get(conversationId) ?? {};
    await Promise.all([
      this.#moderation.actOnAll(record, participants, 'eject'),
      this.#moderation.actOnAll(record, lobby, 'reject'),
    ]);
    leaveConversation(this.#context, record);
  }

  /** Starts or joins it anew, in the same conversation; what was not delivered stays to be resent. */
  retry(conversationId: string): void {
    this.#restart(this.#require(conversationId, 'retry'), null);
  }

  /** The user looks at a conversation, or (null) at none. */
  view(conversationId: string | null): void {
    this.#store.update((draft) => {
      draft.viewedConversationId = conversationId;
    });
  }

  /** The user has seen all messages. */
  markRead(conversationId: string): void {
    const record = this.#context.board.record(conversationId);
    if (record !== null) this.#context.board.edit(record, (before) => ({ ...before, unread: 0 }));
  }

  /** Takes a conversation that is over off the list. */
  dismiss(conversationId: string): void {
    if (this.get(conversationId)?.state !== 'Ended') return;
    if (!this.#context.board.hasCall(conversationId)) this.#context.board.remove(conversationId);
  }

  /** Leaves it, whatever goes on in it. */
  leave(conversationId: string): void {
    const record = this.#context.board.record(conversationId);
    if (record !== null) leaveConversation(this.#context, record);
  }

  async setOwnAudioMuted(conversationId: string, muted: boolean): Promise<void> {
    await setOwnAudioMuted(this.#context, this.#record(conversationId), muted);
  }

  #dispatch(record: ConversationRecord, messageId: string): void {
    if (this.get(record.id)?.can.retry === true) this.#restart(record, messageId);
    else this.#outgoing.send(record, messageId);
  }

  #restart(record: ConversationRecord, messageId: string | null): void {
    detachRecord(record);
    record.left = false;
    const { board, clock } = this.#context;
    const kind = this.get(record.id)?.invitation?.kind;
    board.edit(record, (conversation) => restartConversation(conversation, clock.nowMs()));
    const restarted = this.get(record.id);
    if (restarted?.onlineMeetingUri != null) void this.#started.join(record);
    else if (kind === 'onlineMeeting' && restarted?.remote == null) {
      void this.#started.startMeeting(record);
    } else this.#invite(record, messageId);
  }

  #invite(record: ConversationRecord, messageId: string | null): void {
    void this.#started.chat(record, messageId);
  }

  #record(conversationId: string): ConversationRecord {
    const record = this.#context.board.record(conversationId);
    if (record === null) throw new CommandFailure('not-found', 'error.gone');
    return record;
  }

  #require(conversationId: string, action: keyof ConversationActions): ConversationRecord {
    const record = this.#record(conversationId);
    if (this.get(conversationId)?.can[action] === true) return record;
    throw new CommandFailure('not-allowed', 'error.notPossibleNow');
  }

  /**
   * The application is a new one: who talks in a meeting comes back into it, all else is over. Into
   * a meeting without a call the user may go again, but nobody brings them there.
   */
  #recreated(): void {
    const { board } = this.#context;
    this.#queue = new Exclusive();
    this.#lost.reset();
    this.#events.reset();
    board.together(() => {
      for (const record of board.records) {
        const conversation = board.get(record.id);
        const isIn = conversation?.state === 'Conferenced';
        const talks = isIn && ongoingCalls(this.#store.state).some((call) => isOf(call, record));
        if (talks && conversation.onlineMeetingUri !== null) this.#restart(record, null);
        else this.#events.ended(record, null, 'connectionLost');
      }
    });
  }

  /** What the server knew is gone, with every event about it that waits. */
  #forget(): void {
    this.#queue = new Exclusive();
    this.#lost.reset();
    this.#events.reset();
    endAllConversations(this.#context, { events: this.#events });
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    const queue = this.#queue;
    return queue.run(async () => {
      // Events of an application that is no more are about nothing.
      if (queue !== this.#queue) return;
      await task().catch((error: unknown) => {
        this.#context.logger.warn('An event of a conversation could not be handled', { error });
      });
    });
  }
}

const isOf = ({ conversationId }: Call, { id }: ConversationRecord): boolean =>
  conversationId === id;
