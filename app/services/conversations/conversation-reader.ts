import type { ConversationState } from '../../domain/conversation.ts';
import { moveConversation } from '../../domain/conversation-machine.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { type ConversationContext, openRecord, tryGet } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';
import { importanceOf } from './invitations.ts';
import type { MeetingReader } from './meeting-reader.ts';
import type { OutgoingMessages } from './outgoing-messages.ts';
import type { OwnParticipant } from './own-participant.ts';

export interface ReaderHandlers {
  readonly outgoing: OutgoingMessages;
  readonly own: OwnParticipant;
  readonly meeting: MeetingReader;
}

/** What the server says of a conversation and of its modalities; what it did not tell is read. */
export class ConversationReader {
  readonly #context: ConversationContext;
  readonly #handlers: ReaderHandlers;

  constructor(context: ConversationContext, handlers: ReaderHandlers) {
    this.#context = context;
    this.#handlers = handlers;
  }

  /** A conversation that is there, of whatever kind; nothing is known yet of how it came about. */
  async adopt(href: string, resource: Resource): Promise<void> {
    const state = stateOf(readResource('conversation', resource).values.state);
    const record = openRecord(this.#context, { state: state ?? 'Connecting' });
    record.conversationHref = href;
    await this.told(record, resource);
  }

  /** What the server says of a conversation now. */
  async told(record: ConversationRecord, resource: Resource): Promise<void> {
    const { values } = readResource('conversation', resource);
    const { board, clock } = this.#context;
    record.conversation = resource;
    board.edit(record, (before) => ({
      ...moveConversation(before, stateOf(values.state) ?? before.state, clock.nowMs()),
      subject: values.subject ?? before.subject,
      importance: importanceOf(values.importance) ?? before.importance,
      threadId: values.threadId ?? before.threadId,
    }));
    this.#handlers.meeting.conversationTold(record);
    await this.needModalities(record);
    await this.#needMeeting(record);
  }

  /** What the server says of the messages of a conversation now. */
  messagingTold(record: ConversationRecord, resource: Resource): void {
    const { state } = readResource('messaging', resource).values;
    record.messaging = resource;
    if (state === 'Connected') record.addingMessaging = false;
    const messaging = messagingStates.find((each) => each === state) ?? 'Disconnected';
    this.#context.board.edit(record, (before) => ({
      ...before,
      messaging,
      typing: messaging === 'Connected' ? before.typing : [],
    }));
    this.#joinMessages(record);
    this.#handlers.outgoing.messagingChanged(record);
  }

  /** What can be done about sound and picture now. */
  audioVideoTold(record: ConversationRecord, resource: Resource): void {
    record.audioVideo = resource;
    this.#context.board.edit(record, (before) => before);
  }

  /** Whether the user's own phone can be taken into it now. */
  phoneAudioTold(record: ConversationRecord, resource: Resource): void {
    record.phoneAudio = resource;
    this.#context.board.edit(record, (before) => before);
  }

  /** What can be done about messages, sound, picture and the phone is read where no event told of it. */
  async needModalities(record: ConversationRecord): Promise<void> {
    const { conversation } = record;
    const state = this.#context.board.get(record.id)?.state;
    if (conversation === null || (state !== 'Connected' && state !== 'Conferenced')) return;
    const messaging = await this.#needed(record, conversation, 'messaging');
    if (messaging !== null) this.messagingTold(record, messaging);
    else this.#joinMessages(record);
    const audioVideo = await this.#needed(record, conversation, 'audioVideo');
    if (audioVideo !== null) this.audioVideoTold(record, audioVideo);
    // The phone calls the other one of two; in a meeting there is nobody to call.
    if (state !== 'Connected') return;
    const phoneAudio = await this.#needed(record, conversation, 'phoneAudio');
    if (phoneAudio !== null) this.phoneAudioTold(record, phoneAudio);
  }

  async #needed(
    record: ConversationRecord,
    conversation: Resource,
    rel: 'messaging' | 'audioVideo' | 'phoneAudio',
  ): Promise<Resource | null> {
    const href = link(conversation, rel)?.href;
    if (record[rel] !== null || href === undefined || record.conversation === null) return null;
    const resource = await tryGet(this.#context, href);
    // It may be over by now.
    return record.conversation === null ? null : resource;
  }

  /** What the user is in a meeting, and what the meeting is, where no event told of it. */
  async #needMeeting(record: ConversationRecord): Promise<void> {
    const conversation = this.#context.board.get(record.id);
    if (conversation?.state !== 'Conferenced') return;
    if (conversation.self === null) await this.#handlers.own.read(record);
    await this.#handlers.meeting.need(record);
  }

  /** Who joins a meeting joins its messages, once: they are a modality of their own. */
  #joinMessages(record: ConversationRecord): void {
    const { messaging } = record;
    const isMeeting = this.#context.board.get(record.id)?.state === 'Conferenced';
    if (!isMeeting || record.askedForMessaging || messaging === null) return;
    record.askedForMessaging = true;
    this.#handlers.outgoing.addMessaging(record);
  }
}

const messagingStates = ['Connected', 'Connecting'] as const;

const states = new Set<string>([
  'Connecting',
  'Incoming',
  'Connected',
  'Conferencing',
  'InLobby',
  'Conferenced',
  'Disconnected',
] satisfies ConversationState[]);

const isState = (told: string): told is ConversationState => states.has(told);

/** Null for what came later than this client, and for the passing `Disconnecting`. */
const stateOf = (told: string | null): ConversationState | null =>
  told !== null && isState(told) ? told : null;
