import type { Participant } from '../../domain/roster.ts';
import { follow } from '../../ucwa/follow/follow.ts';
import { known } from '../../ucwa/follow/known-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { isGone } from '../calls/server-link.ts';
import { CommandFailure } from '../command-failure.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';

type PersonAction = 'admit' | 'reject' | 'promote' | 'demote' | 'eject';

/** What leaders do to others in a meeting. What comes of it is told by events. */
export class Moderation {
  readonly #context: ConversationContext;

  constructor(context: ConversationContext) {
    this.#context = context;
  }

  /** @throws CommandFailure 'not-found'; UcwaError 'missing-link' when the user may not */
  async act(record: ConversationRecord, id: string, action: PersonAction): Promise<void> {
    const { client } = this.#context.server.require();
    const participant = await client.get(this.#hrefOf(record, id));
    await follow(client, known('participant', participant), action);
  }

  /** The same with each of several; who is gone meanwhile needs nothing any more. */
  async actOnAll(
    record: ConversationRecord,
    people: readonly Participant[],
    action: PersonAction,
  ): Promise<void> {
    const able = people.filter(({ can }) => can[action]);
    await Promise.all(able.map(({ id }) => this.act(record, id, action).catch(unlessGone)));
  }

  /** @param id null: the user's own sound, as far as the server has muted it */
  async setMuted(record: ConversationRecord, id: string | null, muted: boolean): Promise<void> {
    const audio = id === null ? record.localAudio : record.audioOfParticipant.get(id);
    if (audio == null) throw new CommandFailure('not-found', 'error.gone');
    await this.#mute(audio, muted);
  }

  /** @param id null: the user's own picture, as far as the server has muted it */
  async setVideoMuted(
    record: ConversationRecord,
    id: string | null,
    muted: boolean,
  ): Promise<void> {
    const video = id === null ? record.localVideo : record.videoOfParticipant.get(id);
    if (video == null) throw new CommandFailure('not-found', 'error.gone');
    const { client } = this.#context.server.require();
    const from = known('participantVideo', video);
    if (muted) await follow(client, from, 'muteVideo');
    else await follow(client, from, 'unmuteVideo');
  }

  /** Mutes everybody else who can be muted now. They can take it back unless that is locked. */
  async muteAll(record: ConversationRecord): Promise<void> {
    const people = this.#context.board.get(record.id)?.participants ?? [];
    const mutes = people
      .filter(({ can }) => can.mute)
      .map(({ id }) => this.setMuted(record, id, true).catch(unlessGone));
    await Promise.all(mutes);
  }

  /** Mutes the attendees and keeps them so, or lets them speak again. */
  async setAudienceMute(record: ConversationRecord, enabled: boolean): Promise<void> {
    const { client } = this.#context.server.require();
    const from = known('conversation', requireConversation(record));
    if (enabled) await follow(client, from, 'enableAudienceMuteLock');
    else await follow(client, from, 'disableAudienceMuteLock');
  }

  async setAudienceMessaging(record: ConversationRecord, enabled: boolean): Promise<void> {
    const { client } = this.#context.server.require();
    const from = known('conversation', requireConversation(record));
    if (enabled) await follow(client, from, 'enableAudienceMessaging');
    else await follow(client, from, 'disableAudienceMessaging');
  }

  async #mute(audio: Resource, muted: boolean): Promise<void> {
    const { client } = this.#context.server.require();
    const from = known('participantAudio', audio);
    const isSo = link(audio, muted ? 'unmuteAudio' : 'muteAudio') !== null;
    const isOffered = link(audio, muted ? 'muteAudio' : 'unmuteAudio') !== null;
    if (isSo && !isOffered) return;
    if (muted) await follow(client, from, 'muteAudio');
    else await follow(client, from, 'unmuteAudio');
  }

  #hrefOf(record: ConversationRecord, id: string): string {
    const found = record.participantOfHref.entries.find(([, each]) => each === id);
    if (found === undefined) throw new CommandFailure('not-found', 'error.gone');
    return found[0];
  }
}

function requireConversation({ conversation }: ConversationRecord): Resource {
  if (conversation !== null) return conversation;
  throw new CommandFailure('not-allowed', 'error.notPossibleNow');
}

function unlessGone(error: unknown): void {
  if (!isGone(error)) throw error;
}
