import type { Resource } from '../hypermedia/resource.ts';
import type { TransportLimits } from './transport-limits.ts';

/** A representation that may still be the newest. */
export interface CachedResource {
  /** As `If-None-Match` wants it. */
  readonly etag: string;
  readonly resource: Resource;
}

interface Entry extends CachedResource {
  readonly characters: number;
}

/** What was read with an `ETag`, the least lately used forgotten first. The server is always asked. */
export class ResourceCache {
  readonly #limits: TransportLimits;
  /** The order of a Map is that of insertion. */
  readonly #entries = new Map<string, Entry>();
  #characters = 0;

  constructor(limits: TransportLimits) {
    this.#limits = limits;
  }

  get(url: string): CachedResource | null {
    const entry = this.#entries.get(url);
    if (entry === undefined) return null;
    this.#entries.delete(url);
    this.#entries.set(url, entry);
    return entry;
  }

  /** @param characters length of the body that it was read from */
  set(url: string, cached: CachedResource, characters: number): void {
    this.#forget(url);
    this.#entries.set(url, { ...cached, characters });
    this.#characters += characters;
    const { maxCachedResources, maxCachedCharacters } = this.#limits;
    for (const oldest of this.#entries.keys()) {
      const fits = this.#entries.size <= maxCachedResources;
      if (fits && this.#characters <= maxCachedCharacters) break;
      this.#forget(oldest);
    }
  }

  /** The server may count its revisions anew. */
  clear(): void {
    this.#entries.clear();
    this.#characters = 0;
  }

  #forget(url: string): void {
    this.#characters -= this.#entries.get(url)?.characters ?? 0;
    this.#entries.delete(url);
  }
}
