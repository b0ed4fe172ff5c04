import { personKey } from '../../domain/person.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { readMe } from '../../ucwa/resources/me.ts';
import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { Photo, UcwaApplication } from '../../ucwa/ucwa-application.ts';
import type { SessionPart } from '../session/session-part.ts';
import { FetchQueue } from './fetch-queue.ts';

/** Edge in pixels: sharp in the largest circle that the windows have. */
const photoSize = 240;

/** How many photos are kept, the ones asked for last; and how long all of them may be. */
const maxPhotos = 300;
const maxCharacters = 16 * 1024 * 1024;

/** Photos never get in the way of anything else that is asked for. */
const maxParallel = 4;

/** What a window shows without a parser that others could attack; SVG is none of it. */
const shownTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/gif'];

interface Wanted {
  readonly photo: Promise<string | null>;
  readonly settle: (photo: string | null) => void;
}

/** The people's photos as `data:` addresses, fetched when somebody looks and kept in memory. */
export class PeoplePhotos implements SessionPart {
  readonly #ucwa: UcwaDependencies;
  /** Where a contact's photo is; null for those who are no contacts or have none. */
  readonly #hrefOf: (uri: string) => string | null;
  /** By `personKey`, least lately asked for first. */
  readonly #kept = new Map<string, string | null>();
  readonly #wanted = new Map<string, Wanted>();
  readonly #queue = new FetchQueue((key) => this.#fetch(key), maxParallel);
  #application: UcwaApplication | null = null;

  constructor(ucwa: UcwaDependencies, hrefOf: (uri: string) => string | null) {
    this.#ucwa = ucwa;
    this.#hrefOf = hrefOf;
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
  }

  handle(): void {}

  close(): void {
    this.#application = null;
    this.#queue.clear();
    this.#kept.clear();
    for (const { settle } of this.#wanted.values()) settle(null);
    this.#wanted.clear();
  }

  /** A `data:` address of the photo; null when there is none or it cannot be had now. */
  async get(uri: string): Promise<string | null> {
    const key = personKey(uri);
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#keep(key, kept);
      return kept;
    }
    if (this.#application === null) return null;
    const asked = this.#wanted.get(key);
    if (asked !== undefined) return await asked.photo;
    const wanted = newWanted();
    this.#wanted.set(key, wanted);
    this.#queue.add(key);
    return await wanted.photo;
  }

  async #fetch(key: string): Promise<void> {
    const application = this.#application;
    const wanted = this.#wanted.get(key);
    if (application === null || wanted === undefined) return;
    const href = hrefOfMe(application, key) ?? this.#hrefOf(key);
    let photo: string | null = null;
    try {
      const found = href === null ? null : await application.client.getPhoto(href, photoSize);
      photo = found === null ? null : dataAddressOf(found);
      if (application === this.#application && href !== null) this.#keep(key, photo);
    } catch (error) {
      this.#ucwa.logger.info('A photo could not be read', { error });
    }
    // Another session may want it anew meanwhile.
    if (this.#wanted.get(key) === wanted) this.#wanted.delete(key);
    wanted.settle(photo);
  }

  #keep(key: string, photo: string | null): void {
    this.#kept.delete(key);
    this.#kept.set(key, photo);
    let characters = 0;
    for (const each of this.#kept.values()) characters += each?.length ?? 0;
    for (const [oldest, each] of this.#kept) {
      if (this.#kept.size <= maxPhotos && characters <= maxCharacters) break;
      this.#kept.delete(oldest);
      characters -= each?.length ?? 0;
    }
  }
}

function newWanted(): Wanted {
  let settle: Wanted['settle'] = () => undefined;
  const photo = new Promise<string | null>((resolve) => {
    settle = resolve;
  });
  return { photo, settle };
}

function hrefOfMe({ me }: UcwaApplication, key: string): string | null {
  const { uri } = readMe(me);
  return uri != null && personKey(uri) === key ? (link(me, 'photo')?.href ?? null) : null;
}

function dataAddressOf({ mediaType, bytes }: Photo): string | null {
  if (!shownTypes.includes(mediaType)) return null;
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:${mediaType};base64,${btoa(binary)}`;
}
