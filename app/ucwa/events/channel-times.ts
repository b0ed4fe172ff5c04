import type { BackOffTimes } from '../transport/back-off.ts';

export interface ChannelTimes {
  /** The `timeout` parameter of the P-GET: how long the server may let it hang. */
  readonly pollTimeoutSeconds: number;
  /** How much longer the client waits. */
  readonly bufferMs: number;
  readonly backOff: BackOffTimes;
  /** A body without events that comes sooner than this is no timeout of the server. */
  readonly idleBodyMs: number;
  /** So many of them in a row are taken without a pause. */
  readonly maxEmptyBodies: number;
  /** After so many bodies in a row that cannot be read, the channel is opened anew. */
  readonly maxPoisonings: number;
}

export const defaultChannelTimes: ChannelTimes = {
  pollTimeoutSeconds: 180,
  bufferMs: 30_000,
  backOff: { firstMs: 250, baseMs: 1000, maxMs: 30_000 },
  idleBodyMs: 1000,
  maxEmptyBodies: 3,
  maxPoisonings: 5,
};
