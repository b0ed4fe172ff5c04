import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Syntax } from '../../../app/ucwa/codec/ucwa-codecs.ts';
import type { UcwaEvent } from '../../../app/ucwa/events/ucwa-event.ts';
import { follow } from '../../../app/ucwa/follow/follow.ts';
import { known } from '../../../app/ucwa/follow/known-resource.ts';
import { readResource } from '../../../app/ucwa/follow/read-resource.ts';
import { embeddedOne, link } from '../../../app/ucwa/hypermedia/links.ts';
import { decodeMediaSdp } from '../../../app/ucwa/hypermedia/media-sdp.ts';
import type { Resource } from '../../../app/ucwa/hypermedia/resource.ts';
import { acceptWithAnswer } from '../../../app/ucwa/requests/answer-invitation.ts';
import {
  acceptInvitation,
  addParticipant,
  declineInvitation,
  joinOnlineMeeting,
  leaveConversation,
  startOnlineMeeting,
} from '../../../app/ucwa/requests/meetings.ts';
import { startAudio } from '../../../app/ucwa/requests/start-audio-video.ts';
import { readAudioVideoNegotiation } from '../../../app/ucwa/resources/audio-video-negotiation.ts';
import { readConversation } from '../../../app/ucwa/resources/conversation.ts';
import { signIn, signInWith } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { EventLog } from '../../support/event-log.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';
import { PersonSurfaces } from '../../support/sign-in-surfaces.ts';

/** How a client speaks: to which of the two services, and in which syntax. */
interface Way {
  readonly hosted: boolean;
  readonly syntax: Syntax;
}

interface Person {
  readonly application: UcwaApplication;
  readonly log: EventLog;
}

const ways: readonly (readonly [string, Way])[] = [
  ['UCWA in JSON', { hosted: false, syntax: 'json' }],
  ['UCWA in XML', { hosted: false, syntax: 'xml' }],
  ["the hosted service's dialect", { hosted: true, syntax: 'json' }],
];

const samUri = 'sip:sam@parley.test';
const kimUri = 'sip:kim@parley.test';

const sdp = [
  'v=0',
  'o=- 0 1 IN IP4 127.0.0.1',
  's=session',
  'c=IN IP4 127.0.0.1',
  't=0 0',
  'm=audio 49170 RTP/SAVP 0',
  'a=rtpmap:0 PCMU/8000',
  '',
].join('\r\n');

let sandbox: Sandbox;
let transport: NodeHttpTransport;
const applications: UcwaApplication[] = [];

beforeEach(async () => {
  sandbox = await startSandbox({ eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0.05 } });
  transport = new NodeHttpTransport();
});

afterEach(async () => {
  for (const application of applications.splice(0)) application.stop();
  transport.close();
  await sandbox.stop();
});

async function enter(name: string, { hosted, syntax }: Way): Promise<Person> {
  const address = `${name}@parley.test`;
  const request = signInRequest({
    address,
    method: { grant: 'password', account: { userName: address, password: 'parley' } },
    discoveryUrl: hosted ? sandbox.hostedDiscoveryUrl : sandbox.discoveryUrl,
  });
  const application = await signInWith(request, ucwaDependencies(transport), { syntax });
  await application.upToDate();
  applications.push(application);
  const log = new EventLog(application);
  application.start();
  return { application, log };
}

const stateOf = ({ resource }: UcwaEvent) => resource?.properties.state;
const inState = (state: string) => (event: UcwaEvent) => stateOf(event) === state;

async function resourceOf(
  { log }: Person,
  rel: string,
  type: string,
  fits?: (event: UcwaEvent) => boolean,
): Promise<Resource> {
  const { resource } = await log.event(rel, type, fits);
  if (resource === null) throw new Error(`${rel} ${type} embeds nothing`);
  return resource;
}

const conversationOf = (person: Person, state: string) =>
  resourceOf(person, 'conversation', 'updated', inState(state));

async function meet(person: Person): Promise<Resource> {
  await startOnlineMeeting(person.application, { operationId: 'start-1', subject: 'Plan <B>' });
  return conversationOf(person, 'Conferenced');
}

async function onlineMeetingOf(person: Person, conversation: Resource) {
  const { client } = person.application;
  return follow(client, known('conversation', conversation), 'onlineMeeting');
}

