import { castDraft } from 'immer';
import type { AlertKind } from '../../domain/alert-matrix.ts';
import { decideAlert } from '../../domain/alerting.ts';
import type { Importance } from '../../domain/importance.ts';
import type { CancelTimer, Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { StateStore } from '../state-store.ts';

/** Long enough to hear the tone twice. */
const trialMs = 8_000;

/** Lets the user try how something would alert: through all that alerts are shown by. */
export class AlertTrials {
  readonly #store: StateStore;
  readonly #clock: Clock;
  readonly #random: Random;
  #cancelTimer: CancelTimer = () => undefined;

  constructor(store: StateStore, { clock, random }: { clock: Clock; random: Random }) {
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
  }

  /** As it would alert while the user is free and looks at something else. It ends by itself. */
  begin(kind: AlertKind, importance: Importance): void {
    const plan = decideAlert({
      ...{ kind, importance, presence: 'Online', presenting: false, inCall: false },
      ...{ focused: false, paused: false, desktopQuiet: false },
      settings: this.#store.state.settings,
    });
    this.#cancelTimer();
    const trial = { id: `trial:${this.#random.uuid()}`, kind, importance, plan };
    this.#store.update((draft) => {
      draft.trial = castDraft(trial);
    });
    this.#cancelTimer = this.#clock.after(trialMs, () => this.end());
  }

  /** Harmless when none goes on. */
  end(): void {
    this.#cancelTimer();
    this.#store.update((draft) => {
      draft.trial = null;
    });
  }
}
