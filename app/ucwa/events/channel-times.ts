import type { BackOffTimes } from '../transport/back-off.ts';

export interface ChannelTimes {
  /** How much longer than the server's timeout the client waits for the answer of a P-GET. */
  readonly bufferMs: number;
  readonly backOff: BackOffTimes;
  /** A server that asks for a longer pause (`Retry-After`) is asked again after this one. */
  readonly maxRetryAfterMs: number;
  /** A body without events that comes sooner than this is no timeout of the server. */
  readonly idleBodyMs: number;
  /** So many of them in a row are taken without a pause. */
  readonly maxEmptyBodies: number;
  /** After so many bodies in a row that cannot be read, the channel is opened anew. */
  readonly maxPoisonings: number;
}

export const defaultChannelTimes: ChannelTimes = {
  bufferMs: 30_000,
  backOff: { firstMs: 250, baseMs: 1000, maxMs: 30_000 },
  maxRetryAfterMs: 60_000,
  idleBodyMs: 1000,
  maxEmptyBodies: 3,
  maxPoisonings: 5,
};
