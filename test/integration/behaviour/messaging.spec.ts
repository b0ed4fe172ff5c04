import { afterEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { encodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import type { SandboxOptions } from '../../../main/sandbox/index.ts';
import { embedded, invitationResource, ScriptedStage } from '../services/support/scripted-stage.ts';
import { ChatStage } from './support/chat-stage.ts';
import { type Chatter, somebody, texts } from './support/chatter.ts';
import {
  communication,
  conversation,
  event,
  invitation,
  ScriptedChat,
  scripted,
} from './support/scripted-chat.ts';

const samUri = 'sip:sam@parley.test';
const plain = (text: string) => ({ format: 'Plain', text }) as const;
const html = (text: string) => ({ format: 'Html', text }) as const;
const deliveries = ({ messages }: Conversation) => messages.map(({ delivery }) => delivery);
const has = (count: number) => (it: Conversation) => it.messages.length >= count;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function onSandbox(options: SandboxOptions = {}) {
  const stage = await ChatStage.open(options);
  opened.push(stage);
  const [alex, sam] = await Promise.all([stage.enter('alex'), stage.enter('sam')]);
  return { stage, alex, sam };
}

async function onScript(): Promise<ScriptedChat> {
  const chat = await ScriptedChat.open();
  opened.push(chat);
  return chat;
}

const outgoing = (operationId: string, more: object = {}, links: Record<string, string> = {}) =>
  scripted('message', '/conv/1/messages/1', links, { direction: 'Outgoing', operationId, ...more });

const incoming = (number: number, links: Record<string, string>) =>
  scripted('message', `/conv/1/messages/${number}`, links, { direction: 'Incoming' });

const operationOf = (url: string) =>
  new URL(url, 'http://server.test').searchParams.get('operationId') ?? '';

describe('a message that the user sends', () => {
  /** A message whose request is not answered before the test says so. */
  async function unanswered() {
    const script = await onScript();
    const { alex, ucwa } = script;
    const id = await script.chatting();
    let answer: () => void = () => undefined;
    const after = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const created = { status: 201, headers: { Location: '/conv/1/messages/1' } };
    ucwa.on('POST /conv/1/messages', { after, answer: created });
    alex.conversations.send(id, plain('Hello'));
    const { url } = await ucwa.server.waitFor('POST', /conv\/1\/messages/);
    return { alex, ucwa, channel: script.channel, id, url, answer };
  }

  const completed = (operationId: string) =>
    event('completed', outgoing(operationId, {}, { plainMessage: 'data:text/plain,Hello' }), {
      status: 'Success',
    });

  it('29: completed before its request is answered shows once, delivered at once', async () => {
    const { alex, channel, id, url, answer } = await unanswered();
    channel.send([conversation, completed(operationOf(url))]);
    const shown = await alex.when(id, (it) => deliveries(it)[0] === 'delivered');
    answer();
    expect(texts(shown)).toEqual(['Hello']);
    expect(alex.history.every(({ messages }) => messages.length <= 1)).toBe(true);
  });

  it('29: so does one whose event tells only its address, once that is known', async () => {
    const { alex, channel, ucwa, id, answer } = await unanswered();
    channel.send([conversation, completed('')]);
    await ucwa.server.waitFor('GET', /events\?ack=4/);
    answer();
    const shown = await alex.when(id, (it) => deliveries(it)[0] === 'delivered');
    expect(texts(shown)).toEqual(['Hello']);
    expect(alex.history.every(({ messages }) => messages.length <= 1)).toBe(true);
  });

  it('29: shows once when the server is slow to answer, and the next one after it', async () => {
    const { stage, alex, sam } = await onSandbox();
    const chat = await stage.chat(alex, sam, samUri);
    const late = stage.sandbox.control.fault('late-answer');
    alex.conversations.send(chat.outgoing, plain('One'));
    alex.conversations.send(chat.outgoing, plain('Two'));
    const all = (it: Conversation) => deliveries(it).filter((each) => each === 'delivered');
    const sent = await alex.when(chat.outgoing, (it) => all(it).length === 2);
    late();
    expect(texts(sent)).toEqual(['One', 'Two']);
    expect(texts(await sam.when(chat.incoming, has(2)))).toEqual(['One', 'Two']);
  });

  it('33: not delivered to somebody is marked, names them, and arrives when sent again', async () => {
    const { stage, alex, sam } = await onSandbox({ messageTimeoutMs: 1_000 });
    const chat = await stage.chat(alex, sam, samUri);
    await alex.when(chat.outgoing, (it) => it.participants[0]?.person.uri === samUri);
    await stage.pause('sam', sam);
    const messageId = alex.conversations.send(chat.outgoing, plain('Are you there?'));
    const failed = await alex.when(chat.outgoing, (it) => deliveries(it)[0] === 'undelivered');
    expect(failed.messages[0]?.failedFor).toEqual([{ uri: samUri, name: 'Sam Okafor' }]);
    await stage.resume('sam', sam);
    alex.conversations.resend(chat.outgoing, messageId);
    const arrived = await alex.when(chat.outgoing, (it) => deliveries(it)[0] === 'delivered');
    expect(arrived.messages).toMatchObject([{ id: messageId, failedFor: [] }]);
  });

  it('33: refused by the server is marked, and is the same message when sent again', async () => {
    const { stage, alex, sam } = await onSandbox();
    const chat = await stage.chat(alex, sam, samUri);
    stage.sandbox.control.fault('forbidden', { times: 1 });
    const messageId = alex.conversations.send(chat.outgoing, plain('Once more'));
    await alex.when(chat.outgoing, (it) => deliveries(it)[0] === 'undelivered');
    alex.conversations.resend(chat.outgoing, messageId);
    const sent = await alex.when(chat.outgoing, (it) => deliveries(it)[0] === 'delivered');
    expect(texts(sent)).toEqual(['Once more']);
    expect(texts(await sam.when(chat.incoming, has(1)))).toEqual(['Once more']);
  });
});

describe('a message that arrives', () => {
  it('30: as the text of the invitation and again as a message shows once', async () => {
    const { alex, sam } = await onSandbox();
    const id = alex.conversations.startChat({ to: somebody(samUri), message: plain('Hello') });
    const asked = await sam.asked();
    expect(texts(asked)).toEqual(['Hello']);
    await sam.conversations.accept(asked.id);
    const delivered = await alex.when(id, (it) => deliveries(it)[0] === 'delivered');
    expect(texts(delivered)).toEqual(['Hello']);
    await sam.when(asked.id, ({ messaging }) => messaging === 'Connected');
    // Said on purpose, the same words show again.
    await alex.when(id, ({ messaging }) => messaging === 'Connected');
    alex.conversations.send(id, plain('Hello'));
    alex.conversations.send(id, plain('Hello?'));
    const read = await sam.when(asked.id, (it) => texts(it).includes('Hello?'));
    expect(texts(read)).toEqual(['Hello', 'Hello', 'Hello?']);
    expect(read.messages[0]?.from).toEqual({ uri: 'sip:alex@parley.test', name: 'Alex Rivera' });
  });

  it.each([
    ['a+b+c', 'a b c'],
    ['1%2b1', '1+1'],
    ['1%2B1%0d%0a', '1+1'],
    ['Hello%0D%0A', 'Hello'],
    ['two%0d%0alines%0d%0a', 'two\r\nlines'],
  ])('31: %s is read as it was written', async (written, read) => {
    const script = await onScript();
    const { alex, channel } = script;
    const id = await script.chatting();
    const links = { plainMessage: `data:text/plain;charset=utf-8,${written}` };
    channel.send([conversation, event('completed', incoming(2, links), { status: 'Success' })]);
    expect(texts(await alex.when(id, has(1)))).toEqual([read]);
  });

  it('32: as HTML is handed on apart from text, as what nobody trusts', async () => {
    const { stage, alex, sam } = await onSandbox();
    const chat = await stage.chat(alex, sam, samUri);
    const evil = '<b>Hi</b><img src=x onerror="alert(1)">';
    alex.conversations.send(chat.outgoing, html(evil));
    const { messages } = await sam.when(chat.incoming, has(1));
    expect(messages[0]?.content).toEqual({ text: null, html: { untrustedHtml: evil } });
  });
});

describe('messaging that has ended', () => {
  it('35: is added before the text that the user writes goes', async () => {
    const { stage, alex, sam } = await onSandbox();
    const { id } = await stage.call(alex, sam, samUri);
    await alex.when(id, ({ can, messaging }) => can.send && messaging === 'Disconnected');
    alex.conversations.send(id, plain('While we talk'));
    const asked = await sam.asked();
    expect(stage.requests('POST', /messagingInvitations$/)).toHaveLength(1);
    expect(stage.requests('POST', /messages$/)).toEqual([]);
    await sam.conversations.accept(asked.id);
    expect(texts(await sam.when(asked.id, has(1)))).toEqual(['While we talk']);
    const sent = await alex.when(id, (it) => deliveries(it)[0] === 'delivered');
    expect(sent).toMatchObject({ id, messaging: 'Connected', state: 'Connected' });
    expect(stage.requests('POST', /messagingInvitations$/)).toHaveLength(1);
  });
});

describe('an invitation', () => {
  it.each([
    ['Timeout', { kind: 'failed', reason: 'no-answer' }],
    ['Missed', { kind: 'failed', reason: 'no-answer' }],
  ])('36: of the user that ends as %s shows so and can be repeated', async (subcode, outcome) => {
    const chat = await onScript();
    const { alex, channel, ucwa } = chat;
    const id = await chat.inviting('Lunch?');
    const reason = { code: 'RemoteFailure', subcode };
    channel.send([
      communication,
      event('completed', invitation('Outgoing'), { status: 'Failure', reason }),
      ['conversation', '/conv/1', 'deleted'],
    ]);
    const shown = await alex.when(id, ({ can }) => can.retry);
    expect(shown.invitation?.outcome).toMatchObject(outcome);
    expect(deliveries(shown)).toEqual(['undelivered']);
    alex.conversations.resend(id, shown.messages[0]?.id ?? '');
    const { body } = await ucwa.server.waitFor('POST', /startMessaging/, 2);
    expect(JSON.parse(body)).toMatchObject({ to: 'sip:sam@example.test' });
    expect(body).toContain(`data:text/plain;charset=utf-8;base64,${btoa('Lunch?')}`);
    expect(alex.conversations.get(id)).toMatchObject({
      state: 'Connecting',
      can: { retry: false },
    });
  });

  it('36: that the user did not answer was missed, and can be returned', async () => {
    const { alex, sam } = await onSandbox({ invitationTimeoutMs: 1_500 });
    const id = alex.conversations.startChat({ to: somebody(samUri), message: plain('Lunch?') });
    const { id: missedId } = await sam.asked();
    const missed = await sam.when(missedId, ({ can }) => can.retry);
    expect(missed.invitation?.outcome).toEqual({ kind: 'missed' });
    const unanswered = await alex.when(id, ({ can }) => can.retry);
    expect(unanswered.invitation?.outcome).toMatchObject({ reason: 'no-answer' });
    sam.conversations.retry(missedId);
    const { id: askedId } = await alex.asked();
    await alex.conversations.accept(askedId);
    await sam.when(missedId, ({ messaging }) => messaging === 'Connected');
  });

  it('37: to chat that is gone when it is accepted ends as cancelled', async () => {
    const { alex, channel, ucwa } = await onScript();
    ucwa.on('POST /inv/1/accept', { status: 404, body: { code: 'NotFound' } });
    const links = { accept: '/inv/1/accept', decline: '/inv/1/decline', from: '/people/sam' };
    channel.send([communication, event('started', invitation('Incoming', {}, links))]);
    const { id } = await alex.asked();
    await alex.conversations.accept(id);
    expect(alex.conversations.get(id)).toMatchObject({
      invitation: { outcome: { kind: 'cancelled' } },
      can: { accept: false, decline: false },
    });
  });

  it('37: to talk that is gone when it is accepted ends as cancelled', async () => {
    const stage = await ScriptedStage.open();
    opened.push(stage);
    stage.ucwa.on('POST /inv/1/acceptWithAnswer', { status: 404, body: { code: 'NotFound' } });
    const mediaOffer = encodeMediaSdp(await stage.remote.createOffer('remote', 'audio'));
    const links = { acceptWithAnswer: '/inv/1/acceptWithAnswer', mediaOffer };
    const resource = invitationResource('Incoming', links);
    stage.send([
      'audioVideoInvitation',
      '/inv/1',
      'started',
      embedded('audioVideoInvitation', resource),
    ]);
    const { id } = await stage.alex.ringing();
    const answered = stage.alex.commands['calls.answer']({ callId: id, modality: 'audio' });
    await expect(answered).rejects.toThrow();
    expect((await stage.alex.recent(id)).outcome).toEqual({ kind: 'cancelled' });
    expect(stage.alex.state.calls[id]?.alert ?? null).toBeNull();
  });

  it('is never accepted by itself', async () => {
    const { stage, alex, sam } = await onSandbox();
    alex.conversations.startChat({ to: somebody(samUri), message: plain('Hello') });
    const asked: Conversation = await sam.asked();
    const other: Chatter = await stage.enter('robin');
    await other.conversations.startChat({ to: somebody(samUri) });
    await sam.until(({ id, can }) => id !== asked.id && can.accept);
    expect(stage.requests('POST', /accept$/)).toEqual([]);
  });
});
