import { type Connection, noConnection } from '../../domain/connection.ts';
import type { ChannelState } from '../../ucwa/events/channel-state.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { StateStore } from '../state-store.ts';
import type { SessionPart } from './session-part.ts';

const channels: Readonly<Record<ChannelState, Connection['channel']>> = {
  idle: 'open',
  polling: 'open',
  waiting: 'retrying',
  recreating: 'renewing',
  'waiting-to-recreate': 'renewing',
  stopped: 'closed',
  ended: 'closed',
};

/**
 * The event channel's health in the state: written when something happened to it, and when somebody
 * asks. A P-GET that merely comes and goes writes nothing.
 */
export class ConnectionView implements SessionPart {
  readonly #store: StateStore;
  #application: UcwaApplication | null = null;

  constructor(store: StateStore) {
    this.#store = store;
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#application = application;
    this.refresh();
  }

  handle(event: UcwaApplicationEvent): void {
    if (event.type !== 'event' && event.type !== 'refreshed') this.refresh();
  }

  close(): void {
    this.#application = null;
    this.#show(noConnection);
  }

  /** Somebody looks: the state is brought up to date. */
  refresh(): void {
    if (this.#application === null) return;
    const { state, lastAnswerAtMs, lastGap, reconnects } = this.#application.health;
    const lastGapAtMs = lastGap?.atMs ?? null;
    this.#show({ channel: channels[state], lastAnswerAtMs, lastGapAtMs, reconnects });
  }

  #show(connection: Connection): void {
    this.#store.update((draft) => {
      Object.assign(draft.connection, connection);
    });
  }
}
