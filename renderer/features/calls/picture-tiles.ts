import type { Call } from '../../../app/domain/call.ts';
import { personKey } from '../../../app/domain/person.ts';
import type { Participant } from '../../../app/domain/roster.ts';
import type { RemotePicture } from '../../media/peer-call.ts';

/** One place among the pictures of a call. */
export interface PictureTile {
  /** Stays the same for a person, whatever carries their picture. */
  readonly key: string;
  readonly name: string;
  readonly uri: string;
  /** Null: they show no picture. */
  readonly track: MediaStreamTrack | null;
  readonly muted: boolean;
}

/** How many people have a place of their own; those who show a picture go first. */
export const maxTiles = 16;

interface Shown {
  readonly call: Pick<Call, 'kind' | 'remote'>;
  readonly pictures: readonly RemotePicture[];
  readonly participants: readonly Participant[];
}

/** The places of a call: one for the other one of two, one for each person of a meeting. */
export function pictureTiles({ call, pictures, participants }: Shown): readonly PictureTile[] {
  if (call.kind !== 'meeting') {
    const [first] = pictures;
    const { uri, name } = call.remote;
    return first === undefined
      ? []
      : [{ key: personKey(uri), name, uri, track: first.track, muted: false }];
  }
  const tiles = participants.map(({ id, person, audio, video }): PictureTile => {
    const isSent = video !== null && !video.muted && video.sourceId !== null;
    const picture = isSent ? pictures.find(({ source }) => source === video.sourceId) : undefined;
    return {
      key: person.uri === '' ? id : personKey(person.uri),
      name: person.name,
      uri: person.uri,
      track: picture?.track ?? null,
      muted: audio?.muted ?? false,
    };
  });
  return [...tiles].sort((a, b) => Number(b.track !== null) - Number(a.track !== null));
}

/**
 * The one picture of a meeting that the server does not say whose it is: it chooses itself whom to
 * show in it. Null where pictures are told apart.
 */
export function mixedPicture({ call, pictures, participants }: Shown): MediaStreamTrack | null {
  if (call.kind !== 'meeting') return null;
  const [first] = pictures;
  if (first === undefined || pictures.some(({ source }) => source !== null)) return null;
  return participants.length > 0 ? first.track : null;
}

/** The shape of most cameras' pictures. */
const pictureRatio = 16 / 9;

/** In how many columns `count` pictures are largest in a room of this size (in pixels). */
export function bestColumns(count: number, width: number, height: number): number {
  let best = 1;
  let bestWidth = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const shownWidth = Math.min(width / columns, (height / rows) * pictureRatio);
    if (shownWidth > bestWidth) {
      best = columns;
      bestWidth = shownWidth;
    }
  }
  return best;
}
