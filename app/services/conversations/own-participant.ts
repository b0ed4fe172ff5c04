import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { readParticipant } from '../../ucwa/resources/participant.ts';
import { type ConversationContext, tryGet } from './conversation-context.ts';
import { type ConversationRecord, isHref } from './conversation-record.ts';
import type { ParticipantMediaReader } from './participant-media.ts';

/** The user as a participant: their role, and whether the server muted them. */
export class OwnParticipant {
  readonly #context: ConversationContext;
  readonly #media: ParticipantMediaReader;

  constructor(context: ConversationContext, media: ParticipantMediaReader) {
    this.#context = context;
    this.#media = media;
  }

  /** An event about the user. */
  async told(record: ConversationRecord, event: UcwaEvent): Promise<void> {
    if (event.type === 'deleted') return;
    const { href } = event.link;
    const resource = event.resource ?? (await tryGet(this.#context, href));
    if (resource !== null) await this.#show(record, href, resource);
  }

  /** Reads the user's part of a meeting where no event told of it, or events were lost. */
  async read(record: ConversationRecord): Promise<void> {
    const { conversation } = record;
    const href = conversation === null ? undefined : link(conversation, 'localParticipant')?.href;
    const resource = href === undefined ? null : await tryGet(this.#context, href);
    if (href !== undefined && resource !== null) await this.#show(record, href, resource);
  }

  /** The user came into or left one of the lists of the roster. */
  listed(record: ConversationRecord, href: string, role: 'Leader' | 'Attendee'): void {
    if (!isHref(record.localHref, href)) return;
    this.#context.board.edit(record, (before) => ({
      ...before,
      self: before.self === null ? null : { ...before.self, role },
    }));
  }

  async #show(record: ConversationRecord, href: string, resource: Resource): Promise<void> {
    const { role, organizer } = readParticipant(resource);
    record.localHref = href;
    this.#context.board.edit(record, (before) => ({
      ...before,
      self: {
        audioMuted: false,
        videoMuted: false,
        canUnmuteAudio: false,
        canUnmuteVideo: false,
        ...before.self,
        role,
        organizer,
      },
    }));
    await this.#media.complete(record, href, resource);
  }
}
