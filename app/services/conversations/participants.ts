import { cameIn, leftLobby } from '../../domain/conversation-machine.ts';
import type { PersonRef } from '../../domain/person.ts';
import {
  newParticipant,
  type Participant,
  withoutParticipant,
  withParticipant,
} from '../../domain/roster.ts';
import { type ParticipantPlace, participantPlace } from '../../ucwa/events/participant-change.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { hrefKey } from '../../ucwa/hypermedia/href.ts';
import type { Link, Resource } from '../../ucwa/hypermedia/resource.ts';
import { readParticipant } from '../../ucwa/resources/participant.ts';
import { personRef } from '../people/person-ref.ts';
import { type ConversationContext, tryGet } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { OwnParticipant } from './own-participant.ts';
import type { ParticipantMediaReader } from './participant-media.ts';

type ListedIn = 'participants' | 'lobby';

/** Who takes part, who waits and who writes. Entries appear at once; what is missing is read then. */
export class Participants {
  readonly #context: ConversationContext;
  readonly #own: OwnParticipant;
  readonly #media: ParticipantMediaReader;

  constructor(context: ConversationContext, own: OwnParticipant, media: ParticipantMediaReader) {
    this.#context = context;
    this.#own = own;
    this.#media = media;
  }

  handle(record: ConversationRecord, event: UcwaEvent): void {
    const place = participantPlace(event);
    if (place === null) return;
    const { href, title } = event.link;
    const isGone = event.type === 'deleted';
    if (isGone && place === 'roster') record.othersLeftMs = this.#context.clock.nowMs();
    switch (place) {
      case 'typing':
        this.#typing(record, href, title, !isGone);
        break;
      case 'roster':
      case 'lobby':
        if (isGone) this.#left(record, place === 'roster' ? 'participants' : 'lobby', href);
        else this.#came(record, place === 'roster' ? 'participants' : 'lobby', event);
        break;
      case 'leaders':
      case 'attendees':
        if (!isGone) this.#role(record, place, href);
    }
  }

  /** The whole roster as the server has it; who is not in it has left. */
  replace(record: ConversationRecord, participants: Resource): void {
    const embedded = participants.embedded.participant ?? [];
    const links = participants.links.participant ?? [];
    const all = [
      ...embedded.map((resource) => ({ href: resource.href, title: null, resource })),
      ...links.map(({ href, title }) => ({ href, title, resource: null })),
    ];
    const hrefs = new Set(all.flatMap(({ href }) => (href === null ? [] : [hrefKey(href)])));
    const listed = this.#context.board.get(record.id)?.participants ?? [];
    for (const [href, id] of record.participantOfHref.entries) {
      const isListed = listed.some((each) => each.id === id);
      if (isListed && !hrefs.has(hrefKey(href))) this.#left(record, 'participants', href);
    }
    for (const { href, title, resource } of all) {
      if (href !== null) this.#show(record, 'participants', href, title, resource);
    }
  }

