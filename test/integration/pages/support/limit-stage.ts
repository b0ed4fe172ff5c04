import { known } from '../../../../app/ucwa/follow/known-resource.ts';
import { encodeMediaSdp } from '../../../../app/ucwa/hypermedia/media-sdp.ts';
import type { Resource } from '../../../../app/ucwa/hypermedia/resource.ts';
import { startOnlineMeeting } from '../../../../app/ucwa/requests/meetings.ts';
import { startAudio } from '../../../../app/ucwa/requests/start-audio-video.ts';
import { signIn } from '../../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../../main/adapters/node-http-transport.ts';
import type { RequestRecord } from '../../../../main/sandbox/http/request-log.ts';
import { type Sandbox, startSandbox } from '../../../../main/sandbox/index.ts';
import { LoopbackMedia, LoopbackNetwork } from '../../../fakes/loopback-media.ts';
import { EventLog } from '../../../support/event-log.ts';
import { signInRequest, ucwaDependencies } from '../../../support/sign-in-request.ts';
import { Communicator } from '../../services/support/communicator.ts';
import { type DialectName, discoveryUrlOf } from './dialects.ts';

const eventChannel = { lowSeconds: 0.05, mediumSeconds: 0.05, minimumSeconds: 0.05 };

/** A server with Alex, who has a whole Parley, and Kim and Sam, who follow links by hand. */
export class LimitStage {
  readonly sandbox: Sandbox;
  readonly alex: Communicator;
  readonly sdp: string;
  readonly #transport = new NodeHttpTransport();
  readonly #applications: UcwaApplication[] = [];
  #kim: UcwaApplication | null = null;
  #sam: UcwaApplication | null = null;
  #meeting: Promise<Resource> | null = null;
  #calls = 0;

  private constructor(
    sandbox: Sandbox,
    dialect: DialectName,
    network: LoopbackNetwork,
    sdp: string,
  ) {
    this.sandbox = sandbox;
    this.sdp = sdp;
    this.alex = new Communicator(discoveryUrlOf(sandbox, dialect), network);
  }

  static async open(dialect: DialectName): Promise<LimitStage> {
    const sandbox = await startSandbox({ eventChannel });
    const network = new LoopbackNetwork();
    const sdp = await new LoopbackMedia(network).createOffer('offer', 'audio');
    const stage = new LimitStage(sandbox, dialect, network, sdp);
    await stage.alex.signIn('alex@parley.test');
    stage.#kim = await stage.#enter('kim', dialect);
    stage.#sam = await stage.#enter('sam', dialect);
    return stage;
  }

  get kim(): UcwaApplication {
    return this.#of(this.#kim);
  }

  get sam(): UcwaApplication {
    return this.#of(this.#sam);
  }

  get communication() {
    return known('communication', this.kim.communication);
  }

  get mediaOffer(): string {
    return encodeMediaSdp(this.sdp);
  }

  /** A meeting of Kim's, into which somebody can be asked. */
  meeting(): Promise<Resource> {
    const operationId = 'meeting';
    this.#meeting ??= (async () => {
      const log = new EventLog(this.kim);
      await startOnlineMeeting(this.kim, { operationId });
      const { resource } = await log.event('conversation', 'updated', (event) => {
        return event.resource?.properties.state === 'Conferenced';
      });
      if (resource === null) throw new Error('the meeting is not there');
      return resource;
    })();
    return this.#meeting;
  }

  /** A call of Kim's that rings at Sam's. */
  async ringing(): Promise<Resource> {
    this.#calls += 1;
    const subject = `Call ${this.#calls}`;
    const log = new EventLog(this.sam);
    const { client, communication } = this.kim;
    await startAudio(client, communication, {
      ...{ to: 'sip:sam@parley.test', subject, mediaOffer: this.sdp },
      operationId: crypto.randomUUID(),
    });
    const { resource } = await log.event('audioVideoInvitation', 'started', (event) => {
      return event.resource?.properties.subject === subject;
    });
    if (resource === null) throw new Error('nothing rings');
    return resource;
  }

  /** What was sent to do something, so far. */
  posts(): readonly RequestRecord[] {
    return this.sandbox.control.requests.filter(({ method }) => method === 'POST');
  }

  async close(): Promise<void> {
    await this.alex.stop();
    for (const application of this.#applications) application.stop();
    this.#transport.close();
    await this.sandbox.stop();
  }

  async #enter(name: string, dialect: DialectName): Promise<UcwaApplication> {
    const userName = `${name}@parley.test`;
    const application = await signIn(
      signInRequest({
        address: userName,
        method: { grant: 'password', account: { userName, password: 'parley' } },
        discoveryUrl: discoveryUrlOf(this.sandbox, dialect),
      }),
      ucwaDependencies(this.#transport),
    );
    await application.upToDate();
    this.#applications.push(application);
    application.start();
    return application;
  }

  #of(application: UcwaApplication | null): UcwaApplication {
    if (application === null) throw new Error('nobody is signed in yet');
    return application;
  }
}
