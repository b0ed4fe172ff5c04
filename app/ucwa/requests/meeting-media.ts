import type { CallModality } from '../../ports/media-engine.ts';
import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import { link } from '../hypermedia/links.ts';
import { encodeMediaSdp } from '../hypermedia/media-sdp.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { PostResult, UcwaClient } from '../ucwa-application.ts';

/**
 * How sound (and picture) come into a conversation that goes on: `add…` where it has none,
 * `escalate…` where those of two people move to the conference server.
 */
const relations = {
  escalate: { audio: 'escalateAudio', audioVideo: 'escalateAudioVideo' },
  add: { audio: 'addAudio', audioVideo: 'addAudioVideo' },
} as const;

type Way = keyof typeof relations;
type Relation = (typeof relations)[Way][CallModality];

/** The operation that the server offers, and what comes of it. */
export interface MediaEntry {
  readonly relation: Relation;
  readonly modality: CallModality;
}

/**
 * What the server offers nearest to `modality`; null when it offers nothing.
 * @param audioVideo the conversation's audioVideo resource
 * @param way what is tried first
 */
export function mediaEntry(
  audioVideo: Resource,
  modality: CallModality,
  way: Way,
): MediaEntry | null {
  const others: Way = way === 'add' ? 'escalate' : 'add';
  for (const each of [way, others]) {
    const wanted = relations[each][modality];
    if (link(audioVideo, wanted) !== null) return { relation: wanted, modality };
  }
  for (const each of [way, others]) {
    // A policy may leave out either: sound goes with both.
    const other = relations[each][modality === 'audio' ? 'audioVideo' : 'audio'];
    if (link(audioVideo, other) !== null) return { relation: other, modality: 'audio' };
  }
  return null;
}

export interface EnterMediaInput {
  /** Plain SDP. */
  readonly sdp: string;
  /** At most 50 characters, as `sessionContext`. */
  readonly operationId: string;
  readonly sessionContext: string;
  /** Whom it is to reach: the meeting's address, or the other one of two. Not told by `escalate…`. */
  readonly to: string;
  readonly joinAudioMuted: boolean;
  readonly joinVideoMuted: boolean;
}

/**
 * Sends the offer. The result's `location` is an outgoing audioVideoInvitation, whose events bear the
 * operationId.
 * @throws UcwaError 'missing-link' when it is offered no more; 409 when there is media already
 */
export async function enterMedia(
  client: UcwaClient,
  audioVideo: Resource,
  { relation }: MediaEntry,
  input: EnterMediaInput,
): Promise<PostResult> {
  const from = known('audioVideo', audioVideo);
  const { sdp, operationId, sessionContext, to, joinAudioMuted, joinVideoMuted } = input;
  const context = { operationId, sessionContext };
  const adding = { ...context, to, joinAudioMuted, mediaOffer: encodeMediaSdp(sdp) };
  switch (relation) {
    case 'escalateAudio':
      return follow(client, from, 'escalateAudio', { ...context, sdp });
    case 'escalateAudioVideo':
      return follow(client, from, 'escalateAudioVideo', { ...context, sdp });
    case 'addAudio':
      return follow(client, from, 'addAudio', adding);
    case 'addAudioVideo':
      return follow(client, from, 'addAudioVideo', { ...adding, joinVideoMuted });
  }
}
