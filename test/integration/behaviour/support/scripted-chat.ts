import type { Clock } from '../../../../app/ports/clock.ts';
import { NodeHttpTransport } from '../../../../main/adapters/node-http-transport.ts';
import { ScriptedChannel } from '../../../support/scripted-channel.ts';
import { ScriptedServer } from '../../../support/scripted-server.ts';
import {
  applicationResource,
  communicationResource,
  ScriptedUcwa,
} from '../../../support/scripted-ucwa.ts';
import { Chatter, somebody } from './chatter.ts';

type Links = Readonly<Record<string, string | readonly string[]>>;

/** A resource as a server writes it. */
export const scripted = (rel: string, href: string, links: Links = {}, more: object = {}) => ({
  rel,
  ...more,
  _links: {
    self: { href },
    ...Object.fromEntries(
      Object.entries(links).map(([name, target]) => [
        name,
        typeof target === 'string' ? { href: target } : target.map((each) => ({ href: each })),
      ]),
    ),
  },
});

type Scripted = ReturnType<typeof scripted>;

/** An event that brings its resource along. */
export const event = (type: string, resource: Scripted, more: object = {}) =>
  [
    resource.rel,
    resource._links.self.href,
    type,
    { ...more, _embedded: { [resource.rel]: resource } },
  ] as const;

export const communication = { rel: 'communication', href: '/apps/1/communication' };
export const conversation = { rel: 'conversation', href: '/conv/1' };

const startLinks = {
  startMessaging: { href: '/startMessaging' },
  joinOnlineMeeting: { href: '/joinOnlineMeeting' },
  conversations: { href: '/conversations' },
};

const withStartLinks = () => {
  const resource = communicationResource();
  return { ...resource, _links: { ...resource._links, ...startLinks } };
};

/** Alex, who chats on a server that says exactly what a test scripts, in the order it scripts. */
export class ScriptedChat {
  readonly ucwa: ScriptedUcwa;
  readonly channel: ScriptedChannel;
  readonly alex: Chatter;
  readonly #transport: NodeHttpTransport;

  private constructor(
    ucwa: ScriptedUcwa,
    channel: ScriptedChannel,
    alex: Chatter,
    transport: NodeHttpTransport,
  ) {
    this.ucwa = ucwa;
    this.channel = channel;
    this.alex = alex;
    this.#transport = transport;
  }

  static async open(clock?: Clock): Promise<ScriptedChat> {
    const ucwa = new ScriptedUcwa(await ScriptedServer.start());
    const application = applicationResource();
    const _embedded = { ...application._embedded, communication: withStartLinks() };
    ucwa.on('POST /apps', { status: 201, body: { ...application, _embedded } });
    ucwa.on('GET /apps/1/communication', { body: withStartLinks() });
    ucwa.on('GET /apps/1', { body: { ...application, _embedded } });
    const channel = new ScriptedChannel(ucwa);
    const transport = new NodeHttpTransport();
    const address = 'alex@example.test';
    const alex = await Chatter.signIn(
      transport,
      ucwa.discoveryUrl,
      address,
      crypto.randomUUID(),
      clock,
    );
    return new ScriptedChat(ucwa, channel, alex, transport);
  }

  /** Alex starts a chat that Sam has not answered yet. @returns the conversation's id */
  async inviting(text?: string): Promise<string> {
    this.ucwa.on('POST /startMessaging', { status: 201, headers: { Location: '/inv/1' } });
    const message = text === undefined ? {} : { message: { format: 'Plain', text } as const };
    const id = this.alex.conversations.startChat({
      to: somebody('sip:sam@example.test'),
      ...message,
    });
    const { body } = await this.ucwa.server.waitFor('POST', /startMessaging/);
    const { operationId }: { operationId: string } = JSON.parse(body);
    this.channel.send([
      communication,
      event('started', invitation('Outgoing', { operationId })),
      event('added', scripted('conversation', '/conv/1', {}, { state: 'Connecting' })),
    ]);
    return id;
  }

  /** Alex in a chat with Sam. @returns the conversation's id */
  async chatting(): Promise<string> {
    const id = await this.inviting();
    this.channel.send(
      [
        communication,
        event('updated', scripted('conversation', '/conv/1', {}, { state: 'Connected' })),
      ],
      [conversation, event('updated', connectedMessaging)],
      [communication, event('completed', invitation('Outgoing'), { status: 'Success' })],
    );
    await this.alex.when(id, ({ invitation: own }) => own?.outcome?.kind === 'answered');
    return id;
  }

  async close(): Promise<void> {
    this.alex.stop();
    this.#transport.close();
    await this.ucwa.server.stop();
  }
}

export const connectedMessaging = scripted(
  'messaging',
  '/conv/1/messaging',
  { sendMessage: '/conv/1/messages', setIsTyping: '/conv/1/typing' },
  { state: 'Connected' },
);

export const invitation = (
  direction: 'Incoming' | 'Outgoing',
  more: object = {},
  links: Links = {},
) =>
  scripted(
    'messagingInvitation',
    '/inv/1',
    { conversation: '/conv/1', ...links },
    { direction, state: 'Connecting', ...more },
  );
