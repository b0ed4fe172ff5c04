import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../main/sandbox/index.ts';
import {
  addParticipant,
  conversationIn,
  embedded,
  join,
  meetingStage,
  meetingUri,
  startMeeting,
  summary,
  together,
} from './meeting-steps.ts';
import { audioSdp, type Resource, sdpHref, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;
let robin: UcwaClient;

beforeEach(async () => {
  ({ sandbox, alex, sam, robin } = await meetingStage());
});

afterEach(() => sandbox.stop());

async function chat(): Promise<{ alexs: Resource; sams: Resource }> {
  await alex.post(alex.communication._links.startMessaging?.href, {
    to: 'sip:sam@parley.test',
    operationId: 'chat-1',
    _links: { message: { href: 'data:text/plain,Hello' } },
  });
  const invitation = embedded(await sam.until('messagingInvitation', 'started'));
  await sam.post(invitation._links.accept?.href);
  const [alexs, sams] = await Promise.all([
    conversationIn(alex, 'Connected'),
    conversationIn(sam, 'Connected'),
  ]);
  return { alexs, sams };
}

describe('an ad-hoc meeting', () => {
  it('is told of in the documented order', async () => {
    await startMeeting(alex);
    await alex.until('onlineMeetingInvitation', 'completed');
    const told = alex.events.filter(({ sender }) => sender !== 'me').map(summary);
    expect(told.filter((line) => !line.includes('communication updated'))).toEqual([
      'communication: onlineMeetingInvitation started',
      'communication: conversation added Connecting',
      'communication: conversation updated Conferencing',
      'conversation: localParticipant added',
      'conversation: onlineMeeting added in conversation',
      'communication: conversation updated Conferenced',
      'conversation: participant added in leaders',
      'conversation: messaging updated',
      'conversation: audioVideo updated',
      'communication: onlineMeetingInvitation completed',
    ]);
  });

  it('keeps what the client said of it', async () => {
    await startMeeting(alex);
    const completed = await alex.until('onlineMeetingInvitation', 'completed');
    expect(completed.status).toBe('Success');
    expect(embedded(completed)).toMatchObject({
      direction: 'Outgoing',
      state: 'Connected',
      operationId: 'start-1',
      subject: 'Planning',
      importance: 'Urgent',
      threadId: 'thread-1',
    });
  });

  it('has an address by which others join, a page, and a roster', async () => {
    const { forHost: alexs, forGuest: sams, uri } = await together(alex, sam);
    expect(uri).toMatch(/^sip:alex@parley\.test;gruu;opaque=app:conf:focus:id:[A-Z0-9]{8}$/);
    const meeting = await sam.get(sams._links.onlineMeeting?.href);
    expect(meeting).toMatchObject({
      onlineMeetingUri: uri,
      organizerUri: 'sip:alex@parley.test',
      organizerName: 'Alex Rivera',
      subject: 'Planning',
    });
    expect(meeting.joinUrl).toMatch(/^https:\/\/meet\.parley\.test\/alex\/[A-Z0-9]{8}$/);
    const roster = await alex.get(alexs._links.participants?.href);
    expect(roster._embedded.participant).toMatchObject([
      { name: 'Sam Okafor', uri: 'sip:sam@parley.test', role: 'Leader', organizer: false },
    ]);
    expect(roster._embedded.localParticipant).toMatchObject({ role: 'Leader', organizer: true });
  });

  it('shows those who leave and ends with the last', async () => {
    const { forHost: alexs, forGuest: sams, uri } = await together(alex, sam);
    expect((await sam.send('DELETE', sams._links.self?.href)).status).toBe(204);
    await sam.until('conversation', 'deleted');
    const left = await alex.until('participant', 'deleted', (event) => event.in === undefined);
    expect(left.link.title).toBe('Sam Okafor');
    await alex.send('DELETE', alexs._links.self?.href);
    await alex.until('conversation', 'deleted');
    const late = await join(robin, uri);
    expect(late.status).toBe(404);
    expect(await late.json()).toMatchObject({ code: 'NotFound', subcode: 'DestinationNotFound' });
  });

  it('can be joined once from each endpoint', async () => {
    const { uri, forHost: alexs } = await together(alex, sam);
    const again = await join(sam, uri);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'Conflict', subcode: 'AlreadyExists' });
    const phone = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test', 'phone');
    expect((await join(phone, uri)).status).toBe(201);
    await conversationIn(phone, 'Conferenced');
    const conversation = await alex.get(alexs._links.self?.href);
    expect(conversation.participantCount).toBe(2);
  });

  it.each([
    ['operationId', 51],
    ['subject', 251],
  ])('refuses a %s of %i characters', async (name, length) => {
    const reply = await alex.post(alex.communication._links.startOnlineMeeting?.href, {
      [name]: 'x'.repeat(length),
    });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({
      subcode: 'ParameterValidationFailure',
      parameters: [{ name, reason: 'Invalid' }],
    });
  });
});

