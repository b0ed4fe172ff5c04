import { afterEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../app/domain/conversation.ts';
import type { Clock } from '../../../app/ports/clock.ts';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { ChatStage } from '../behaviour/support/chat-stage.ts';
import { somebody, texts } from '../behaviour/support/chatter.ts';
import {
  communication,
  connectedMessaging,
  conversation,
  event,
  invitation,
  ScriptedChat,
  scripted,
} from '../behaviour/support/scripted-chat.ts';

const samUri = 'sip:sam@parley.test';
const plain = (text: string) => ({ format: 'Plain', text }) as const;
const deliveries = ({ messages }: Conversation) => messages.map(({ delivery }) => delivery);

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function onScript(clock?: Clock): Promise<ScriptedChat> {
  const chat = await ScriptedChat.open(clock);
  opened.push(chat);
  return chat;
}

const links = { messaging: '/conv/1/messaging', participants: '/conv/1/participants' };
const participant = (name: string) =>
  scripted('participant', `/conv/1/people/${name}`, {}, { name, uri: `sip:${name}@example.test` });
const incoming = (number: number, plainMessage: string) =>
  event(
    'completed',
    scripted('message', `/conv/1/messages/${number}`, { plainMessage }, { direction: 'Incoming' }),
    { status: 'Success' },
  );

describe('after events were lost', () => {
  it('a conversation is what the server says that it is now', async () => {
    const chat = await onScript();
    const { alex, channel, ucwa } = chat;
    const id = await chat.chatting();
    channel.send([conversation, ['participant', '/conv/1/people/Sam', 'added']]);
    await alex.when(id, ({ participants }) => participants.length === 1);
    const created = { status: 201, headers: { Location: '/conv/1/messages/Mine' } };
    ucwa.on('POST /conv/1/messages', created);
    alex.conversations.send(id, plain('Did you get this?'));
    await ucwa.server.waitFor('POST', /conv\/1\/messages/);
    const meeting = scripted('conversation', '/conv/1', links, { state: 'Conferenced' });
    const roster = { participant: [participant('Robin'), participant('Kim')] };
    const sent = { direction: 'Outgoing', status: 'Succeeded' };
    ucwa.on('GET /conv/1', { body: meeting });
    ucwa.on('GET /conv/1/messaging', { body: connectedMessaging });
    ucwa.on('GET /conv/1/participants', {
      body: { ...scripted('participants', '/conv/1/participants'), _embedded: roster },
    });
    ucwa.on('GET /conv/1/messages/Mine', {
      body: scripted('message', '/conv/1/messages/Mine', {}, sent),
    });
    channel.resync();
    const now = await alex.when(id, (it) => deliveries(it)[0] === 'delivered');
    expect(now).toMatchObject({ state: 'Conferenced', messaging: 'Connected' });
    expect(now.participants.map(({ person }) => person.name)).toEqual(['Robin', 'Kim']);
  });

  it('a conversation that is over on the server ends, and what was being sent failed', async () => {
    const chat = await onScript();
    const { alex, channel, ucwa } = chat;
    const id = await chat.chatting();
    ucwa.on('POST /conv/1/messages', { status: 201, headers: { Location: '/conv/1/messages/1' } });
    alex.conversations.send(id, plain('Anybody?'));
    await ucwa.server.waitFor('POST', /conv\/1\/messages/);
    channel.resync();
    const ended = await alex.when(id, ({ state }) => state === 'Ended');
    expect(deliveries(ended)).toEqual(['undelivered']);
    expect(ended.can).toMatchObject({ retry: true, send: true, addParticipant: false });
  });

  it('an invitation that was decided meanwhile is decided here too', async () => {
    const chat = await onScript();
    const { alex, channel, ucwa } = chat;
    const id = await chat.inviting('Hello');
    ucwa.on('GET /inv/1', { body: invitation('Outgoing', { state: 'Connected' }) });
    const body = scripted('conversation', '/conv/1', links, { state: 'Connected' });
    ucwa.on('GET /conv/1', { body });
    ucwa.on('GET /conv/1/messaging', { body: connectedMessaging });
    channel.resync();
    const taken = await alex.when(id, ({ messaging }) => messaging === 'Connected');
    expect(taken.invitation?.outcome).toEqual({ kind: 'answered' });
    expect(deliveries(taken)).toEqual(['delivered']);
  });
});

const busy = { status: 503, body: { code: 'ServiceFailure', subcode: 'TemporarilyUnavailable' } };
const page = { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>Busy</h1>' };

describe.each([
  ['the server', busy],
  ['a proxy', page],
])('after events were lost, while %s lets nothing be read', (_who, told) => {
  /** More often than one read is repeated by itself. */
  const unread = [told, told, told, told];

  it('a conversation is read again until it is known that it is over', async () => {
    const chat = await onScript(new HurriedClock(100));
    const id = await chat.chatting();
    chat.ucwa.on('GET /conv/1', ...unread, { status: 404, body: { code: 'NotFound' } });
    chat.channel.resync();
    await chat.alex.when(id, ({ state }) => state === 'Ended');
  });

  it('what began meanwhile is looked for until it is found', async () => {
    const chat = await onScript(new HurriedClock(100));
    const list = scripted('conversations', '/conversations', { conversation: ['/conv/2'] });
    const began = { subject: 'Meanwhile', state: 'Connected' };
    chat.ucwa.on('GET /conversations', ...unread, { body: list });
    chat.ucwa.on('GET /conv/2', ...unread, {
      body: scripted('conversation', '/conv/2', {}, began),
    });
    chat.channel.resync();
    const found = await chat.alex.until(({ subject }) => subject === 'Meanwhile');
    expect(found.state).toBe('Connected');
  });
});

describe('after the server has restarted', () => {
  it('chats are over, and go on in the same conversation when somebody writes', async () => {
    const stage = await ChatStage.open();
    opened.push(stage);
    const [alex, sam] = await Promise.all([stage.enter('alex'), stage.enter('sam')]);
    const chat = await stage.chat(alex, sam, samUri);
    alex.conversations.send(chat.outgoing, plain('Before'));
    await alex.when(chat.outgoing, (it) => deliveries(it)[0] === 'delivered');
    await stage.sandbox.control.restart();
    for (const each of [alex, sam]) each.application.wakeUp();
    await alex.when(chat.outgoing, ({ state }) => state === 'Ended');
    await sam.when(chat.incoming, ({ state }) => state === 'Ended');
    alex.conversations.send(chat.outgoing, plain('After'));
    const asked = await sam.asked();
    await sam.conversations.accept(asked.id);
    const again = await alex.when(chat.outgoing, (it) => deliveries(it)[1] === 'delivered');
    expect(texts(again)).toEqual(['Before', 'After']);
    expect(again.remote?.uri).toBe(samUri);
  });
});

describe('a conversation', () => {
  it('that is left before the server said where it is is left there too', async () => {
    const { alex, channel, ucwa } = await onScript();
    ucwa.on('POST /startMessaging', 'hang');
    ucwa.on('DELETE /conv/1', { status: 204 });
    ucwa.on('GET /conv/1', { body: scripted('conversation', '/conv/1') });
    const id = alex.conversations.startChat({ to: somebody('sip:sam@example.test') });
    const { body } = await ucwa.server.waitFor('POST', /startMessaging/);
    alex.conversations.leave(id);
    expect(alex.conversations.get(id)?.state).toBe('Ended');
    const { operationId }: { operationId: string } = JSON.parse(body);
    channel.send([communication, event('started', invitation('Outgoing', { operationId }))]);
    await ucwa.server.waitFor('DELETE', /conv\/1$/);
  });

  it('that is told of before its invitation is one with what the user started', async () => {
    const { alex, channel, ucwa } = await onScript();
    ucwa.on('POST /startMessaging', 'hang');
    const id = alex.conversations.startChat({
      to: somebody('sip:sam@example.test'),
      message: plain('Hi'),
    });
    const { body } = await ucwa.server.waitFor('POST', /startMessaging/);
    const { operationId }: { operationId: string } = JSON.parse(body);
    const connected = scripted('conversation', '/conv/1', {}, { state: 'Connected' });
    const completed = invitation('Outgoing', { operationId });
    channel.send(
      [communication, event('added', connected)],
      [conversation, ['participant', '/conv/1/people/Sam', 'added']],
      [conversation, event('updated', connectedMessaging)],
      [communication, event('completed', completed, { status: 'Success' })],
    );
    const one = await alex.when(id, (it) => deliveries(it)[0] === 'delivered');
    expect(one).toMatchObject({ state: 'Connected', messaging: 'Connected' });
    expect(one.participants).toHaveLength(1);
    expect(alex.all).toHaveLength(1);
  });

  it.each([
    ['no data: URI', 'https://server.test/message'],
    ['wrong percent encoding', 'data:text/plain,%zz'],
    ['another type', 'data:image/png;base64,AAAA'],
  ])('survives a message of %s: the next one shows', async (_, href) => {
    const chat = await onScript();
    const id = await chat.chatting();
    chat.channel.send([conversation, incoming(1, href), incoming(2, 'data:text/plain,Next')]);
    const next = await chat.alex.when(id, ({ messages }) => messages.length > 0);
    expect(texts(next)).toEqual(['Next']);
  });

  it('keeps the order of messages when one of them has to be read', async () => {
    const chat = await onScript();
    const id = await chat.chatting();
    const first = { plainMessage: 'data:text/plain,First' };
    const body = scripted('message', '/conv/1/messages/1', first, { direction: 'Incoming' });
    chat.ucwa.on('GET /conv/1/messages/1', { body });
    chat.channel.send([
      conversation,
      ['message', '/conv/1/messages/1', 'completed', { status: 'Success' }],
      incoming(2, 'data:text/plain,Second'),
    ]);
    const read = await chat.alex.when(id, ({ messages }) => messages.length === 2);
    expect(texts(read)).toEqual(['First', 'Second']);
  });
});
