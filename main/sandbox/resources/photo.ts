import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Account } from '../model/user-account.ts';

/** Cells in a row; the right half mirrors the left. */
const cells = 6;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, checksum]);
}

/**
 * A picture that tells people apart: a mirrored pattern of two colours, made of the address.
 * @param size edge in pixels
 * @returns a PNG
 */
export function photoOf(account: Account, size: number): Buffer {
  const hash = createHash('sha1').update(account.key).digest();
  const color = [0x30 + ((hash[0] ?? 0) >> 1), 0x30 + ((hash[1] ?? 0) >> 1), 0xc0];
  const isLit = (row: number, column: number): boolean => {
    const mirrored = Math.min(column, cells - 1 - column);
    return ((hash[2 + row * 3 + mirrored] ?? 0) & 1) === 1;
  };
  const rows = Array.from({ length: size }, (_, y) => {
    const pixels = Array.from({ length: size }, (__, x) => {
      const lit = isLit(Math.floor((y * cells) / size), Math.floor((x * cells) / size));
      return lit ? color : [0xf0, 0xf0, 0xf4];
    });
    return Buffer.from([0, ...pixels.flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
