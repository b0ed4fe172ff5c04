import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { embeddedOne, requireHref, requireLink } from '../../../app/ucwa/hypermedia/links.ts';
import { ChatStage } from './support/chat-stage.ts';
import { type Chatter, texts } from './support/chatter.ts';
import {
  communication,
  conversation,
  event,
  ScriptedChat,
  scripted,
} from './support/scripted-chat.ts';

const plain = (text: string) => ({ format: 'Plain', text }) as const;

let stage: ChatStage;
let alex: Chatter;
let sam: Chatter;

beforeEach(async () => {
  stage = await ChatStage.open();
  [alex, sam] = await Promise.all([stage.enter('alex'), stage.enter('sam')]);
});
afterEach(() => stage.close());

/** A meeting of Alex's, with Alex in it, that lets nobody in without being asked. */
async function lockedMeeting() {
  const { client, root } = alex.application;
  const onlineMeetings = embeddedOne(root, 'onlineMeetings');
  if (onlineMeetings === null) throw new Error('no onlineMeetings');
  const { href } = requireLink(onlineMeetings, 'myOnlineMeetings');
  const properties = { accessLevel: 'Locked', subject: 'Planning' };
  const { resource } = await client.post(href, { type: 'resource', properties });
  const onlineMeetingUri = String(resource?.properties.onlineMeetingUri);
  const id = alex.conversations.joinMeeting({ onlineMeetingUri });
  await alex.when(id, ({ state }) => state === 'Conferenced');
  return { id, onlineMeetingUri };
}

const outcome = ({ invitation }: Conversation) => invitation?.outcome?.kind ?? null;

describe('joining a meeting', () => {
  it('38: waits in the lobby, and goes on once let in', async () => {
    const { id: hosts, onlineMeetingUri } = await lockedMeeting();
    const id = sam.conversations.joinMeeting({ onlineMeetingUri });
    const waiting = await sam.when(id, ({ state }) => state === 'InLobby');
    expect(outcome(waiting)).toBeNull();
    const hosting = await alex.when(
      hosts,
      ({ lobby }) => lobby[0]?.person.uri !== '' && lobby.length > 0,
    );
    expect(hosting.lobby[0]?.person.name).toBe('Sam Okafor');
    expect(hosting.participants).toEqual([]);
    await alex.decide(hosts, hosting.lobby[0]?.id ?? '', 'admit');
    const inside = await sam.when(id, (it) => it.state === 'Conferenced' && outcome(it) !== null);
    expect(inside).toMatchObject({
      subject: 'Planning',
      invitation: { outcome: { kind: 'answered' } },
    });
    const states = sam.history.map(({ state }) => state);
    const passed = states.filter((state, index) => state !== states[index - 1]);
    expect(passed).toEqual(['Connecting', 'Conferencing', 'InLobby', 'Conferenced']);
    const joined = await alex.when(hosts, ({ participants }) => participants.length === 1);
    expect(joined.lobby).toEqual([]);
  });

  it('38: ends in the lobby for those who are turned away', async () => {
    const { id: hosts, onlineMeetingUri } = await lockedMeeting();
    const id = sam.conversations.joinMeeting({ onlineMeetingUri });
    const hosting = await alex.when(hosts, ({ lobby }) => lobby.length > 0);
    await alex.decide(hosts, hosting.lobby[0]?.id ?? '', 'reject');
    const ended = await sam.when(id, ({ state }) => state === 'Ended');
    expect(ended.invitation?.outcome).toMatchObject({ kind: 'failed', reason: 'not-allowed' });
  });

  it('38: that is no meeting comes to nothing, and says why', async () => {
    const onlineMeetingUri = 'sip:alex@parley.test;gruu;opaque=app:conf:focus:id:NOWHERE1';
    const id = sam.conversations.joinMeeting({ onlineMeetingUri });
    const ended = await sam.when(id, ({ state }) => state === 'Ended');
    expect(ended.invitation?.outcome).toMatchObject({ kind: 'failed', reason: 'not-found' });
    expect(ended.can.retry).toBe(true);
  });

  it('39: asks for its messages, once, and then they go around', async () => {
    const hosts = alex.conversations.startMeeting({ subject: 'Planning' });
    const started = await alex.when(hosts, (it) => it.messaging === 'Connected');
    expect(started.state).toBe('Conferenced');
    const onlineMeetingUri = started.onlineMeetingUri ?? '';
    const id = sam.conversations.joinMeeting({ onlineMeetingUri });
    await sam.when(id, (it) => it.messaging === 'Connected');
    expect(stage.requests('POST', /messagingInvitations$/)).toHaveLength(2);
    sam.conversations.send(id, plain('Here I am'));
    const read = await alex.when(hosts, (it) => texts(it).includes('Here I am'));
    expect(read.messages[0]?.from).toEqual({ uri: 'sip:sam@parley.test', name: 'Sam Okafor' });
    expect(outcome(read)).toBe('answered');
  });

  it('39: does not ask again where messages are refused', async () => {
    const chat = await ScriptedChat.open();
    try {
      const { alex, channel, ucwa } = chat;
      ucwa.on('POST /joinOnlineMeeting', { status: 201, headers: { Location: '/inv/1' } });
      ucwa.on('POST /conv/1/addMessaging', { status: 403, body: { code: 'Forbidden' } });
      const id = alex.conversations.joinMeeting({ onlineMeetingUri: 'sip:kim@example.test;m=1' });
      const { body } = await ucwa.server.waitFor('POST', /joinOnlineMeeting/);
      const { operationId }: { operationId: string } = JSON.parse(body);
      const started = scripted(
        'onlineMeetingInvitation',
        '/inv/1',
        { conversation: '/conv/1' },
        { direction: 'Outgoing', operationId },
      );
      const conferenced = scripted('conversation', '/conv/1', {}, { state: 'Conferenced' });
      const links = { addMessaging: '/conv/1/addMessaging' };
      const without = scripted('messaging', '/conv/1/messaging', links, { state: 'Disconnected' });
      channel.send(
        [communication, event('started', started), event('added', conferenced)],
        [conversation, event('updated', without)],
      );
      await ucwa.server.waitFor('POST', /addMessaging/);
      alex.conversations.send(id, plain('May I?'));
      await alex.when(id, ({ messages }) => messages[0]?.delivery === 'undelivered');
      const asked = ucwa.server.seen('POST', /addMessaging/).length;
      channel.send(
        [conversation, event('updated', without)],
        [communication, event('completed', started, { status: 'Success' })],
      );
      const joined = await alex.when(id, (it) => outcome(it) !== null);
      expect(outcome(joined)).toBe('answered');
      await alex.application.client.get(requireHref(alex.application.me));
      expect(ucwa.server.seen('POST', /addMessaging/)).toHaveLength(asked);
    } finally {
      await chat.close();
    }
  });
});
