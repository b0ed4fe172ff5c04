import type { ConversationSelf } from '../../domain/conversation.ts';
import type { Participant, ParticipantMedia } from '../../domain/roster.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { type ConversationContext, tryGet } from './conversation-context.ts';
import { type ConversationRecord, isHref } from './conversation-record.ts';

const media = ['participantAudio', 'participantVideo', 'participantApplicationSharing'] as const;

type MediaRel = (typeof media)[number];

/** What each participant uses of sound, picture and sharing, and what can be done about it. */
export class ParticipantMediaReader {
  readonly #context: ConversationContext;

  constructor(context: ConversationContext) {
    this.#context = context;
  }

  /** An event about a medium of somebody; of the user's own, too. */
  async told(record: ConversationRecord, rel: MediaRel, event: UcwaEvent): Promise<void> {
    const { href } = event.link;
    if (event.type === 'deleted') {
      this.#apply(record, rel, this.#ownerOf(record, event, null), null);
      return;
    }
    const resource = event.resource ?? (await tryGet(this.#context, href));
    if (resource !== null) {
      this.#apply(record, rel, this.#ownerOf(record, event, resource), resource);
    }
  }

  /** A participant was read: what of it they use is known by its links, and read where it is new. */
  async complete(
    record: ConversationRecord,
    participantHref: string,
    participant: Resource,
  ): Promise<void> {
    const reads = media.map(async (rel) => {
      const href = link(participant, rel)?.href;
      if (href === undefined) this.#apply(record, rel, participantHref, null);
      else if (!this.#isKnown(record, rel, participantHref)) {
        const resource = await tryGet(this.#context, href);
        if (resource !== null) this.#apply(record, rel, participantHref, resource);
      }
    });
    await Promise.all(reads);
  }

  /** The event says in whom it happened; else the resource does. */
  #ownerOf(record: ConversationRecord, event: UcwaEvent, resource: Resource | null): string | null {
    const inside = event.in?.rel === 'participant' || event.in?.rel === 'localParticipant';
    if (inside && event.in !== null) return event.in.href;
    const told = resource === null ? null : link(resource, 'participant');
    return told?.href ?? record.ownerOfMedium.get(event.link.href);
  }

  #isKnown(record: ConversationRecord, rel: MediaRel, participantHref: string): boolean {
    if (isHref(record.localHref, participantHref)) return false;
    const id = record.participantOfHref.get(participantHref);
    const found = this.#context.board.get(record.id)?.participants.find((each) => each.id === id);
    if (found === undefined) return false;
    if (rel === 'participantApplicationSharing') return found.sharing;
    return (rel === 'participantAudio' ? found.audio : found.video) !== null;
  }

  #apply(
    record: ConversationRecord,
    rel: MediaRel,
    owner: string | null,
    resource: Resource | null,
  ): void {
    if (owner === null) return;
    if (resource?.href != null) record.ownerOfMedium.set(resource.href, owner);
    if (isHref(record.localHref, owner)) {
      if (rel === 'participantAudio') record.localAudio = resource;
      if (rel === 'participantVideo') record.localVideo = resource;
      this.#context.board.edit(record, (before) => ({
        ...before,
        self: before.self === null ? null : selfWith(before.self, rel, resource),
      }));
      return;
    }
    const id = record.participantOfHref.get(owner);
    if (id === null) return;
    const known = knownMedia(record, rel);
    if (resource === null) known?.delete(id);
    else known?.set(id, resource);
    this.#context.board.edit(record, (before) => ({
      ...before,
      participants: before.participants.map((each) =>
        each.id === id ? participantWith(each, rel, resource) : each,
      ),
    }));
  }
}

export const isMediaRel = (rel: string): rel is MediaRel => media.some((each) => each === rel);

/** What is kept of a medium, for its links. */
function knownMedia(record: ConversationRecord, rel: MediaRel): Map<string, Resource> | null {
  if (rel === 'participantAudio') return record.audioOfParticipant;
  return rel === 'participantVideo' ? record.videoOfParticipant : null;
}

function selfWith(
  self: ConversationSelf,
  rel: MediaRel,
  resource: Resource | null,
): ConversationSelf {
  if (rel === 'participantAudio') {
    const canUnmuteAudio = resource !== null && link(resource, 'unmuteAudio') !== null;
    return { ...self, audioMuted: audioOf(resource)?.muted ?? false, canUnmuteAudio };
  }
  if (rel === 'participantVideo') {
    const canUnmuteVideo = resource !== null && link(resource, 'unmuteVideo') !== null;
    return { ...self, videoMuted: videoOf(resource)?.muted ?? false, canUnmuteVideo };
  }
  return self;
}

function participantWith(
  participant: Participant,
  rel: MediaRel,
  resource: Resource | null,
): Participant {
  const offers = (name: string) => resource !== null && link(resource, name) !== null;
  switch (rel) {
    case 'participantAudio': {
      const can = {
        ...participant.can,
        mute: offers('muteAudio'),
        unmute: offers('unmuteAudio'),
      };
      return { ...participant, audio: audioOf(resource), can };
    }
    case 'participantVideo': {
      const can = {
        ...participant.can,
        muteVideo: offers('muteVideo'),
        unmuteVideo: offers('unmuteVideo'),
      };
      return { ...participant, video: videoOf(resource), can };
    }
    case 'participantApplicationSharing':
      return { ...participant, sharing: resource !== null };
  }
}

function audioOf(resource: Resource | null): ParticipantMedia | null {
  if (resource === null) return null;
  const { audioMuted, audioSourceId } = readResource('participantAudio', resource).values;
  return { muted: audioMuted ?? false, sourceId: audioSourceId };
}

function videoOf(resource: Resource | null): ParticipantMedia | null {
  if (resource === null) return null;
  const { videoMuted, videoSourceId } = readResource('participantVideo', resource).values;
  return { muted: videoMuted ?? false, sourceId: videoSourceId };
}
