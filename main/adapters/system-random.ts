import { randomUUID } from 'node:crypto';
import type { Random } from '../../app/ports/random.ts';

/** Randomness of the operating system for names, of the engine for jitter. */
export const systemRandom: Random = {
  uuid: () => randomUUID(),
  fraction: () => Math.random(),
};