describe.each(ways)('in %s', (_, way) => {
  it('starts a meeting for the moment and tells of it by its operation', async () => {
    const alex = await enter('alex', way);
    const started = await startOnlineMeeting(alex.application, {
      operationId: 'start-1',
      subject: 'Plan <B>',
      importance: 'Urgent',
      threadId: 'thread-1',
    });
    expect(started.location).toContain('/onlineMeetingInvitations/');
    const completed = await alex.log.event('onlineMeetingInvitation', 'completed');
    expect(completed.status).toBe('Success');
    expect(completed.link.href).toBe(started.location);
    const conversation = readConversation(await conversationOf(alex, 'Conferenced'));
    expect(conversation).toMatchObject({ subject: 'Plan <B>', state: 'Conferenced' });
    const { resource } = completed;
    expect(resource && readResource('onlineMeetingInvitation', resource).values).toMatchObject({
      direction: 'Outgoing',
      state: 'Connected',
      operationId: 'start-1',
      importance: 'Urgent',
      threadId: 'thread-1',
      availableModalities: ['Messaging', 'Audio', 'Video'],
    });
  });

  it('refuses what is too long before anything is sent', async () => {
    const alex = await enter('alex', way);
    const sent = sandbox.control.requests.filter(({ method }) => method === 'POST').length;
    await expect(
      startOnlineMeeting(alex.application, { operationId: 'x'.repeat(51) }),
    ).rejects.toMatchObject({ kind: 'field-limit', field: { name: 'operationId', limit: 50 } });
    await expect(
      startOnlineMeeting(alex.application, { operationId: 'o', subject: 'x'.repeat(251) }),
    ).rejects.toMatchObject({ kind: 'field-limit', field: { name: 'subject', limit: 250 } });
    const now = sandbox.control.requests.filter(({ method }) => method === 'POST').length;
    expect(now).toBe(sent);
  });

  it('joins a meeting by its address and shows who is there', async () => {
    const [alex, sam] = await Promise.all([enter('alex', way), enter('sam', way)]);
    const meeting = await onlineMeetingOf(alex, await meet(alex));
    const { onlineMeetingUri, organizerName } = meeting.values;
    expect(organizerName).toBe('Alex Rivera');
    await joinOnlineMeeting(sam.application.client, sam.application.communication, {
      onlineMeetingUri: onlineMeetingUri ?? '',
      operationId: 'join-1',
    });
    await sam.log.event('onlineMeetingInvitation', 'completed');
    const arrived = await alex.log.event('participant', 'added', (event) => event.in === null);
    expect(arrived.link.title).toBe('Sam Okafor');
    const seat = await alex.application.client.get(arrived.link.href);
    expect(readResource('participant', seat).values).toMatchObject({
      uri: samUri,
      role: 'Leader',
      local: false,
      inLobby: false,
    });
    const conversation = await conversationOf(sam, 'Conferenced');
    await leaveConversation(sam.application.client, conversation);
    await alex.log.event('participant', 'deleted', (event) => event.in === null);
  });

  it('tells a meeting that is none', async () => {
    const alex = await enter('alex', way);
    const { client, communication } = alex.application;
    const input = { onlineMeetingUri: 'sip:no@parley.test;gruu;opaque=app:conf:focus:id:NONE' };
    await expect(joinOnlineMeeting(client, communication, input)).rejects.toMatchObject({
      status: 404,
      reason: { code: 'NotFound', subcode: 'DestinationNotFound' },
    });
  });

  it('asks somebody in who comes', async () => {
    const [alex, sam] = await Promise.all([enter('alex', way), enter('sam', way)]);
    const conversation = await meet(alex);
    const asked = await addParticipant(alex.application.client, conversation, {
      to: samUri,
      operationId: 'add-1',
    });
    const invitation = await resourceOf(sam, 'onlineMeetingInvitation', 'started');
    const from = embeddedOne(invitation, 'from');
    expect(from && readResource('participant', from).values.name).toBe('Alex Rivera');
    await acceptInvitation(sam.application.client, invitation);
    await conversationOf(sam, 'Conferenced');
    const completed = await alex.log.event('participantInvitation', 'completed');
    expect(completed).toMatchObject({ status: 'Success', link: { href: asked.location } });
    const { resource } = completed;
    expect(resource && readResource('participantInvitation', resource).values).toMatchObject({
      operationId: 'add-1',
      state: 'Connected',
      to: samUri,
    });
  });

  it('asks somebody in who declines', async () => {
    const [alex, sam] = await Promise.all([enter('alex', way), enter('sam', way)]);
    await addParticipant(alex.application.client, await meet(alex), {
      to: samUri,
      operationId: 'add-1',
    });
    const invitation = await resourceOf(sam, 'onlineMeetingInvitation', 'started');
    await declineInvitation(sam.application.client, invitation, 'Global');
    const completed = await alex.log.event('participantInvitation', 'completed');
    expect(completed).toMatchObject({
      status: 'Failure',
      reason: { code: 'RemoteFailure', subcode: 'Declined' },
    });
    expect(stateOf(completed)).toBe('Failed');
    await sam.log.event('conversation', 'deleted');
  });

  it('makes a meeting of a call, in the same conversation', async () => {
    const people = [enter('alex', way), enter('sam', way), enter('kim', way)] as const;
    const [alex, sam, kim] = await Promise.all(people);
    await startAudio(alex.application.client, alex.application.communication, {
      to: samUri,
      operationId: 'call-1',
      mediaOffer: sdp,
    });
    const ringing = await resourceOf(sam, 'audioVideoInvitation', 'started');
    const answer = { sdp, sessionContext: 'answer-1', processedOfferId: null };
    await acceptWithAnswer(sam.application.client, ringing, answer);
    const { resource: negotiated } = await alex.log.event('audioVideoNegotiation', 'updated');
    const { mediaAnswer } = readAudioVideoNegotiation(negotiated ?? ringing);
    expect(decodeMediaSdp(mediaAnswer ?? '').sdp).toBe(sdp);
    const connected = await conversationOf(alex, 'Connected');
    const input = { to: kimUri, operationId: 'add-1' };
    await addParticipant(alex.application.client, connected, input);
    const invitation = await resourceOf(kim, 'onlineMeetingInvitation', 'started');
    await acceptInvitation(kim.application.client, invitation);
    const conferenced = await conversationOf(alex, 'Conferenced');
    expect(conferenced.href).toBe(connected.href);
    expect(readConversation(conferenced).activeModalities).toEqual(['Audio']);
    expect((await conversationOf(sam, 'Conferenced')).href).toBe(
      link(ringing, 'conversation')?.href,
    );
    const completed = await alex.log.event('participantInvitation', 'completed');
    expect(completed.status).toBe('Success');
    await sam.log.event('participant', 'added', ({ link: { title } }) => title === 'Kim Lindqvist');
  });
});

