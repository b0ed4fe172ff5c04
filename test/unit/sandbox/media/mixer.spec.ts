import { describe, expect, it } from 'vitest';
import { mix } from '../../../../main/sandbox/media/mixer.ts';
import { fromMuLaw, toMuLaw } from '../../../../main/sandbox/media/mu-law.ts';
import { SoundQueue } from '../../../../main/sandbox/media/sound-queue.ts';

describe('mu-law', () => {
  it('decodes as ITU-T G.711 says', () => {
    expect([0x00, 0x80, 0x7f, 0xff, 0x0f, 0x8f].map(fromMuLaw)).toEqual([
      -32_124, 32_124, 0, 0, -16_764, 16_764,
    ]);
  });

  it('encodes what it decodes, and clips', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      if (byte !== 0x7f) expect(toMuLaw(fromMuLaw(byte))).toBe(byte);
    }
    expect([toMuLaw(100_000), toMuLaw(-100_000)]).toEqual([0x80, 0x00]);
  });
});

const loud = 0x8f;
const frame = (byte: number) => new Uint8Array(160).fill(byte);

describe('a queue of sound', () => {
  it('begins once two packets are there, and again after it ran dry', () => {
    const queue = new SoundQueue();
    queue.push(1, frame(loud));
    expect(queue.take()).toBeUndefined();
    queue.push(2, frame(loud));
    expect(queue.take()?.[0]).toBe(16_764);
    expect(queue.loud).toBe(true);
    expect(queue.take()?.[159]).toBe(16_764);
    expect(queue.take()).toBeUndefined();
    expect(queue.loud).toBe(false);
    queue.push(3, frame(loud));
    expect(queue.take()).toBeUndefined();
  });

  it('leaves out what comes twice, late, or is too long for a packet', () => {
    const queue = new SoundQueue();
    queue.push(65_535, frame(loud));
    queue.push(65_535, frame(loud));
    queue.push(65_534, frame(loud));
    queue.push(0, new Uint8Array(5_000).fill(loud));
    expect(queue.take()).toBeUndefined();
    queue.push(0, frame(loud));
    expect(queue.take()).toBeDefined();
  });

  it('drops the oldest when nobody takes it', () => {
    const queue = new SoundQueue();
    for (let sequence = 0; sequence < 100; sequence += 1)
      queue.push(sequence, frame(sequence < 90 ? 0xff : loud));
    expect(queue.take()?.[0]).toBe(16_764);
    let frames = 1;
    while (queue.take() !== undefined) frames += 1;
    expect(frames).toBe(10);
  });
});

describe('the mix', () => {
  const voice = (person: string, sourceId: number, byte: number, muted = false) => {
    const sound = new SoundQueue();
    sound.push(1, frame(byte));
    sound.push(2, frame(byte));
    return { person, sourceId, sound, muted: () => muted };
  };

  it('is of everybody but oneself and those who are muted, and names who is loud', () => {
    const a = voice('a', 1, loud);
    const quiet = voice('b', 2, 0xfe);
    const muted = voice('c', 3, loud, true);
    const mixed = mix([a, quiet, muted]);
    expect(mixed.for(quiet)).toMatchObject({ payload: Buffer.from(frame(loud)), sources: [1] });
    expect(fromMuLaw(mixed.for(a).payload[0] ?? 0)).toBe(fromMuLaw(0xfe));
    expect(mixed.for(a).sources).toEqual([]);
  });

  it("is nothing of what comes from one's other endpoints", () => {
    const here = voice('a', 1, loud);
    const there = voice('a', 1, loud);
    expect(mix([here, there]).for(here)).toMatchObject({
      payload: Buffer.from(frame(0xff)),
      sources: [],
    });
  });
});
