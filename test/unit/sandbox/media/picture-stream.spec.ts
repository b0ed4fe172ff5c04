import { describe, expect, it } from 'vitest';
import { beginsKeyFrame, PictureStream } from '../../../../main/sandbox/media/picture-stream.ts';

const key = Buffer.from([0x10, 0x00, 1]);
const delta = Buffer.from([0x10, 0x01, 1]);
const packet = (sequenceNumber: number, payload: Buffer, ssrc = 1) => ({
  sequenceNumber,
  timestamp: 1_000 + sequenceNumber * 90,
  marker: true,
  ssrc,
  payload,
});

describe('a key frame of VP8', () => {
  it.each([
    ['the plain descriptor', [0x10, 0x00], true],
    ['a delta frame', [0x10, 0x01], false],
    ['the middle of a frame', [0x00, 0x00], false],
    ['a later partition', [0x11, 0x00], false],
    ['a picture id of one byte', [0x90, 0x80, 0x05, 0x00], true],
    ['a picture id of two bytes', [0x90, 0x80, 0x85, 0x05, 0x00], true],
    ['everything that can be in between', [0x90, 0xf0, 0x85, 0x05, 0x01, 0x01, 0x00], true],
    ['everything in between, a delta frame', [0x90, 0xf0, 0x85, 0x05, 0x01, 0x01, 0x01], false],
    ['a descriptor that is cut off', [0x90, 0xf0], false],
    ['nothing', [], false],
  ])('%s', (_, bytes, expected) => {
    expect(beginsKeyFrame(Buffer.from(bytes))).toBe(expected);
  });
});

describe('a stream of pictures', () => {
  const sent = (stream: PictureStream, person: string, ...packets: ReturnType<typeof packet>[]) =>
    packets.map((one) => stream.pass(person, one, 0)?.sequenceNumber);

  it('waits for a key frame, and goes on from there', () => {
    const stream = new PictureStream();
    expect(sent(stream, 'sam', packet(9, delta), packet(10, key), packet(11, delta))).toEqual([
      undefined,
      1,
      2,
    ]);
  });

  it('goes on in one numbering when somebody else or another stream comes', () => {
    const stream = new PictureStream();
    sent(stream, 'sam', packet(65_534, key), packet(65_535, delta), packet(0, delta));
    expect(stream.waitsForKeyFrame).toBe(false);
    stream.restart();
    expect(stream.waitsForKeyFrame).toBe(true);
    expect(sent(stream, 'kim', packet(500, delta), packet(501, key))).toEqual([undefined, 4]);
    expect(sent(stream, 'kim', packet(7, delta, 2), packet(8, key, 2))).toEqual([undefined, 5]);
  });

  it('lets time go on between people', () => {
    const stream = new PictureStream();
    const first = stream.pass('sam', packet(1, key), 1_000);
    const second = stream.pass('kim', packet(40_000, key), 1_500);
    expect((second?.timestamp ?? 0) - (first?.timestamp ?? 0)).toBe(500 * 90);
  });

  it('passes on what comes late, once it has begun, and nothing from before or twice', () => {
    const stream = new PictureStream();
    expect(
      sent(
        stream,
        'sam',
        packet(10, key),
        packet(12, delta),
        packet(11, delta),
        packet(9, delta),
        packet(12, delta),
      ),
    ).toEqual([1, 3, 2, undefined, undefined]);
  });

  it('leaves padding out without a gap', () => {
    const stream = new PictureStream();
    expect(
      sent(stream, 'sam', packet(10, key), packet(11, Buffer.alloc(0)), packet(12, delta)),
    ).toEqual([1, undefined, 2]);
  });
});
