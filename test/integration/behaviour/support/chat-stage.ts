import { vi } from 'vitest';
import type { Conversation } from '../../../../app/domain/conversation.ts';
import type { Resource } from '../../../../app/ucwa/hypermedia/resource.ts';
import { acceptWithAnswer } from '../../../../app/ucwa/requests/answer-invitation.ts';
import { startAudio } from '../../../../app/ucwa/requests/start-audio-video.ts';
import { NodeHttpTransport } from '../../../../main/adapters/node-http-transport.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../main/sandbox/index.ts';
import { LoopbackMedia, LoopbackNetwork } from '../../../fakes/loopback-media.ts';
import { Chatter, somebody } from './chatter.ts';

const eventChannel = { lowSeconds: 0.05, mediumSeconds: 0.05, minimumSeconds: 0.05 };

/** The built-in server and those who chat on it, for one test. */
export class ChatStage {
  readonly sandbox: Sandbox;
  readonly #transport = new NodeHttpTransport();
  readonly #people: Chatter[] = [];

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  static async open(options: SandboxOptions = {}): Promise<ChatStage> {
    return new ChatStage(await startSandbox({ eventChannel, ...options }));
  }

  /** Signs in a user of the demo: `alex`, `sam`, `robin`. */
  async enter(name: string, endpointId: string = crypto.randomUUID()): Promise<Chatter> {
    const { discoveryUrl } = this.sandbox;
    const userName = `${name}@parley.test`;
    const chatter = await Chatter.signIn(this.#transport, discoveryUrl, userName, endpointId);
    this.#people.push(chatter);
    return chatter;
  }

  /** The paths of the requests so far that fit, oldest first. */
  requests(method: string, path: RegExp): readonly string[] {
    return this.sandbox.control.requests
      .filter((request) => request.method === method && path.test(request.path))
      .map((request) => request.path);
  }

  /** Two people who chat: each one's view of it. */
  async chat(one: Chatter, other: Chatter, to: string) {
    const outgoing = one.conversations.startChat({ to: somebody(to) });
    const { id: incoming } = await other.asked();
    await other.conversations.accept(incoming);
    await Promise.all([
      one.when(outgoing, ({ messaging }) => messaging === 'Connected'),
      other.when(incoming, ({ messaging }) => messaging === 'Connected'),
    ]);
    return { outgoing, incoming };
  }

  /** Somebody is cut off: the server keeps their application and waits for them. */
  async pause(name: string, chatter: Chatter): Promise<void> {
    chatter.application.stop();
    await vi.waitUntil(() => !this.#isPolling(name));
  }

  /** They are back, as the same endpoint. */
  async resume(name: string, chatter: Chatter): Promise<Chatter> {
    const back = await this.enter(name, chatter.endpointId);
    await vi.waitUntil(() => this.#isPolling(name));
    return back;
  }

  #isPolling(name: string): boolean {
    const applications = this.sandbox.control.applicationsOf(`${name}@parley.test`);
    return applications.some(({ polling }) => polling);
  }

  /** A call between two, without media. @returns the caller's view of its conversation */
  async call(one: Chatter, other: Chatter, to: string): Promise<Conversation> {
    const media = new LoopbackMedia(new LoopbackNetwork());
    const { client, communication } = one.application;
    const ringing = new Promise<Resource>((resolve) => {
      other.application.events.subscribe((told) => {
        const resource = told.type === 'event' ? told.event.resource : null;
        if (resource?.rel === 'audioVideoInvitation') resolve(resource);
      });
    });
    const mediaOffer = await media.createOffer('one', 'audio');
    await startAudio(client, communication, { to, mediaOffer, operationId: 'call-1' });
    const invitation = await ringing;
    const sdp = await media.createAnswer('other', mediaOffer, 'audio');
    const answer = { sdp, sessionContext: 'context-1', processedOfferId: null };
    await acceptWithAnswer(other.application.client, invitation, answer);
    return one.until(({ state }) => state === 'Connected');
  }

  async close(): Promise<void> {
    for (const chatter of this.#people) chatter.stop();
    this.#transport.close();
    await this.sandbox.stop();
  }
}
