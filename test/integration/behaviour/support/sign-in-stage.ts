import { LoopbackNetwork } from '../../../fakes/loopback-media.ts';
import { ScriptedServer } from '../../../support/scripted-server.ts';
import { ScriptedUcwa } from '../../../support/scripted-ucwa.ts';
import { Communicator, type CommunicatorOptions } from '../../services/support/communicator.ts';

export const alexAddress = 'alex@example.test';
export const password = 'correct horse';

/** Key and certificate of a server, PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

/** Servers that say what a test scripts, and people who have not signed in yet. */
export class SignInStage {
  readonly #servers: ScriptedServer[] = [];
  readonly #people: Communicator[] = [];
  readonly #network = new LoopbackNetwork();

  /** One more server; it speaks https when it has an identity. */
  async serve(identity?: ServerIdentity): Promise<ScriptedUcwa> {
    const server = await ScriptedServer.start(identity);
    this.#servers.push(server);
    return new ScriptedUcwa(server);
  }

  /** @param discoveryUrl null looks for the server where everybody does */
  add(discoveryUrl: string | null, options: CommunicatorOptions = {}): Communicator {
    const communicator = new Communicator(discoveryUrl, this.#network, options);
    this.#people.push(communicator);
    return communicator;
  }

  /** Signs Alex in at this server by password. */
  async enter(ucwa: ScriptedUcwa, options: CommunicatorOptions = {}): Promise<Communicator> {
    const alex = this.add(ucwa.discoveryUrl, options);
    await alex.signIn(alexAddress, password);
    return alex;
  }

  async close(): Promise<void> {
    await Promise.all(this.#people.splice(0).map((communicator) => communicator.stop()));
    await Promise.all(this.#servers.splice(0).map((server) => server.stop()));
  }
}