describe('somebody asked into a meeting', () => {
  async function ask(to = 'sip:robin@parley.test') {
    const { forHost: alexs, forGuest: sams } = await together(alex, sam);
    const reply = await addParticipant(alex, alexs, to);
    return { alexs, sams, reply };
  }

  it('hears who asks and into what, and comes', async () => {
    const { alexs } = await ask();
    const started = embedded(await alex.until('participantInvitation', 'started'));
    expect(started).toMatchObject({
      direction: 'Outgoing',
      state: 'Connecting',
      operationId: 'add-1',
      to: 'sip:robin@parley.test',
    });
    const incoming = embedded(await robin.until('onlineMeetingInvitation', 'started'));
    expect(incoming).toMatchObject({
      direction: 'Incoming',
      subject: 'Planning',
      onlineMeetingUri: await meetingUri(alex, alexs),
      availableModalities: ['Messaging', 'Audio', 'Video'],
    });
    expect(incoming._embedded.from).toMatchObject({ name: 'Alex Rivera' });
    const added = embedded(await robin.until('conversation', 'added'));
    expect(added.state).toBe('Incoming');
    expect((await robin.post(incoming._links.accept?.href)).status).toBe(204);
    await conversationIn(robin, 'Conferenced');
    const done = await robin.until('onlineMeetingInvitation', 'completed');
    expect(done.status).toBe('Success');
    await sam.until('participant', 'added', ({ link }) => link.title === 'Robin Mehta');
    const completed = await alex.until('participantInvitation', 'completed');
    expect(completed.status).toBe('Success');
    const arrival = alex.events.findIndex(
      ({ link, type }) => type === 'added' && link.title === 'Robin Mehta',
    );
    expect(arrival).toBeLessThan(alex.events.indexOf(completed));
    expect(embedded(completed)._embedded.acceptedByParticipant).toMatchObject([
      { uri: 'sip:robin@parley.test' },
    ]);
  });

  it('declines, and is named as having declined', async () => {
    await ask();
    const incoming = embedded(await robin.until('onlineMeetingInvitation', 'started'));
    expect((await robin.post(incoming._links.decline?.href, { reason: 'Global' })).status).toBe(
      204,
    );
    await robin.until('conversation', 'deleted');
    const completed = await alex.until('participantInvitation', 'completed');
    expect(completed).toMatchObject({
      status: 'Failure',
      reason: { code: 'RemoteFailure', subcode: 'Declined' },
    });
    expect(embedded(completed).state).toBe('Failed');
  });

  it.each([
    ['has no endpoint', 'sip:kim@parley.test', 'Unreachable'],
    ['is nobody known', 'sip:nobody@parley.test', 'DestinationNotFound'],
  ])('%s', async (_, to, subcode) => {
    await ask(to);
    const completed = await alex.until('participantInvitation', 'completed');
    expect(completed).toMatchObject({ status: 'Failure', reason: { subcode } });
  });

  it('does not answer', async () => {
    await sandbox.stop();
    ({ sandbox, alex, sam, robin } = await meetingStage({ invitationTimeoutMs: 50 }));
    await ask();
    const [mine, theirs] = await Promise.all([
      alex.until('participantInvitation', 'completed'),
      robin.until('onlineMeetingInvitation', 'completed'),
    ]);
    expect([mine.reason?.subcode, theirs.reason?.subcode]).toEqual(['Timeout', 'Missed']);
  });

  it('is not asked twice, nor when there already', async () => {
    const { alexs } = await ask();
    for (const to of ['sip:robin@parley.test', 'sip:sam@parley.test']) {
      const again = await addParticipant(alex, alexs, to);
      expect(again.status).toBe(409);
      expect(await again.json()).toMatchObject({ subcode: 'AlreadyExists' });
    }
  });

  it('is not asked any more when the invitation is cancelled', async () => {
    await ask();
    const incoming = embedded(await robin.until('onlineMeetingInvitation', 'started'));
    const outgoing = embedded(await alex.until('participantInvitation', 'started'));
    expect((await alex.post(outgoing._links.cancel?.href)).status).toBe(204);
    const ended = await robin.until('onlineMeetingInvitation', 'completed');
    expect(ended.reason).toMatchObject({ code: 'RemoteFailure', subcode: 'Canceled' });
    expect((await robin.post(incoming._links.accept?.href)).status).toBe(404);
  });

  it('rings on every endpoint and is taken on one', async () => {
    const phone = await UcwaClient.signIn(sandbox.origin, 'robin@parley.test', 'phone');
    await ask();
    const incoming = embedded(await phone.until('onlineMeetingInvitation', 'started'));
    await phone.post(incoming._links.accept?.href);
    const elsewhere = await robin.until('onlineMeetingInvitation', 'completed');
    expect(elsewhere.reason).toMatchObject({ subcode: 'ConnectedElsewhere' });
    await conversationIn(phone, 'Conferenced');
  });

  it('has to be named', async () => {
    const { forHost: alexs } = await together(alex, sam);
    const reply = await alex.post(alexs._links.addParticipant?.href, { operationId: 'add-1' });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ parameters: [{ name: 'to' }] });
  });
});