  #typing(record: ConversationRecord, href: string, title: string | null, isTyping: boolean): void {
    const id = this.#idOf(record, href);
    this.#context.board.edit(record, (conversation) => {
      if (!isTyping) return { ...conversation, ...withoutParticipant(conversation, 'typing', id) };
      const named = conversation.participants.find((each) => each.id === id);
      const name = title || (named?.person.name ?? conversation.remote?.name ?? '');
      return { ...conversation, ...withParticipant(conversation, 'typing', { id, name }) };
    });
  }

  #came(record: ConversationRecord, part: ListedIn, event: UcwaEvent): void {
    this.#show(record, part, event.link.href, event.link.title, event.resource);
  }

  #left(record: ConversationRecord, part: ListedIn, href: string): void {
    const id = record.participantOfHref.get(href);
    if (id === null) return;
    if (part === 'participants') {
      record.participantOfHref.delete(href);
      record.audioOfParticipant.delete(id);
      record.videoOfParticipant.delete(id);
    }
    this.#context.board.edit(record, (conversation) => {
      const gone = conversation[part].find((each) => each.id === id);
      const isWaiting = part === 'lobby' && gone !== undefined;
      const before = isWaiting ? leftLobby(conversation, gone.person) : conversation;
      return { ...before, ...withoutParticipant(before, part, id) };
    });
  }

  #role(record: ConversationRecord, place: ParticipantPlace, href: string): void {
    const id = record.participantOfHref.get(href);
    const role = place === 'leaders' ? 'Leader' : 'Attendee';
    this.#own.listed(record, href, role);
    this.#context.board.edit(record, (conversation) => ({
      ...conversation,
      participants: conversation.participants.map((each) =>
        each.id === id ? { ...each, role } : each,
      ),
    }));
  }

  #show(
    record: ConversationRecord,
    part: ListedIn,
    href: string,
    title: string | null,
    resource: Resource | null,
  ): void {
    const id = this.#idOf(record, href);
    const { board, people } = this.#context;
    const before = board.get(record.id)?.[part].find((each) => each.id === id);
    const known = before ?? newParticipant(id, personRef(null, title, people()));
    this.#put(record, part, resource === null ? known : readInto(known, resource, this.#context));
    if (resource === null) void this.#complete(record, part, id, href);
    else if (part === 'participants') void this.#media.complete(record, href, resource);
  }

  /** An event names somebody by address and title only; the rest is read while they are shown. */
  async #complete(
    record: ConversationRecord,
    part: ListedIn,
    id: string,
    href: string,
  ): Promise<void> {
    const resource = await tryGet(this.#context, href);
    const there = this.#context.board.get(record.id)?.[part].find((each) => each.id === id);
    if (resource === null || there === undefined) return;
    // The user is no participant of their own roster.
    if (readParticipant(resource).local) {
      this.#left(record, part, href);
      return;
    }
    this.#put(record, part, readInto(there, resource, this.#context));
    if (part === 'participants') await this.#media.complete(record, href, resource);
  }

  #put(record: ConversationRecord, part: ListedIn, entry: Participant): void {
    this.#context.board.edit(record, (conversation) => {
      const isIn = part === 'participants';
      const before = isIn ? cameIn(conversation, entry.person) : conversation;
      return { ...before, ...withParticipant(before, part, entry) };
    });
  }

  #idOf(record: ConversationRecord, href: string): string {
    const known = record.participantOfHref.get(href);
    if (known !== null) return known;
    const id = this.#context.random.uuid();
    record.participantOfHref.set(href, id);
    return id;
  }
}

/** Who is behind a link to a participant or contact: from the roster, else read. */
export async function personOf(
  context: ConversationContext,
  record: ConversationRecord,
  { href, title }: Pick<Link, 'href' | 'title'>,
): Promise<PersonRef> {
  const id = record.participantOfHref.get(href);
  const conversation = context.board.get(record.id);
  const listed = conversation?.participants.find((each) => each.id === id)?.person;
  if (listed !== undefined && listed.uri !== '') return listed;
  const resource = await tryGet(context, href);
  if (resource === null) return listed ?? personRef(null, title, context.people());
  const { uri, name } = readParticipant(resource);
  return personRef(uri, name ?? title, context.people());
}

/** What the server says of somebody now; their media and what can be done about it stay. */
function readInto(
  before: Participant,
  resource: Resource,
  { people }: ConversationContext,
): Participant {
  const { anonymous, links, name, organizer, role, uri } = readParticipant(resource);
  return {
    ...before,
    ...{ role, organizer, anonymous },
    person: personRef(uri, name, people()),
    can: {
      ...before.can,
      promote: links.promote !== null,
      demote: links.demote !== null,
      eject: links.eject !== null,
      admit: links.admit !== null,
      reject: links.reject !== null,
    },
  };
}
