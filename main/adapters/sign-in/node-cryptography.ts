import { createHash, randomBytes } from 'node:crypto';
import type { Cryptography } from '../../../app/ports/cryptography.ts';

const secretBytes = 32;

export const nodeCryptography: Cryptography = {
  secret: () => randomBytes(secretBytes).toString('base64url'),
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('base64url'),
};
