import { fromMuLaw } from './mu-law.ts';

/** Samples in 20 ms of sound at 8 kHz: what every packet of the mix holds. */
export const frameSamples = 160;

/** So many samples are collected before they are played, for packets that come unevenly. */
const startSamples = 2 * frameSamples;
/** More than this is too late to be worth hearing. */
const fullSamples = 10 * frameSamples;
/** Longest packet that is taken: 120 ms. */
const longestPayload = 6 * frameSamples;

/** Louder than this on average (of 32 767) is somebody speaking and not a quiet room. */
const speechLevel = 250;

/** One person's sound on its way into the mix. */
export class SoundQueue {
  readonly #samples = new Int16Array(fullSamples);
  readonly #frame = new Int16Array(frameSamples);
  #start = 0;
  #length = 0;
  #playing = false;
  #lastSequence: number | undefined;
  /** Mean magnitude of the frame taken last. */
  #level = 0;

  /** Takes the payload of one PCMU packet; what comes late or twice is left out. */
  push(sequence: number, payload: Uint8Array): void {
    if (this.#isLate(sequence) || payload.length > longestPayload) return;
    this.#lastSequence = sequence;
    const excess = this.#length + payload.length - fullSamples;
    if (excess > 0) this.#drop(excess);
    for (const byte of payload) {
      this.#samples[(this.#start + this.#length) % fullSamples] = fromMuLaw(byte);
      this.#length += 1;
    }
  }

  /** The next 20 ms, valid until the next call; undefined when there is nothing to play. */
  take(): Int16Array | undefined {
    if (!this.#playing && this.#length < startSamples) return this.#silent();
    this.#playing = this.#length >= frameSamples;
    if (!this.#playing) return this.#silent();
    let sum = 0;
    for (let index = 0; index < frameSamples; index += 1) {
      const sample = this.#samples[(this.#start + index) % fullSamples] ?? 0;
      this.#frame[index] = sample;
      sum += Math.abs(sample);
    }
    this.#drop(frameSamples);
    this.#level = sum / frameSamples;
    return this.#frame;
  }

  /** Whether the frame taken last is speech, or anything else as loud. */
  get loud(): boolean {
    return this.#level > speechLevel;
  }

  /** Forgets what has not been played. */
  clear(): void {
    this.#drop(this.#length);
    this.#playing = false;
    this.#lastSequence = undefined;
    this.#level = 0;
  }

  #silent(): undefined {
    this.#level = 0;
    return undefined;
  }

  /** Sequence numbers of 16 bits go round; one that jumps far is a new beginning. */
  #isLate(sequence: number): boolean {
    if (this.#lastSequence === undefined) return false;
    const behind = (this.#lastSequence - sequence) & 0xffff;
    return behind < 1_000;
  }

  #drop(samples: number): void {
    this.#start = (this.#start + samples) % fullSamples;
    this.#length -= samples;
  }
}
