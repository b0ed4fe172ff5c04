import { describe, expect, it } from 'vitest';
import {
  bestColumns,
  galleryOf,
  mixedPicture,
  type PictureTile,
  pictureTiles,
} from '../../../../renderer/features/calls/picture-tiles.ts';
import type { RemotePicture } from '../../../../renderer/media/peer-call.ts';
import { kim, makeParticipant, sam } from './conversations/make-conversation.ts';

/** A track that is only handed on. */
class Track extends EventTarget implements MediaStreamTrack {
  readonly id = '';
  readonly kind = 'video';
  readonly label = '';
  readonly muted = false;
  readonly readyState = 'live';
  contentHint = '';
  enabled = true;
  onended = null;
  onmute = null;
  onunmute = null;
  applyConstraints = async (): Promise<void> => undefined;
  clone = (): MediaStreamTrack => new Track();
  getCapabilities = (): MediaTrackCapabilities => ({});
  getConstraints = (): MediaTrackConstraints => ({});
  getSettings = (): MediaTrackSettings => ({});
  stop = (): void => undefined;
}

const picture = (mid: string, source: string | null): RemotePicture => ({
  mid,
  source,
  track: new Track(),
});

const video = (sourceId: string | null, muted = false) => ({ muted, sourceId });

describe('pictureTiles', () => {
  it('gives the other one of two the only place, by who they are', () => {
    const [first, second] = [picture('1', null), picture('2', null)] as const;
    const call = { kind: 'direct', remote: sam } as const;
    expect(pictureTiles({ call, pictures: [], participants: [] })).toEqual([]);
    expect(pictureTiles({ call, pictures: [first, second], participants: [] })).toMatchObject([
      { key: sam.uri, track: first.track },
    ]);
  });

  it('gives everybody in a meeting a place, who is seen first, under the same key as before', () => {
    const call = { kind: 'meeting', remote: sam } as const;
    const pictures = [picture('1', '7'), picture('2', '9')];
    const tiles = pictureTiles({
      call,
      pictures,
      participants: [
        makeParticipant(kim, { video: video('9', true), audio: { muted: true, sourceId: '1' } }),
        makeParticipant(sam, { video: video('7') }),
      ],
    });
    expect(tiles).toMatchObject([
      { key: sam.uri, track: pictures[0]?.track, muted: false },
      { key: kim.uri, track: null, muted: true },
    ]);
  });
});

describe('mixedPicture', () => {
  const call = { kind: 'meeting', remote: sam } as const;
  const participants = [makeParticipant(kim)];

  it('is the one that belongs to nobody, where none are told apart', () => {
    const nameless = picture('1', null);
    expect(mixedPicture({ call, pictures: [nameless], participants })).toBe(nameless.track);
    expect(
      mixedPicture({ call, pictures: [nameless, picture('2', '7')], participants }),
    ).toBeNull();
    expect(mixedPicture({ call, pictures: [], participants })).toBeNull();
  });
});

describe('galleryOf', () => {
  const people = (count: number): readonly PictureTile[] =>
    Array.from({ length: count }, (_, index) => ({
      ...{ key: `person-${index}`, name: '', uri: '', track: null, muted: false },
      soundId: String(index),
    }));

  it('has all alike while there are few, and whoever speaks large among many', () => {
    expect(galleryOf(people(4), '2')).toMatchObject({ large: null, places: 4, more: 0 });
    expect(galleryOf(people(5), '2')).toMatchObject({ large: 'person-2', places: 8, more: 0 });
    expect(galleryOf(people(5), null)).toMatchObject({ large: null, places: 5 });
    expect(galleryOf(people(5), 'somebody else')).toMatchObject({ large: null, places: 5 });
  });

  it('shows whoever speaks though there is no room for all', () => {
    const { shown, more, places } = galleryOf(people(20), '18');
    expect(shown).toHaveLength(15);
    expect(shown.map(({ key }) => key)).toContain('person-18');
    expect(more).toBe(5);
    expect(places).toBe(15 + 1 + 3);
  });
});

it('pictures stand as large as the room lets them', () => {
  expect(bestColumns(1, 900, 500)).toBe(1);
  expect(bestColumns(2, 900, 400)).toBe(2);
  expect(bestColumns(2, 400, 500)).toBe(1);
  expect(bestColumns(4, 900, 500)).toBe(2);
  expect(bestColumns(5, 900, 500)).toBe(3);
  expect(bestColumns(5, 380, 460)).toBe(2);
  expect(bestColumns(1, 300, 500, 2)).toBe(2);
});
