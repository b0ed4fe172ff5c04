import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { ChatStage } from './support/chat-stage.ts';
import { type Chatter, somebody, texts } from './support/chatter.ts';
import {
  communication,
  conversation,
  event,
  ScriptedChat,
  scripted,
} from './support/scripted-chat.ts';

const samUri = 'sip:sam@parley.test';
const robinUri = 'sip:robin@parley.test';
const sam = { uri: samUri, name: 'Sam Okafor' };
const robin = { uri: robinUri, name: 'Robin Mehta' };
const plain = (text: string) => ({ format: 'Plain', text }) as const;
const people = ({ participants }: Conversation) => participants.map(({ person }) => person);
const typing = (it: Conversation) => it.typing.map(({ name }) => name);

let stage: ChatStage;
let alex: Chatter;
let sams: Chatter;

beforeEach(async () => {
  stage = await ChatStage.open();
  [alex, sams] = await Promise.all([stage.enter('alex'), stage.enter('sam')]);
});
afterEach(() => stage.close());

describe('who writes at the moment', () => {
  it('34: is shown and hidden on the other side, and the roster stays as it is', async () => {
    const { outgoing, incoming } = await stage.chat(alex, sams, samUri);
    const alone = await sams.when(incoming, (it) => people(it)[0]?.uri !== '');
    for (const _ of 'Hello') await alex.conversations.setTyping(outgoing);
    const shown = await sams.when(incoming, (it) => it.typing.length > 0);
    expect(typing(shown)).toEqual(['Alex Rivera']);
    expect(shown.participants).toEqual(alone.participants);
    expect(stage.requests('POST', /typing$/)).toHaveLength(1);
    alex.conversations.send(outgoing, plain('Hello'));
    const hidden = await sams.when(incoming, (it) => it.typing.length === 0);
    expect(hidden.participants).toEqual(alone.participants);
    await sams.conversations.setTyping(incoming);
    expect(typing(await alex.when(outgoing, (it) => it.typing.length > 0))).toEqual(['Sam Okafor']);
  });

  it('34: may be somebody who is in no roster, and joins none by writing', async () => {
    const chat = await ScriptedChat.open();
    try {
      const id = await chat.chatting();
      const within = { in: { rel: 'typingParticipants', href: '/conv/1/messaging/typing' } };
      const writer = (type: string) => ['participant', '/conv/1/people/sam', type, within] as const;
      chat.channel.send([conversation, writer('added')]);
      const shown = await chat.alex.when(id, (it) => it.typing.length > 0);
      expect(shown.participants).toEqual([]);
      chat.channel.send([conversation, ['participant', '/conv/1/people/sam', 'added']]);
      await chat.alex.when(id, (it) => it.participants.length === 1);
      chat.channel.send([conversation, writer('deleted')]);
      const hidden = await chat.alex.when(id, (it) => it.typing.length === 0);
      expect(hidden.participants).toHaveLength(1);
    } finally {
      await chat.close();
    }
  });
});

describe('somebody asked into a chat of two', () => {
  it('40: makes it a meeting in the same conversation, with the roster of those in it', async () => {
    const { outgoing, incoming } = await stage.chat(alex, sams, samUri);
    alex.conversations.send(outgoing, plain('One moment'));
    const robins = await stage.enter('robin');
    await alex.when(outgoing, ({ can }) => can.addParticipant);
    await alex.conversations.addParticipant(outgoing, somebody(robinUri));
    const asked = await robins.asked();
    expect(asked.invitation).toMatchObject({ kind: 'onlineMeeting', direction: 'Incoming' });
    await robins.conversations.accept(asked.id);
    const both = (it: Conversation) => people(it).filter(({ uri }) => uri !== '').length === 2;
    const meeting = await alex.when(outgoing, (it) => it.state === 'Conferenced' && both(it));
    expect(people(meeting)).toEqual([sam, robin]);
    expect(texts(meeting)).toEqual(['One moment']);
    expect(meeting.onlineMeetingUri).toMatch(/^sip:alex@parley\.test;gruu;/);
    await sams.when(incoming, (it) => it.state === 'Conferenced' && both(it));
    expect([alex.all.length, sams.all.length]).toEqual([1, 1]);
    const states = alex.history.filter(({ id }) => id === outgoing).map(({ state }) => state);
    const passed = states.filter((state, index) => state !== states[index - 1]);
    expect(passed).toEqual(['Connecting', 'Connected', 'Conferencing', 'Conferenced']);
    expect(meeting.invited).toEqual([
      { id: expect.any(String), person: robin, outcome: { kind: 'answered' } },
    ]);
    await robins.when(asked.id, ({ messaging }) => messaging === 'Connected');
    alex.conversations.send(outgoing, plain('Welcome'));
    await sams.when(incoming, (it) => texts(it).includes('Welcome'));
    await robins.when(asked.id, (it) => texts(it).includes('Welcome'));
  });

  it('40: who leaves the meeting is in its roster no more', async () => {
    const { outgoing } = await stage.chat(alex, sams, samUri);
    const robins = await stage.enter('robin');
    await alex.when(outgoing, ({ can }) => can.addParticipant);
    await alex.conversations.addParticipant(outgoing, somebody(robinUri));
    const { id } = await robins.asked();
    await robins.conversations.accept(id);
    await alex.when(outgoing, (it) => people(it).length === 2);
    robins.conversations.leave(id);
    const left = await alex.when(outgoing, (it) => people(it).length === 1);
    expect(left).toMatchObject({ state: 'Conferenced', participants: [{ person: sam }] });
  });

  it('41: who declines is named as having declined', async () => {
    const { outgoing } = await stage.chat(alex, sams, samUri);
    const robins = await stage.enter('robin');
    await alex.when(outgoing, ({ can }) => can.addParticipant);
    await alex.conversations.addParticipant(outgoing, somebody(robinUri));
    const { id } = await robins.asked();
    await robins.conversations.decline(id);
    const declined = await alex.when(outgoing, (it) => it.invited[0]?.outcome != null);
    expect(declined.invited).toEqual([
      { id: expect.any(String), person: robin, outcome: { kind: 'declined' } },
    ]);
    expect(people(declined)).toEqual([sam]);
  });

  it('41: declined by code and subcode, before the request itself was answered', async () => {
    const chat = await ScriptedChat.open();
    try {
      const id = await chat.chatting();
      const links = { addParticipant: '/conv/1/add' };
      const connected = scripted('conversation', '/conv/1', links, { state: 'Connected' });
      chat.channel.send([communication, event('updated', connected)]);
      await chat.alex.when(id, ({ can }) => can.addParticipant);
      chat.ucwa.on('POST /conv/1/add', 'hang');
      void chat.alex.conversations
        .addParticipant(id, somebody('sip:robin@example.test'))
        .catch(() => null);
      const { body } = await chat.ucwa.server.waitFor('POST', /conv\/1\/add/);
      const { operationId }: { operationId: string } = JSON.parse(body);
      const where = { conversation: '/conv/1' };
      const told = { operationId, state: 'Failed' };
      const refused = event('completed', scripted('participantInvitation', '/p/1', where, told), {
        status: 'Failure',
        reason: { code: 'RemoteFailure', subcode: 'Declined' },
      });
      chat.channel.send([communication, refused]);
      const shown = await chat.alex.when(id, (it) => it.invited[0]?.outcome != null);
      expect(shown.invited).toEqual([
        {
          id: operationId,
          person: { uri: 'sip:robin@example.test', name: 'robin@example.test' },
          outcome: { kind: 'declined' },
        },
      ]);
    } finally {
      await chat.close();
    }
  });
});
