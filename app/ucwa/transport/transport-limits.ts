import { usualMaxDepth } from '../codec/document/unchecked.ts';

/** What a server may cost at most, in memory and in time, and what it is spared. */
export interface TransportLimits {
  /** A body longer than this is not read to its end. */
  readonly maxBodyBytes: number;
  /** The same for a photo. */
  readonly maxPhotoBytes: number;
  /** Resources and values may be nested so deep. */
  readonly maxDepth: number;
  /** No request takes longer, whatever it asks for. A P-GET may hang half an hour. */
  readonly maxTimeMs: number;
  /** Representations that are kept for the case that they are still valid (`ETag`): how many, */
  readonly maxCachedResources: number;
  /** and how large all together, in characters of their bodies. */
  readonly maxCachedCharacters: number;
  /** Reads under way at once, in batches or alone. Over 100 the server refuses a whole batch. */
  readonly maxOutstandingReads: number;
}

export const defaultTransportLimits: TransportLimits = {
  maxBodyBytes: 8 * 1024 * 1024,
  maxPhotoBytes: 1024 * 1024,
  maxDepth: usualMaxDepth,
  maxTimeMs: 35 * 60_000,
  maxCachedResources: 256,
  maxCachedCharacters: 2 * 1024 * 1024,
  maxOutstandingReads: 64,
};