describe('a two-party conversation that somebody is added to', () => {
  it('becomes a meeting for both in the same conversation', async () => {
    const { alexs, sams } = await chat();
    expect((await addParticipant(alex, alexs, 'sip:robin@parley.test')).status).toBe(201);
    const [forAlex, forSam] = await Promise.all([
      conversationIn(alex, 'Conferenced'),
      conversationIn(sam, 'Conferenced'),
    ]);
    expect(forAlex._links.self?.href).toBe(alexs._links.self?.href);
    expect(forSam._links.self?.href).toBe(sams._links.self?.href);
    const told = alex.events.map(summary);
    const from = told.indexOf('communication: participantInvitation started');
    expect(told.slice(from, from + 5)).toEqual([
      'communication: participantInvitation started',
      'communication: conversation updated Conferencing',
      'conversation: localParticipant updated',
      'conversation: onlineMeeting added in conversation',
      'communication: conversation updated Conferenced',
    ]);
  });

  it('goes on with its messages, for the new one too', async () => {
    const { alexs } = await chat();
    await addParticipant(alex, alexs, 'sip:robin@parley.test');
    const incoming = embedded(await robin.until('onlineMeetingInvitation', 'started'));
    await robin.post(incoming._links.accept?.href);
    const robins = await conversationIn(robin, 'Conferenced');
    const messaging = await robin.get(robins._links.messaging?.href);
    const added = await robin.post(messaging._links.addMessaging?.href, { operationId: 'im-1' });
    expect(added.status).toBe(201);
    const connected = await robin.until(
      'messaging',
      'updated',
      (event) => embedded(event).state === 'Connected',
    );
    await robin.send('POST', embedded(connected)._links.sendMessage?.href, {
      headers: { 'Content-Type': 'text/plain' },
      body: 'Here I am',
    });
    for (const reader of [alex, sam]) {
      const message = await reader.until('message', 'completed', (event) =>
        String(embedded(event)._links.plainMessage?.href).includes('Here+I+am'),
      );
      expect(embedded(message)._links.participant?.href).toContain('robin@parley.test');
    }
  });

  it('keeps a call between the two until one of them moves it into the meeting', async () => {
    await alex.call('sip:sam@parley.test', {
      _links: { mediaOffer: { href: sdpHref(audioSdp) } },
    });
    const invitation = embedded(await sam.until('audioVideoInvitation', 'started'));
    await sam.postSdp(invitation._links.acceptWithAnswer?.href, audioSdp, { sessionContext: 's' });
    const alexs = await conversationIn(alex, 'Connected');
    await addParticipant(alex, alexs, 'sip:robin@parley.test');
    const conferenced = await conversationIn(alex, 'Conferenced');
    expect(conferenced.activeModalities).toEqual(['Audio']);
    const audioVideo = await alex.get(alexs._links.audioVideo?.href);
    const reply = await alex.postSdp(audioVideo._links.escalateAudio?.href, audioSdp, {
      operationId: 'escalate-1',
      sessionContext: 'context-2',
    });
    expect(reply.status).toBe(201);
    const completed = await alex.until(
      'audioVideoInvitation',
      'completed',
      (event) => embedded(event).operationId === 'escalate-1',
    );
    expect(completed.status).toBe('Success');
    await sam.until(
      'audioVideo',
      'updated',
      (event) => embedded(event)._links.addAudio !== undefined,
    );
  });
});
