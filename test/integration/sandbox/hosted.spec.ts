import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { HostedClient, ours } from './hosted-client.ts';
import { conversationIn, embedded } from './meeting-steps.ts';
import { audioSdp, type Resource, sdpHref, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({
    eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0 },
  });
});

afterEach(() => sandbox.stop());

const pinned = /^\/platformservice\/tgt-[0-9a-f]{32}\/v1\/applications\/\d+\/communication\//;

async function both() {
  const [alex, sam] = await Promise.all([
    HostedClient.enter(sandbox.origin, 'alex@parley.test'),
    UcwaClient.signIn(sandbox.origin, 'sam@parley.test'),
  ]);
  return { alex, sam };
}

const state = (wanted: string) => (resource: Resource) => resource.state === wanted;

describe('the way in', () => {
  it('leads from discover to an application that may communicate', async () => {
    const alex = await HostedClient.enter(sandbox.origin, 'alex@parley.test');
    expect(alex.application.rel).toBe(ours('application'));
    expect(alex.application._links.self?.href).toMatch(
      /^\/platformservice\/v1\/applications\/\d+\?endpointId=sip:alex@parley\.test$/,
    );
    expect(Object.keys(alex.application._embedded)).toEqual([
      ours('communication'),
      'myOnlineMeetings',
      ours('adhocMeetings'),
    ]);
    expect(Object.keys(alex.communication._links)).toEqual([
      'self',
      ours('joinOnlineMeeting'),
      ours('startMessaging'),
      ours('startAudioVideo'),
      ours('startAudio'),
    ]);
    expect(alex.communication._links[ours('startAudio')]?.href).toMatch(/modalities=Audio(&|$)/);
  });

  it('wants a token, and takes no POST of an application', async () => {
    const applications = `${sandbox.origin}/platformservice/v1/applications`;
    const response = await fetch(applications);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('MsRtcOAuth');
    const alex = await HostedClient.enter(sandbox.origin, 'alex@parley.test');
    expect((await alex.send('POST', applications, {})).status).toBe(405);
  });

  it('is another than that of UCWA', async () => {
    const { alex, sam } = await both();
    const id = /applications\/(\d+)/.exec(alex.application._links.self?.href ?? '')?.[1];
    expect((await alex.send('GET', `/ucwa/oauth/v1/applications/${id}`)).status).toBe(404);
    const own = sam.application._links.self?.href.replace('/ucwa/oauth', '/platformservice');
    expect((await sam.send('GET', own)).status).toBe(404);
  });
});

describe('a call', () => {
  it('goes from the hosted service to UCWA, with media of the service', async () => {
    const { alex, sam } = await both();
    const placed = await alex.send(
      'POST',
      alex.communication._links[ours('startAudioVideo')]?.href,
      {
        operationId: 'op-1',
        to: 'sip:sam@parley.test',
        callbackUrl: 'https://app.example.test/events',
        subject: 'Lunch',
        importance: 'Urgent',
        threadId: 'thread-1',
        joinAudioMuted: true,
      },
    );
    expect(placed.status).toBe(201);
    expect(placed.headers.get('location')).toMatch(pinned);
    const { event, resource } = await alex.until('audioVideoInvitation', 'started');
    expect(alex.body?.baseuri).toBe(sandbox.origin);
    expect(event.sender).toBe(ours('communication'));
    expect(event.link.href).toMatch(pinned);
    expect(event.link.href).toContain('endpointId=sip:alex@parley.test');
    expect(resource).toMatchObject({
      rel: ours('audioVideoInvitation'),
      direction: 'Outgoing',
      operationId: 'op-1',
      subject: 'Lunch',
      importance: 'Urgent',
      threadId: 'thread-1',
      joinAudioMuted: true,
    });
    const incoming = embedded(await sam.until('audioVideoInvitation', 'started'));
    expect(incoming._embedded.from).toMatchObject({ uri: 'sip:alex@parley.test' });
    await sam.postSdp(incoming._links.acceptWithAnswer?.href, audioSdp, { sessionContext: 's' });
    const connected = await alex.until('audioVideo', 'updated', state('Connected'));
    const stopped = await alex.send('POST', connected.resource._links[ours('stopAudio')]?.href, {});
    expect(stopped.status).toBe(204);
    await sam.until('conversation', 'deleted');
  });

  it('goes from UCWA to the hosted service, which may take it in two ways', async () => {
    const { alex, sam } = await both();
    await sam.call('sip:alex@parley.test', {
      _links: { mediaOffer: { href: sdpHref(audioSdp) } },
    });
    const { resource } = await alex.until('audioVideoInvitation', 'started');
    expect(Object.keys(resource._links)).toEqual(
      expect.arrayContaining([
        'self',
        'mediaOffer',
        ours('conversation'),
        ours('audioVideo'),
        ours('accept'),
        ours('acceptWithAnswer'),
        ours('decline'),
        ours('startAdhocMeeting'),
      ]),
    );
    expect(Object.keys(resource._embedded)).toEqual([ours('application'), ours('from')]);
    expect(resource._embedded[ours('from')]).toMatchObject({
      rel: ours('participant'),
      uri: 'sip:sam@parley.test',
    });
    const taken = await alex.send('POST', resource._links[ours('accept')]?.href, {
      mediaHost: 'Remote',
    });
    expect(taken.status).toBe(204);
    expect((await sam.until('audioVideoInvitation', 'completed')).status).toBe('Success');
    const { event } = await alex.until('audioVideoInvitation', 'completed');
    expect(event.status).toBe('Success');
  });

  it('is declined', async () => {
    const { alex, sam } = await both();
    await sam.call('sip:alex@parley.test');
    const { resource } = await alex.until('audioVideoInvitation', 'started');
    await alex.send('POST', resource._links[ours('decline')]?.href, { reason: 'Local' });
    const completed = await sam.until('audioVideoInvitation', 'completed');
    expect(completed.reason).toMatchObject({ subcode: 'Declined' });
  });

  it.each([
    ['to', undefined],
    ['callbackUrl', `https://app.example.test/${'x'.repeat(1024)}`],
    ['callbackUrl', 'not an address'],
    ['operationId', 'x'.repeat(51)],
    ['subject', 'x'.repeat(251)],
    ['importance', 'Huge'],
  ])('is refused with a bad %s', async (name, value) => {
    const alex = await HostedClient.enter(sandbox.origin, 'alex@parley.test');
    const placed = await alex.send(
      'POST',
      alex.communication._links[ours('startAudioVideo')]?.href,
      {
        to: 'sip:sam@parley.test',
        [name]: value,
      },
    );
    expect(placed.status).toBe(400);
    expect(await placed.json()).toMatchObject({
      subcode: 'ParameterValidationFailure',
      parameters: [{ name }],
    });
  });
});

