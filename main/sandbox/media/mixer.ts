import { toMuLaw } from './mu-law.ts';
import { frameSamples, type SoundQueue } from './sound-queue.ts';

/** One endpoint that is heard and hears. */
export interface Voice {
  /** Nobody hears what comes from their own endpoints. */
  readonly person: string;
  /** The contributing source that names the person in the packets of the mix (RFC 3550). */
  readonly sourceId: number;
  readonly sound: SoundQueue;
  /** Whether what comes is left out of the mix. */
  muted(): boolean;
}

/** The sound for one listener in one packet. */
export interface Mix {
  /** 20 ms of PCMU. */
  readonly payload: Buffer;
  /** Who is heard in it. */
  readonly sources: readonly number[];
}

/** A packet cannot name more (RFC 3550, 5.1). */
const mostSources = 15;

function addTo(sum: Int32Array, frame: Int16Array, sign: 1 | -1): void {
  for (let index = 0; index < frameSamples; index += 1)
    sum[index] = (sum[index] ?? 0) + sign * (frame[index] ?? 0);
}

/**
 * Takes the next 20 ms from everybody.
 * @returns what each of the voices is to hear, by a function of the voice
 */
export function mix<V extends Voice>(
  voices: readonly V[],
): { readonly loud: readonly V[]; readonly for: (listener: Voice) => Mix } {
  const total = new Int32Array(frameSamples);
  const heard: { readonly voice: V; readonly frame: Int16Array }[] = [];
  for (const voice of voices) {
    const frame = voice.sound.take();
    if (frame === undefined || voice.muted()) continue;
    addTo(total, frame, 1);
    heard.push({ voice, frame });
  }
  const loud = heard.filter(({ voice }) => voice.sound.loud).map(({ voice }) => voice);
  return {
    loud,
    for: (listener) => {
      const sum = total.slice();
      for (const { voice, frame } of heard) {
        if (voice.person === listener.person) addTo(sum, frame, -1);
      }
      const payload = Buffer.allocUnsafe(frameSamples);
      for (let index = 0; index < frameSamples; index += 1)
        payload[index] = toMuLaw(sum[index] ?? 0);
      const others = loud.filter(({ person }) => person !== listener.person);
      const sources = [...new Set(others.map(({ sourceId }) => sourceId))].slice(0, mostSources);
      return { payload, sources };
    },
  };
}
