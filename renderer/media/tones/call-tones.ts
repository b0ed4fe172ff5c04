import type { Call } from '../../../app/domain/call.ts';
import type { ToneName } from './tone-patterns.ts';
import type { Tones } from './tone-player.ts';

/** A tone that should sound now, and for which call. */
export interface WantedTone {
  readonly callId: string;
  readonly tone: ToneName;
  readonly repeat: boolean;
}

const weight: Readonly<Partial<Record<ToneName, number>>> = {
  soft: 1,
  normal: 2,
  urgent: 3,
  emergency: 4,
};

/** The ring of the calls that wait for the user: the most insistent one, or silence. */
export const ringTone = (calls: readonly Call[]): WantedTone | null => {
  let wanted: WantedTone | null = null;
  for (const call of calls) {
    const ring = call.phase === 'ringing' ? (call.alert?.ring ?? null) : null;
    if (ring === null) continue;
    if (wanted === null || (weight[ring.tone] ?? 0) > (weight[wanted.tone] ?? 0)) {
      wanted = { callId: call.id, ...ring };
    }
  }
  return wanted;
};

/**
 * What the user hears of a call of their own: it rings over there, unless the other side lets them hear
 * that itself, or it is busy.
 */
export const progressTone = (calls: readonly Call[]): WantedTone | null => {
  const alerting = calls.find(
    (call) => call.phase === 'inviting' && call.remoteAlerting && !call.earlyMedia,
  );
  if (alerting !== undefined) return { callId: alerting.id, tone: 'ringback', repeat: true };
  const busy = calls.find(
    (call) =>
      call.phase === 'ended' && call.direction === 'Outgoing' && call.outcome?.kind === 'busy',
  );
  return busy === undefined ? null : { callId: busy.id, tone: 'busy', repeat: false };
};

/** Keeps what sounds in step with what should sound. */
export class CallTones {
  readonly #tones: Tones;
  readonly #choose: (calls: readonly Call[]) => WantedTone | null;
  #playing: { readonly key: string; readonly stop: () => void } | null = null;

  constructor(tones: Tones, choose: (calls: readonly Call[]) => WantedTone | null) {
    this.#tones = tones;
    this.#choose = choose;
  }

  /** Takes the calls of each new state. A tone that is no longer wanted stops at once. */
  update(calls: readonly Call[]): void {
    const wanted = this.#choose(calls);
    const key = wanted === null ? null : `${wanted.callId} ${wanted.tone} ${wanted.repeat}`;
    if (key === (this.#playing?.key ?? null)) return;
    this.#playing?.stop();
    this.#playing =
      wanted === null || key === null
        ? null
        : { key, stop: this.#tones.play(wanted.tone, wanted.repeat) };
  }
}
