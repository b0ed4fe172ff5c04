import type { PersonRef } from '../../app/domain/person.ts';
import type { CommandPayload } from '../../app/ipc/commands.ts';
import type { Logger } from '../../app/ports/logger.ts';
import { CommandFailure } from '../../app/services/command-failure.ts';
import type { Parley } from '../../app/services/parley.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import type { Sandbox, SandboxUser } from '../sandbox/index.ts';
import { type CastMember, cast, demoUserUri } from './cast.ts';
import type { Colleague } from './colleague.ts';
import type { DivertibleSecretStore } from './divertible-secret-store.ts';

export interface DemoCollaborators {
  /** The user's own Parley. */
  readonly parley: Parley;
  readonly secrets: DivertibleSecretStore;
  readonly startServer: () => Promise<Sandbox>;
  /** Makes a colleague, and what it needs for media when it takes calls. */
  readonly createColleague: (member: CastMember) => Colleague;
  readonly logger: Logger;
}

interface Stage {
  readonly server: Sandbox;
  readonly colleagues: readonly Colleague[];
}

/** The demo: the built-in server on a free port of loopback, colleagues, and the user as Alex. */
export class DemoMode {
  readonly #with: DemoCollaborators;
  readonly #logger: Logger;
  #starting: Promise<void> | null = null;
  #stage: Stage | null = null;
  #unsubscribe: Unsubscribe | null = null;

  constructor(collaborators: DemoCollaborators) {
    this.#with = collaborators;
    this.#logger = collaborators.logger.scoped('demo');
  }

  /** Resolves when the user is signed in. Asked again meanwhile, it is the same start. */
  start(): Promise<void> {
    this.#starting ??= this.#startOrStop().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  /** Lets a colleague call the user. */
  async callMe({ colleagueUri, ...wish }: CommandPayload<'demo.callMe'>): Promise<void> {
    const caller = this.#stage?.colleagues.find(({ member }) => member.uri === colleagueUri);
    if (caller === undefined) throw new CommandFailure('not-found', 'error.notPossibleNow');
    await caller.call(demoUserUri, wish.importance, wish.modality);
  }

  /** Ends the colleagues and the server. Harmless when there is no demo. */
  async stop(): Promise<void> {
    const stage = this.#stage;
    this.#stage = null;
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    if (stage === null) return;
    this.#with.secrets.restore();
    this.#showColleagues([]);
    await Promise.all(stage.colleagues.map((colleague) => colleague.stop()));
    await stage.server.stop();
  }

  async #startOrStop(): Promise<void> {
    try {
      await this.#start();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async #start(): Promise<void> {
    const { parley, secrets } = this.#with;
    const { server, colleagues } = this.#stage ?? (await this.#openStage());
    const user = userOf(server, demoUserUri);
    secrets.divert();
    const { settings } = parley.store.state;
    await parley.commandHandlers['session.signIn']({
      address: user.userName,
      discoveryUrl: server.discoveryUrl,
      trustedHosts: [],
      choice: { method: 'password', userName: null, password: user.password },
    });
    // The sign-in page goes on proposing the user's own account.
    const { lastAddress, lastDiscoveryUrl, lastMethod, lastUserName } = settings;
    await parley.settings.update({ lastAddress, lastDiscoveryUrl, lastMethod, lastUserName });
    this.#showColleagues(
      colleagues
        .filter(({ member }) => member.manner === 'answers')
        .map(({ member }) => ({ uri: member.uri, name: userOf(server, member.uri).name })),
    );
    this.#unsubscribe ??= parley.store.patches.subscribe(() => {
      if (parley.store.state.session.phase !== 'signedOut') return;
      this.stop().catch((error: unknown) => this.#logger.error('The demo did not end', { error }));
    });
  }

  async #openStage(): Promise<Stage> {
    const { startServer, createColleague } = this.#with;
    const server = await startServer();
    const colleagues = cast.map(createColleague);
    this.#stage = { server, colleagues };
    await Promise.all(
      colleagues.map((colleague) => {
        const { userName, password } = userOf(server, colleague.member.uri);
        return colleague.start({ userName, password, discoveryUrl: server.discoveryUrl });
      }),
    );
    return this.#stage;
  }

  #showColleagues(colleagues: readonly PersonRef[]): void {
    this.#with.parley.store.update((draft) => {
      draft.environment.demoColleagues = [...colleagues];
    });
  }
}

function userOf(server: Sandbox, uri: string): SandboxUser {
  const user = server.users.find((candidate) => candidate.uri === uri);
  if (user === undefined) throw new Error(`The built-in server has no user ${uri}`);
  return user;
}
