import { LoopbackMedia, LoopbackNetwork } from '../../../fakes/loopback-media.ts';
import { ScriptedChannel, type ScriptedEvent } from '../../../support/scripted-channel.ts';
import { ScriptedServer } from '../../../support/scripted-server.ts';
import { ScriptedUcwa } from '../../../support/scripted-ucwa.ts';
import { Communicator, type CommunicatorOptions } from './communicator.ts';

/** Alex on a server that says exactly what a test scripts, in the order it scripts. */
export class ScriptedStage {
  readonly ucwa: ScriptedUcwa;
  readonly alex: Communicator;
  /** Makes the answers and offers of the other side. */
  readonly remote: LoopbackMedia;
  readonly #channel: ScriptedChannel;

  private constructor(ucwa: ScriptedUcwa, options: CommunicatorOptions) {
    const network = new LoopbackNetwork();
    this.ucwa = ucwa;
    this.remote = new LoopbackMedia(network);
    this.alex = new Communicator(ucwa.discoveryUrl, network, options);
    this.#channel = new ScriptedChannel(ucwa);
  }

  /** @param prepare replaces answers before Alex signs in */
  static async open(
    options: CommunicatorOptions = {},
    prepare: (ucwa: ScriptedUcwa) => void = () => undefined,
  ): Promise<ScriptedStage> {
    const ucwa = new ScriptedUcwa(await ScriptedServer.start());
    prepare(ucwa);
    const stage = ScriptedStage.on(ucwa, options);
    await stage.alex.signIn('alex@example.test', 'correct horse');
    return stage;
  }

  /** Nobody has signed in yet. */
  static on(ucwa: ScriptedUcwa, options: CommunicatorOptions = {}): ScriptedStage {
    return new ScriptedStage(ucwa, options);
  }

  /** Answers the hanging event request with these events of `communication`, in one body. */
  send(...events: readonly ScriptedEvent[]): void {
    this.sendFrom({ rel: 'communication', href: '/apps/1/communication' }, ...events);
  }

  /** Answers the hanging event request with these events of some other sender. */
  sendFrom(
    sender: { readonly rel: string; readonly href: string },
    ...events: readonly ScriptedEvent[]
  ): void {
    this.#channel.send([sender, ...events]);
  }

  /** Says that events were lost. */
  resync(): void {
    this.#channel.resync();
  }

  /** Says that conversations and subscriptions were lost. */
  resume(): void {
    this.#channel.resume();
  }

  /** Ends the hanging event request as a timeout does: with nothing but where to go on. */
  pass(): void {
    this.#channel.pass();
  }

  async close(): Promise<void> {
    await this.alex.stop();
    await this.ucwa.server.stop();
  }
}

/** An invitation as a server sends it; `links` and `more` are added. */
export const invitationResource = (
  direction: 'Incoming' | 'Outgoing',
  links: Readonly<Record<string, string>> = {},
  more: object = {},
) => ({
  rel: 'audioVideoInvitation',
  direction,
  state: 'Connecting',
  ...more,
  _links: {
    self: { href: '/inv/1' },
    conversation: { href: '/conv/1' },
    audioVideo: { href: '/conv/1/av' },
    ...Object.fromEntries(Object.entries(links).map(([rel, href]) => [rel, { href }])),
  },
});

export const embedded = (rel: string, resource: object) => ({ _embedded: { [rel]: resource } });
