/** One source of a mix of sound, as WebRTC tells of it. */
export type SoundSource = Pick<RTCRtpContributingSource, 'source' | 'timestamp'>;

/** Who speaks in a mix of sound. A new object whenever it is somebody else. */
export interface Speakers {
  /** `audioSourceId` of everybody who is heard now. */
  readonly now: ReadonlySet<string>;
  /** Who spoke last and long enough to be looked at; null before anybody did. */
  readonly main: string | null;
}

export const nobodySpeaks: Speakers = { now: new Set(), main: null };

/** Longer than WebRTC remembers a source that is silent (ten seconds): it would be taken for a new one. */
const rememberedMs = 60_000;

/** Who pauses for a breath still speaks. */
const breathMs = 800;

/** Whoever is looked at stays so at least this long: nothing jumps back and forth between two. */
const shortestLookMs = 2000;

/** Works out who speaks from the sources (CSRC, RFC 3550) that are named in the packets of a mix. */
export class SpeakerWatch {
  readonly #heard = new Map<string, { readonly timestamp: number; readonly atMs: number }>();
  #speakers = nobodySpeaks;
  #mainSinceMs = Number.NEGATIVE_INFINITY;

  /**
   * @param sources what WebRTC remembers: also those that were heard a while ago
   * @param nowMs on any clock that does not go back
   */
  look(sources: readonly SoundSource[], nowMs: number): Speakers {
    for (const { source, timestamp } of sources) {
      const id = String(source);
      if (this.#heard.get(id)?.timestamp !== timestamp) {
        this.#heard.set(id, { timestamp, atMs: nowMs });
      }
    }
    for (const [id, { atMs }] of this.#heard) {
      if (nowMs - atMs > rememberedMs) this.#heard.delete(id);
    }
    const now = [...this.#heard].filter(([, { atMs }]) => nowMs - atMs < breathMs);
    return this.#change(new Set(now.map(([id]) => id)), nowMs);
  }

  #change(now: ReadonlySet<string>, nowMs: number): Speakers {
    const before = this.#speakers;
    const [first = null] = now;
    const mayMove = nowMs - this.#mainSinceMs >= shortestLookMs;
    const stays = before.main !== null && now.has(before.main);
    const main = stays || first === null || !mayMove ? before.main : first;
    if (main !== before.main) this.#mainSinceMs = nowMs;
    const isSame =
      main === before.main &&
      now.size === before.now.size &&
      [...now].every((id) => before.now.has(id));
    if (!isSame) this.#speakers = { now, main };
    return this.#speakers;
  }
}
