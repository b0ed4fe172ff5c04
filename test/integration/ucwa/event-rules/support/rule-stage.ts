import type { Clock } from '../../../../../app/ports/clock.ts';
import type { HttpRequest } from '../../../../../app/ports/http-transport.ts';
import {
  type ChannelTimes,
  defaultChannelTimes,
} from '../../../../../app/ucwa/events/channel-times.ts';
import type { UcwaEvent } from '../../../../../app/ucwa/events/ucwa-event.ts';
import { type SignInRequest, signInWith } from '../../../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../../../main/adapters/node-http-transport.ts';
import { EventLog } from '../../../../support/event-log.ts';
import {
  type Answer,
  ScriptedServer,
  type SeenRequest,
} from '../../../../support/scripted-server.ts';
import { eventsBody, ScriptedUcwa } from '../../../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../../../support/sign-in-request.ts';

/** The channel's address as the links of the script have it. */
export const at = (ack: number) => `/apps/1/events?ack=${ack}&key=a%7Eb=`;

/** A body that leads to the next one, with conversations added. */
export const body = (next: number, ...ids: readonly string[]): Answer => ({
  body: eventsBody(
    { next: at(next) },
    ids.map((id) => ['conversation', `/c/${id}`, 'added']),
  ),
});

export const refused = (status: number, code: string, subcode: string): Answer => ({
  status,
  body: { code, subcode },
});

/** Quick enough for a test; the rules are the same. */
const times: ChannelTimes = {
  ...defaultChannelTimes,
  backOff: { firstMs: 10, baseMs: 20, maxMs: 80 },
};

export interface RuleStageOptions {
  readonly clock?: Clock;
  readonly request?: Partial<SignInRequest>;
  readonly times?: Partial<ChannelTimes>;
}

/** Alex's signed-in application on a scripted server, over real HTTP. */
export class RuleStage {
  readonly server: ScriptedServer;
  readonly ucwa: ScriptedUcwa;
  readonly transport = new NodeHttpTransport();
  /** What was asked of the transport, oldest first. */
  readonly sent: HttpRequest[] = [];
  #application: UcwaApplication | null = null;
  #log: EventLog | null = null;

  private constructor(server: ScriptedServer) {
    this.server = server;
    this.ucwa = new ScriptedUcwa(server);
    const send = this.transport.send.bind(this.transport);
    this.transport.send = (request, signal) => {
      this.sent.push(request);
      return send(request, signal);
    };
  }

  static async open(): Promise<RuleStage> {
    return new RuleStage(await ScriptedServer.start());
  }

  /** Signs in and starts polling. */
  async start(options: RuleStageOptions = {}): Promise<void> {
    const request = signInRequest({ discoveryUrl: this.ucwa.discoveryUrl, ...options.request });
    const channelTimes = { ...times, ...options.times };
    const dependencies = ucwaDependencies(this.transport, options.clock);
    this.#application = await signInWith(request, dependencies, { channelTimes });
    await this.#application.upToDate();
    this.#log = new EventLog(this.#application);
    this.#application.start();
  }

  get application(): UcwaApplication {
    if (this.#application === null) throw new Error('Not started');
    return this.#application;
  }

  get log(): EventLog {
    if (this.#log === null) throw new Error('Not started');
    return this.#log;
  }

  /** The events handed out so far. */
  get events(): UcwaEvent[] {
    return this.log.events.flatMap((told) => (told.type === 'event' ? [told.event] : []));
  }

  /** The P-GETs that reached the server. */
  get polls(): SeenRequest[] {
    return this.server.seen('GET', /^\/apps\/\d+\/events/);
  }

  /** One query parameter of each P-GET; null where it has none. */
  parameters(name: string): (string | null)[] {
    return this.polls.map(({ url }) => new URL(url, 'http://x').searchParams.get(name));
  }

  async close(): Promise<void> {
    this.#application?.stop();
    this.transport.close();
    await this.server.stop();
  }
}