it('brings people of both services into one meeting', async () => {
  const [alex, sam, kim] = await Promise.all([
    enter('alex', { hosted: true, syntax: 'json' }),
    enter('sam', { hosted: false, syntax: 'xml' }),
    enter('kim', { hosted: false, syntax: 'json' }),
  ]);
  const conversation = await meet(alex);
  for (const [person, to] of [
    [sam, samUri],
    [kim, kimUri],
  ] as const) {
    await addParticipant(alex.application.client, conversation, { to, operationId: to });
    const invitation = await resourceOf(person, 'onlineMeetingInvitation', 'started');
    await acceptInvitation(person.application.client, invitation);
    await conversationOf(person, 'Conferenced');
  }
  const titles = (person: Person, title: string) =>
    person.log.event('participant', 'added', (event) => event.link.title === title);
  await Promise.all([
    titles(alex, 'Sam Okafor'),
    titles(alex, 'Kim Lindqvist'),
    titles(sam, 'Kim Lindqvist'),
    titles(kim, 'Alex Rivera'),
  ]);
});

it('signs in to the hosted service by the browser and meets there', async () => {
  await sandbox.stop();
  sandbox = await startSandbox({ grants: ['oauth'] });
  const surfaces = new PersonSurfaces({ userName: 'alex@parley.test', password: 'parley' });
  const request = signInRequest({
    address: 'alex@parley.test',
    method: { grant: 'hosted', clientId: 'parley-test', refreshToken: null },
    discoveryUrl: sandbox.hostedDiscoveryUrl,
  });
  const application = await signIn(request, { ...ucwaDependencies(transport), surfaces });
  await application.upToDate();
  applications.push(application);
  const alex = { application, log: new EventLog(application) };
  application.start();
  expect(surfaces.opened).toHaveLength(1);
  const conversation = await meet(alex);
  expect(conversation.dialect).toBe('ms:rtc:saas');
});
