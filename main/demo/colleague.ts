import type { AppState } from '../../app/domain/app-state.ts';
import type { Call } from '../../app/domain/call.ts';
import type { Importance } from '../../app/domain/importance.ts';
import { ringingCalls } from '../../app/domain/selectors.ts';
import type { CancelTimer, Clock } from '../../app/ports/clock.ts';
import type { Logger } from '../../app/ports/logger.ts';
import type { CallModality } from '../../app/ports/media-engine.ts';
import type { Parley } from '../../app/services/parley.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { CastMember } from './cast.ts';

/** As long as somebody takes to look at the screen and press a button. */
const reactionMs = 2_000;

/** A made-up colleague: a complete Parley of its own that acts by itself when called. */
export class Colleague {
  readonly member: CastMember;
  readonly #parley: Parley;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #leave: () => void;
  readonly #reactions = new Map<string, CancelTimer>();
  #unsubscribe: Unsubscribe | null = null;

  /** @param leave frees what the colleague had for media */
  constructor(member: CastMember, parley: Parley, leave: () => void, clock: Clock, logger: Logger) {
    this.member = member;
    this.#parley = parley;
    this.#leave = leave;
    this.#clock = clock;
    this.#logger = logger.scoped(`colleague/${member.uri}`);
  }

  /** Signs in with the account of the built-in server. */
  async start(account: {
    userName: string;
    password: string;
    discoveryUrl: string;
  }): Promise<void> {
    const { commandHandlers, store } = this.#parley;
    await commandHandlers['session.signIn']({
      address: account.userName,
      discoveryUrl: account.discoveryUrl,
      trustedHosts: [],
      choice: { method: 'password', userName: null, password: account.password },
    });
    await commandHandlers['presence.set']({ availability: this.member.availability });
    this.#unsubscribe = store.patches.subscribe(() => this.#react(store.state));
  }

  /** Calls somebody, who may be in a call already. */
  async call(to: string, importance: Importance, modality: CallModality): Promise<void> {
    await this.#parley.commandHandlers['calls.start']({ to, importance, modality });
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    for (const cancel of this.#reactions.values()) cancel();
    this.#reactions.clear();
    try {
      await this.#parley.stop();
    } finally {
      this.#leave();
    }
  }

  #react(state: AppState): void {
    for (const call of ringingCalls(state)) {
      if (this.#reactions.has(call.id)) continue;
      this.#reactions.set(
        call.id,
        this.#clock.after(reactionMs, () => {
          this.#act(call).catch((error: unknown) => {
            this.#logger.warn('The colleague could not do it', { error });
          });
        }),
      );
    }
    for (const [callId, cancel] of this.#reactions) {
      if (state.calls[callId]?.phase === 'ringing') continue;
      cancel();
      this.#reactions.delete(callId);
    }
  }

  async #act(call: Call): Promise<void> {
    const { commandHandlers } = this.#parley;
    switch (this.member.manner) {
      case 'answers':
        await commandHandlers['calls.answer']({ callId: call.id, modality: call.modality });
        break;
      case 'declines':
        await commandHandlers['calls.decline']({ callId: call.id, scope: 'Local' });
        break;
      case 'lets-it-ring':
        break;
    }
  }
}
