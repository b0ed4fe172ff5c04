import type { Importance } from '../../domain/importance.ts';
import type { PersonRef } from '../../domain/person.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';

/** What a call tells of the conversation that it is a part of. */
export interface CallTopic {
  readonly remote: PersonRef;
  readonly subject: string;
  readonly importance: Importance;
}

/** The conversations, as calls need them. Nothing is awaited: a call that comes in rings at once. */
export interface CallConversations {
  /** A conversation that begins with a call of the user's. @returns its id */
  openFor(topic: CallTopic): string;
  /** The conversation at an address, new if nobody told of it yet. @returns its id */
  forHref(href: string | null, topic: CallTopic): string;
  /** It became known where a conversation that began with a call is. */
  hrefKnown(conversationId: string, href: string): void;
  /** Who is at the other end of a call became known. */
  remoteKnown(conversationId: string, remote: PersonRef): void;
  /** The newest `conversation` of the server; null when there is none (yet, or any more). */
  resourceOf(conversationId: string): Resource | null;
  /** The newest `phoneAudio` of a conversation; null when there is none. */
  phoneAudioOf(conversationId: string): Resource | null;
  /** Leaves a conversation, whatever goes on in it. */
  leave(conversationId: string): void;
  /**
   * Tells a meeting that the user is muted, or takes a mute back.
   * @throws UcwaError 'missing-link' when the meeting does not let the user
   */
  setOwnAudioMuted(conversationId: string, muted: boolean): Promise<void>;
  /** Writes to somebody whose call is declined. A text that does not get through is kept there. */
  reply(topic: CallTopic, message: string): void;
  /** A call left the state. A conversation that carried nothing else goes with it. */
  callGone(conversationId: string): void;
}
