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
  /** Names their sound in the mix of a meeting; null where it has no name. */
  readonly soundId: string | null;
}

/** How many people have a place of their own; those who show a picture go first. */
const maxTiles = 16;

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
      : [{ key: personKey(uri), name, uri, track: first.track, muted: false, soundId: null }];
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
      soundId: audio?.sourceId ?? null,
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

/** From so many places on, whoever speaks has four times the room of the others. */
const crowd = 5;

/** Which tiles are shown, and how many people have none. */
export interface Gallery {
  readonly shown: readonly PictureTile[];
  readonly more: number;
  /** Key of the tile that is larger than the others; null: all are alike. */
  readonly large: string | null;
  /** Places of the grid that all this takes. */
  readonly places: number;
}

/** @param speakerId whose sound is listened to, as `PictureTile.soundId`; they are always shown */
export function galleryOf(tiles: readonly PictureTile[], speakerId: string | null): Gallery {
  const room = tiles.length > maxTiles ? maxTiles - 1 : maxTiles;
  const speaker =
    speakerId === null ? undefined : tiles.find(({ soundId }) => soundId === speakerId);
  const first = tiles.slice(0, room);
  const shown =
    speaker === undefined || first.includes(speaker) ? first : [...first.slice(0, -1), speaker];
  const more = tiles.length - shown.length;
  const large = tiles.length >= crowd ? (speaker?.key ?? null) : null;
  const places = shown.length + (more > 0 ? 1 : 0) + (large === null ? 0 : largePlaces - 1);
  return { shown, more, large, places };
}

/** Places of the grid that a large tile takes: two by two. */
const largePlaces = 4;

/** The shape of most cameras' pictures. */
const pictureRatio = 16 / 9;

/**
 * In how many columns `count` pictures are largest in a room of this size (in pixels).
 * @param fewest no fewer columns than this
 */
export function bestColumns(count: number, width: number, height: number, fewest = 1): number {
  let best = fewest;
  let bestWidth = 0;
  for (let columns = fewest; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const shownWidth = Math.min(width / columns, (height / rows) * pictureRatio);
    if (shownWidth > bestWidth) {
      best = columns;
      bestWidth = shownWidth;
    }
  }
  return best;
}
