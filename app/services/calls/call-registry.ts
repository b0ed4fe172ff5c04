import { sameHref } from '../../ucwa/hypermedia/href.ts';
import { type CallRecord, mediaOf } from './call-record.ts';

/** How many calls that are over are still recognised in late events. */
const maxOver = 50;

type HrefField =
  | 'invitationHref'
  | 'conversationHref'
  | 'audioVideoHref'
  | 'sessionHref'
  | 'phoneAudioHref';

/** The calls of the session by everything that events name them by. */
export class CallRegistry {
  readonly #records = new Map<string, CallRecord>();

  add(record: CallRecord): void {
    this.#records.set(record.id, record);
    const over = this.all().filter((candidate) => candidate.over);
    for (const old of over.slice(0, Math.max(0, over.length - maxOver))) {
      this.#records.delete(old.id);
    }
  }

  get(id: string): CallRecord | null {
    return this.#records.get(id) ?? null;
  }

  /** The call with media of this name, also while it goes over to another. */
  byMedia(mediaId: string): CallRecord | null {
    return this.#find((record) => mediaOf(record).includes(mediaId));
  }

  /** Oldest first, those that are over included. */
  all(): readonly CallRecord[] {
    return [...this.#records.values()];
  }

  ongoing(): readonly CallRecord[] {
    return this.all().filter((record) => !record.over);
  }

  byHref(field: HrefField, href: string | null | undefined): CallRecord | null {
    if (href == null) return null;
    return this.#find((record) => {
      const known = record[field];
      return known !== null && sameHref(known, href);
    });
  }

  byOperation(operationId: string | null): CallRecord | null {
    if (operationId === null) return null;
    return this.#find((record) => record.operationId === operationId);
  }

  clear(): void {
    this.#records.clear();
  }

  #find(fits: (record: CallRecord) => boolean): CallRecord | null {
    const found = this.all().filter(fits);
    // A conversation may have had a call before this one.
    return found.find(({ over }) => !over) ?? found[0] ?? null;
  }
}
