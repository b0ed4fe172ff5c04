import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../main/sandbox/index.ts';
import { LoopbackNetwork } from '../../../fakes/loopback-media.ts';
import { Communicator, type CommunicatorOptions } from './communicator.ts';

/** A server and the people on it, for one test. */
export class Stage {
  readonly sandbox: Sandbox;
  readonly #network = new LoopbackNetwork();
  readonly #people: Communicator[] = [];

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  static async open(options: SandboxOptions = {}): Promise<Stage> {
    const eventChannel = {
      lowSeconds: 0.05,
      mediumSeconds: 0.05,
      minimumSeconds: 0.05,
      maximumSeconds: 0.05,
    };
    return new Stage(await startSandbox({ eventChannel, ...options }));
  }

  /** A communicator that nobody signed in at yet. */
  add(options: CommunicatorOptions = {}): Communicator {
    const communicator = new Communicator(this.sandbox.discoveryUrl, this.#network, options);
    this.#people.push(communicator);
    return communicator;
  }

  /** Signs somebody in. */
  async enter(userName: string, options: CommunicatorOptions = {}): Promise<Communicator> {
    const communicator = this.add(options);
    await communicator.signIn(userName);
    return communicator;
  }

  async close(): Promise<void> {
    await Promise.all(this.#people.map((communicator) => communicator.stop()));
    await this.sandbox.stop();
  }
}
