import type { AppState } from '../../../../app/domain/app-state.ts';
import type { Call } from '../../../../app/domain/call.ts';
import type { SignInChoice } from '../../../../app/domain/sign-in-choice.ts';
import type { Clock } from '../../../../app/ports/clock.ts';
import type { Trace, TraceMark } from '../../../../app/ports/trace.ts';
import type { WakeUp } from '../../../../app/ports/wake-ups.ts';
import type { CoreCommandHandlers } from '../../../../app/services/command-handlers.ts';
import { Parley } from '../../../../app/services/parley.ts';
import type { SignIn, SignInSurfaces } from '../../../../app/ucwa/sign-in-contract.ts';
import { Emitter } from '../../../../app/util/emitter.ts';
import { NodeHttpTransport } from '../../../../main/adapters/node-http-transport.ts';
import { NodeNameLookup } from '../../../../main/adapters/node-name-lookup.ts';
import { NodeTlsProbe } from '../../../../main/adapters/node-tls-probe.ts';
import { LoopbackMedia, type LoopbackNetwork } from '../../../fakes/loopback-media.ts';
import { MemorySecrets } from '../../../fakes/memory-secrets.ts';
import { MemorySettings } from '../../../fakes/memory-settings.ts';
import { SettableSurroundings } from '../../../fakes/settable-surroundings.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { noSurfaces } from '../../../support/sign-in-surfaces.ts';
import { SystemClock } from '../../../support/system-clock.ts';
import { SystemRandom } from '../../../support/system-random.ts';

const environment: AppState['environment'] = {
  parleyVersion: '0.0.0',
  electronVersion: '0',
  chromiumVersion: '0',
  testRuntime: true,
  platform: 'linux',
  hasTray: false,
  globalKeys: 'everywhere',
  hasKeychain: true,
  demoColleagues: [],
};

export interface CommunicatorOptions {
  readonly secrets?: MemorySecrets;
  readonly settings?: MemorySettings;
  readonly clock?: Clock;
  readonly surfaces?: SignInSurfaces;
  /** Where to look for the server instead of where everybody does. */
  readonly discoveryUrl?: string;
  readonly signIn?: SignIn;
  /** Closed with the communicator. */
  readonly transport?: NodeHttpTransport;
}

/** One user's whole Parley without a desktop, over real HTTP, and what a test needs to watch it. */
export class Communicator {
  readonly parley: Parley;
  readonly media: LoopbackMedia;
  readonly secrets: MemorySecrets;
  readonly settings: MemorySettings;
  readonly logger = new RecordingLogger();
  readonly wakeUps = new Emitter<WakeUp>((error) => {
    throw error;
  });
  readonly surroundings = new SettableSurroundings();
  readonly marks: TraceMark[] = [];
  readonly #transport: NodeHttpTransport;
  readonly #discoveryUrl: string | null;

  /** @param discoveryUrl null looks for the server where everybody does */
  constructor(
    discoveryUrl: string | null,
    network: LoopbackNetwork,
    options: CommunicatorOptions = {},
  ) {
    this.#discoveryUrl = options.discoveryUrl ?? discoveryUrl;
    this.#transport = options.transport ?? new NodeHttpTransport();
    this.media = new LoopbackMedia(network);
    this.secrets = options.secrets ?? new MemorySecrets();
    this.settings = options.settings ?? new MemorySettings();
    const trace: Trace = { mark: (name) => this.marks.push(name) };
    this.parley = new Parley({
      transport: this.#transport,
      clock: options.clock ?? new SystemClock(),
      random: new SystemRandom(),
      logger: this.logger,
      trace,
      surfaces: options.surfaces ?? noSurfaces,
      secrets: this.secrets,
      settings: this.settings,
      media: this.media,
      wakeUps: this.wakeUps,
      surroundings: this.surroundings,
      attention: { isFocused: () => false },
      environment,
      names: new NodeNameLookup(),
      tls: new NodeTlsProbe(),
      escalationText: ({ user, from, subject }) => `${user} ${from} ${subject}`,
      identity: { userAgent: 'Parley/test', culture: 'en-US' },
      ...(options.signIn === undefined ? {} : { signIn: options.signIn }),
    });
  }

  get state(): AppState {
    return this.parley.store.state;
  }

  get commands(): CoreCommandHandlers {
    return this.parley.commandHandlers;
  }

  async signIn(userName: string, password = 'parley'): Promise<void> {
    await this.signInBy({ method: 'password', userName: null, password }, userName);
  }

  /** Signs in some other way than by password. */
  async signInBy(
    choice: SignInChoice,
    address: string,
    trustedHosts: readonly string[] = [],
  ): Promise<void> {
    const discoveryUrl = this.#discoveryUrl;
    await this.commands['session.signIn']({
      ...{ address, discoveryUrl, choice },
      trustedHosts: [...trustedHosts],
    });
  }

  /** Starts a call and gives back its id. */
  async call(to: string, changes: Partial<Parameters<CoreCommandHandlers['calls.start']>[0]> = {}) {
    const { callId } = await this.commands['calls.start']({ to, modality: 'audio', ...changes });
    return callId;
  }

  /** The first value of `select` that is neither null, undefined nor false, now or later. */
  until<T>(select: (state: AppState) => T | null | undefined | false): Promise<T> {
    return new Promise((resolve) => {
      const found = (): boolean => {
        const value = select(this.state);
        if (value === null || value === undefined || value === false) return false;
        unsubscribe();
        resolve(value);
        return true;
      };
      const unsubscribe = this.parley.store.patches.subscribe(found);
      found();
    });
  }

  ringing(): Promise<Call> {
    return this.until(({ calls }) => Object.values(calls).find(({ phase }) => phase === 'ringing'));
  }

  inPhase(callId: string, phase: Call['phase']): Promise<Call> {
    return this.until(({ calls }) => {
      const call = calls[callId];
      return call?.phase === phase ? call : null;
    });
  }

  /** The history's line of this call, once it is there. */
  recent(callId: string) {
    return this.until(({ recents }) => {
      const line = recents.find(({ id }) => id === callId);
      return line?.type === 'call' && line;
    });
  }

  async stop(): Promise<void> {
    await this.parley.stop();
    this.#transport.close();
  }
}
