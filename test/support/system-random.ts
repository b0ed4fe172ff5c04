import { randomUUID } from 'node:crypto';
import type { Random } from '../../app/ports/random.ts';

/** Node's randomness. */
export class SystemRandom implements Random {
  uuid(): string {
    return randomUUID();
  }

  fraction(): number {
    return Math.random();
  }
}