describe('an ad-hoc meeting', () => {
  async function meet(alex: HostedClient) {
    const { href } = alex.application._embedded[ours('adhocMeetings')]?._links.self ?? {};
    const created = await alex.send('POST', href, { subject: 'e2e' });
    expect(created.status).toBe(201);
    const meeting = (await created.json()) as Resource;
    const joined = await alex.send('POST', meeting._links[ours('joinAdhocMeeting')]?.href, {
      operationId: 'join-1',
      callbackUrl: 'https://app.example.test/events',
    });
    expect(joined.status).toBe(201);
    return meeting;
  }

  it('is made, then joined', async () => {
    const alex = await HostedClient.enter(sandbox.origin, 'alex@parley.test');
    const meeting = await meet(alex);
    expect(meeting).toMatchObject({ rel: ours('adhocMeeting'), subject: 'e2e' });
    expect(meeting._links[ours('joinAdhocMeeting')]?.href).toContain(
      `confUrl=${String(meeting.onlineMeetingUri)}`,
    );
    const { resource } = await alex.until('onlineMeetingInvitation', 'started');
    expect(resource).toMatchObject({
      onlineMeetingUri: meeting.onlineMeetingUri,
      direction: 'Outgoing',
      state: 'Connecting',
      operationId: 'join-1',
    });
    const conversation = await alex.until('conversation', 'updated', state('Conferenced'));
    expect(conversation.resource.onlineMeetingLobbyStatus).toBe('None');
    expect(conversation.resource._links[ours('leaders')]?.href).toMatch(/filter=Leaders$/);
    const leaders = await alex.get(conversation.resource._links[ours('leaders')]?.href);
    expect(leaders.rel).toBe(ours('leaders'));
    await alex.until('onlineMeetingInvitation', 'completed');
  });

  it('takes in people of UCWA, asked by addParticipant', async () => {
    const { alex, sam } = await both();
    await meet(alex);
    const { resource } = await alex.until('conversation', 'updated', state('Conferenced'));
    const href = resource._links[ours('addParticipant')]?.href;
    expect(href).toContain('conversationId=');
    const asked = await alex.send('POST', href, {
      operationId: 'add-1',
      to: 'sip:sam@parley.test',
      modalities: ['Messaging'],
      onBehalfOf: 'The front desk',
      subject: 'e2e',
    });
    expect(asked.status).toBe(201);
    const invitation = embedded(await sam.until('onlineMeetingInvitation', 'started'));
    await sam.post(invitation._links.accept?.href);
    await conversationIn(sam, 'Conferenced');
    const participant = await alex.until('participant', 'added');
    expect(participant.resource).toMatchObject({
      rel: ours('participant'),
      uri: 'sip:sam@parley.test',
    });
    const completed = await alex.until('participantInvitation', 'completed');
    expect(completed.event.status).toBe('Success');
  });

  it('can be opened in answer to a call', async () => {
    const { alex, sam } = await both();
    await sam.call('sip:alex@parley.test');
    const { resource } = await alex.until('audioVideoInvitation', 'started');
    const started = await alex.send('POST', resource._links[ours('startAdhocMeeting')]?.href, {
      operationId: 'adhoc-1',
      subject: 'Support',
      callbackUrl: 'https://app.example.test/events',
    });
    expect(started.status).toBe(201);
    const invitation = await alex.until('onlineMeetingInvitation', 'completed');
    expect(invitation.resource).toMatchObject({ operationId: 'adhoc-1', state: 'Connected' });
  });

  it.each([
    ['operationId', undefined],
    ['to', undefined],
    ['onBehalfOf', 'x'.repeat(251)],
    ['subject', 'x'.repeat(251)],
  ])('asks nobody with a bad %s', async (name, value) => {
    const alex = await HostedClient.enter(sandbox.origin, 'alex@parley.test');
    await meet(alex);
    const { resource } = await alex.until('conversation', 'updated', state('Conferenced'));
    const asked = await alex.send('POST', resource._links[ours('addParticipant')]?.href, {
      operationId: 'add-1',
      to: 'sip:sam@parley.test',
      [name]: value,
    });
    expect(asked.status).toBe(400);
    expect(await asked.json()).toMatchObject({ parameters: [{ name }] });
  });
});
