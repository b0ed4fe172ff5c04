import type { AppState } from '../../../app/domain/app-state.ts';
import { type CurrentAlert, currentAlerts } from '../../../app/domain/current-alerts.ts';
import { allCalls } from '../../../app/domain/selectors.ts';
import type { ToneName } from './tone-patterns.ts';
import type { Tones } from './tone-player.ts';

/** A tone that should sound now, and what for. */
export interface WantedTone {
  readonly key: string;
  readonly tone: ToneName;
  readonly repeat: boolean;
}

type Audible = Pick<AppState, 'calls' | 'conversations' | 'unacknowledged' | 'trial'>;

const weight: Readonly<Partial<Record<ToneName, number>>> = {
  soft: 1,
  normal: 2,
  urgent: 3,
  emergency: 4,
  alarm: 5,
};

/** What rings, the most insistent first: what goes on before what sounds once. */
export const ringTones = (state: Audible): readonly WantedTone[] =>
  currentAlerts(state)
    .flatMap((alert) => {
      const { ring } = alert.plan;
      return ring === null ? [] : { key: keyOf(alert, ring.tone), ...ring };
    })
    .sort(
      (one, other) =>
        Number(other.repeat) - Number(one.repeat) ||
        (weight[other.tone] ?? 0) - (weight[one.tone] ?? 0),
    );

/** Each further message is a reason to sound again. */
const keyOf = ({ id, subject }: CurrentAlert, tone: ToneName): string => {
  const last = subject.type === 'message' ? subject.conversation.messages.at(-1)?.id : undefined;
  return `${id} ${tone} ${last ?? ''}`;
};

/**
 * What the user hears of a call of their own: it rings over there, unless the other side lets them hear
 * that itself, or it is busy.
 */
export const progressTones = (state: Audible): readonly WantedTone[] => {
  const calls = allCalls(state);
  const alerting = calls.find(
    (call) => call.phase === 'inviting' && call.remoteAlerting && !call.earlyMedia,
  );
  if (alerting !== undefined) return [{ key: alerting.id, tone: 'ringback', repeat: true }];
  const busy = calls.find(
    (call) =>
      call.phase === 'ended' && call.direction === 'Outgoing' && call.outcome?.kind === 'busy',
  );
  return busy === undefined ? [] : [{ key: busy.id, tone: 'busy', repeat: false }];
};

/** Keeps what sounds in step with what should sound: never more than one tone. */
export class CallTones {
  readonly #tones: Tones;
  readonly #choose: (state: Audible) => readonly WantedTone[];
  /** What sounds once and did, or had to give way to what goes on. */
  #heard = new Set<string>();
  #playing: { readonly key: string; readonly stop: () => void } | null = null;

  constructor(tones: Tones, choose: (state: Audible) => readonly WantedTone[]) {
    this.#tones = tones;
    this.#choose = choose;
  }

  /** Takes each new state. A tone that is no longer wanted stops at once. */
  update(state: Audible): void {
    const wanted = this.#choose(state);
    const next =
      wanted.find(({ repeat }) => repeat) ??
      wanted.find(({ key }) => !this.#heard.has(key)) ??
      wanted.find(({ key }) => key === this.#playing?.key);
    this.#heard = new Set(wanted.flatMap(({ key, repeat }) => (repeat ? [] : key)));
    if (next?.key === this.#playing?.key) return;
    this.#playing?.stop();
    this.#playing =
      next === undefined ? null : { key: next.key, stop: this.#tones.play(next.tone, next.repeat) };
  }
}
