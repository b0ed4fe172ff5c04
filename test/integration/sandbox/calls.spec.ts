import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { audioSdp, type Event, sdpFromHref, UcwaClient, videoSdp } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;

beforeEach(async () => {
  sandbox = await startSandbox({
    invitationTimeoutMs: 400,
    eventChannel: { mediumSeconds: 0.05, minimumSeconds: 0 },
  });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
  sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
});

afterEach(() => sandbox.stop());

const summary = (event: Event) => `${event.sender}: ${event.link.rel} ${event.type}`;

function embedded(event: Event) {
  const resource = event._embedded?.[event.link.rel];
  if (resource === undefined) throw new Error(`${summary(event)} embeds nothing`);
  return resource;
}

async function ring(callee = sam) {
  const reply = await alex.call('sip:sam@parley.test');
  expect(reply.status).toBe(201);
  const outgoing = await alex.until('audioVideoInvitation', 'started');
  const incoming = embedded(await callee.until('audioVideoInvitation', 'started'));
  return { reply, outgoing: embedded(outgoing), incoming };
}

async function connect() {
  const { outgoing, incoming } = await ring();
  const reply = await sam.postSdp(incoming._links.acceptWithAnswer?.href, videoSdp, {
    sessionContext: 'answer-1',
  });
  expect(reply.status).toBe(204);
  await Promise.all([
    alex.until('audioVideoInvitation', 'completed'),
    sam.until('audioVideoInvitation', 'completed'),
  ]);
  return { outgoing, incoming };
}

async function failure(client: UcwaClient): Promise<string> {
  const completed = await client.until('audioVideoInvitation', 'completed');
  return `${completed.status} ${completed.reason?.subcode} ${String(embedded(completed).state)}`;
}

describe('an outgoing call', () => {
  it('shows every field to both sides', async () => {
    const { reply, outgoing, incoming } = await ring();
    expect(reply.headers.get('location')).toBe(outgoing._links.self?.href);
    expect(outgoing).toMatchObject({
      direction: 'Outgoing',
      state: 'Connecting',
      importance: 'Urgent',
      subject: 'Lunch',
      operationId: 'op-1',
      sessionContext: 'context-1',
      to: 'sip:sam@parley.test',
    });
    expect(Object.keys(outgoing._links)).toEqual(
      expect.arrayContaining(['from', 'to', 'cancel', 'conversation', 'audioVideo']),
    );
    expect(incoming).toMatchObject({
      direction: 'Incoming',
      importance: 'Urgent',
      subject: 'Lunch',
    });
    expect(incoming.threadId).toBe(outgoing.threadId);
    expect(incoming._embedded.from).toMatchObject({
      name: 'Alex Rivera',
      uri: 'sip:alex@parley.test',
    });
    expect(sdpFromHref(incoming._links.mediaOffer?.href)).toBe(videoSdp);
  });

  it('announces itself in the documented order', async () => {
    await ring();
    expect(
      alex.events.filter(({ sender }) => /communication|conversation/.test(sender)).map(summary),
    ).toEqual([
      'communication: communication updated',
      'communication: audioVideoInvitation started',
      'communication: conversation added',
      'conversation: localParticipant added',
      'conversation: audioVideo updated',
    ]);
  });

  it('is alerting once, as soon as an endpoint of the callee has been told', async () => {
    const second = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test', 'second');
    await alex.call('sip:sam@parley.test');
    const started = await alex.until('audioVideoInvitation', 'started');
    // Nobody has asked for the invitation yet.
    expect(await alex.get(started.link.href)).toMatchObject({ state: 'Connecting' });
    await sam.until('audioVideoInvitation', 'started');
    const updated = await alex.until('audioVideoInvitation', 'updated');
    expect(updated.link.href).toBe(started.link.href);
    expect(embedded(updated)).toMatchObject({ direction: 'Outgoing', state: 'Alerting' });
    const { _links } = embedded(await second.until('audioVideoInvitation', 'started'));
    await second.postSdp(_links.acceptWithAnswer?.href, videoSdp, { sessionContext: 's' });
    await alex.until('audioVideoInvitation', 'completed');
    expect(alex.events.map(summary).filter((event) => event === summary(updated))).toHaveLength(1);
  });

  it('is answered: the caller gets the answer, then session, modality, people and outcome', async () => {
    await ring();
    await alex.until('audioVideoInvitation', 'updated');
    const seen = alex.events.length;
    const incoming = embedded(
      sam.events.find(({ link }) => link.rel === 'audioVideoInvitation') ?? ({} as Event),
    );
    await sam.postSdp(incoming._links.acceptWithAnswer?.href, videoSdp, {
      sessionContext: 'answer-1',
    });
    const completed = await alex.until('audioVideoInvitation', 'completed');
    expect(completed.status).toBe('Success');
    const aboutTheCall = alex.events.slice(seen).filter(({ sender }) => sender !== 'me');
    expect(aboutTheCall.map(summary)).toEqual([
      'audioVideoInvitation: audioVideoNegotiation updated',
      'communication: audioVideoSession added',
      'communication: audioVideoSession updated',
      'conversation: audioVideo updated',
      'conversation: participant added',
      'conversation: participantAudio added',
      'conversation: participantVideo added',
      'conversation: participantAudio added',
      'conversation: participantVideo added',
      'communication: conversation updated',
      'communication: audioVideoInvitation completed',
    ]);
    const negotiation = embedded(alex.events[seen] as Event);
    expect(sdpFromHref(negotiation._links.mediaAnswer?.href)).toBe(videoSdp);
    expect(negotiation.sessionContext).toBe('answer-1');
    const conversation = await alex.get(embedded(completed)._links.conversation?.href);
    expect(conversation).toMatchObject({
      state: 'Connected',
      activeModalities: ['Audio', 'Video'],
    });
  });

  it('passes a provisional answer on without connecting', async () => {
    const { incoming } = await ring();
    const href = incoming._links.sendProvisionalAnswer?.href;
    expect((await sam.postSdp(href, audioSdp, { sessionContext: 'early' })).status).toBe(204);
    const negotiation = embedded(await alex.until('audioVideoNegotiation', 'updated'));
    expect(sdpFromHref(negotiation._links.mediaProvisionalAnswer?.href)).toBe(audioSdp);
    expect(negotiation._links).not.toHaveProperty('mediaAnswer');
  });
});

describe('a call that does not come about', () => {
  it('is declined on the only device', async () => {
    const { incoming } = await ring();
    expect((await sam.post(incoming._links.decline?.href, { reason: 'Local' })).status).toBe(204);
    expect(await failure(alex)).toBe('Failure Declined Declined');
    expect(await failure(sam)).toBe('Failure Declined Declined');
    await alex.until('conversation', 'deleted');
  });

  it('goes on ringing elsewhere after a local decline, and stops everywhere after a global one', async () => {
    const second = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test', 'second');
    const third = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test', 'third');
    const { incoming } = await ring();
    await sam.post(incoming._links.decline?.href, { reason: 'Local' });
    expect(await failure(sam)).toBe('Failure Declined Declined');
    const other = embedded(await second.until('audioVideoInvitation', 'started'));
    await second.post(other._links.decline?.href, { reason: 'Global' });
    expect(await failure(alex)).toBe('Failure Declined Declined');
    expect(await failure(third)).toBe('Failure Declined Declined');
  });

  it('is answered on another device: the first hears ConnectedElsewhere and counts nothing missed', async () => {
    const second = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test', 'second');
    await ring();
    const incoming = embedded(await second.until('audioVideoInvitation', 'started'));
    await second.postSdp(incoming._links.acceptWithAnswer?.href, videoSdp, { sessionContext: 's' });
    expect(await failure(sam)).toBe('Failure ConnectedElsewhere Failed');
    const missed = await sam.get(sam.communication._links.missedItems?.href);
    expect(missed.missedConversationsCount).toBe(0);
  });

  it('is cancelled by the caller, and can no longer be accepted', async () => {
    const { outgoing, incoming } = await ring();
    expect((await alex.post(outgoing._links.cancel?.href)).status).toBe(204);
    expect(await failure(alex)).toBe('Failure Canceled Cancelled');
    expect(await failure(sam)).toBe('Failure Canceled Cancelled');
    const late = await sam.postSdp(incoming._links.acceptWithAnswer?.href, videoSdp, {
      sessionContext: 's',
    });
    expect(late.status).toBe(404);
  });

  it('rings out', async () => {
    await ring();
    expect(await failure(alex)).toBe('Failure Timeout Failed');
    expect(await failure(sam)).toBe('Failure Missed Failed');
    await sam.until('missedItems', 'updated');
  });

  it.each([
    ['sip:robin@parley.test', 'Unreachable'],
    ['sip:nobody@parley.test', 'DestinationNotFound'],
    ['tel:+19995550000', 'DestinationNotFound'],
  ])('%s fails with %s', async (to, subcode) => {
    expect((await alex.call(to)).status).toBe(201);
    expect(await failure(alex)).toBe(`Failure ${subcode} Failed`);
  });

  it('finds people by phone number', async () => {
    await alex.call('tel:+14255550102');
    await sam.until('audioVideoInvitation', 'started');
  });

  it('does not ring somebody who does not want to be disturbed', async () => {
    const me = await sam.get(sam.application._embedded.me?._links.self?.href);
    await sam.post(me._links.presence?.href, { availability: 'DoNotDisturb' });
    await alex.call('sip:sam@parley.test');
    expect(await failure(alex)).toBe('Failure DoNotDisturb Failed');
  });

  it('is turned away by somebody who is in a call and wants only one', async () => {
    const dana = await UcwaClient.signIn(sandbox.origin, 'dana@parley.test');
    await sam.call('sip:dana@parley.test');
    const incoming = embedded(await dana.until('audioVideoInvitation', 'started'));
    await dana.postSdp(incoming._links.acceptWithAnswer?.href, videoSdp, { sessionContext: 's' });
    await alex.call('sip:dana@parley.test');
    expect(await failure(alex)).toBe('Failure Busy Failed');
    await dana.until('missedItems', 'updated');
  });
});

describe('parameters', () => {
  it('names what is wrong with a new call', async () => {
    const reply = await alex.call('not an address', {
      operationId: 'x'.repeat(51),
      subject: 'x'.repeat(251),
      sessionContext: 'x'.repeat(51),
      importance: 'Loud',
      _links: { mediaOffer: { href: 'data:application/sdp;base64,bm90aGluZw==' } },
    });
    expect(reply.status).toBe(400);
    const body = (await reply.json()) as { subcode: string; parameters: { name: string }[] };
    expect(body.subcode).toBe('ParameterValidationFailure');
    expect(body.parameters.map(({ name }) => name).sort()).toEqual([
      'importance',
      'mediaOffer',
      'operationId',
      'sessionContext',
      'subject',
      'to',
    ]);
  });

  it('wants SDP and a session context in an answer', async () => {
    const { incoming } = await ring();
    const href = incoming._links.acceptWithAnswer?.href;
    const noSdp = await sam.postSdp(href, 'nonsense', { sessionContext: 's' });
    expect(noSdp.status).toBe(400);
    expect(await noSdp.json()).toMatchObject({ parameters: [{ name: 'sdp', reason: 'Invalid' }] });
    expect((await sam.postSdp(href, videoSdp)).status).toBe(400);
    expect((await sam.post(href, {})).status).toBe(415);
  });

  it('takes the part of a two-part offer that was answered', async () => {
    sandbox.control.setOfferForm('sam@parley.test', 'multipart');
    const { incoming } = await ring();
    const href = incoming._links.mediaOffer?.href ?? '';
    expect(href).toMatch(/^data:multipart\/alternative;charset=utf-8;boundary=[0-9a-f]{32},--/);
    const text = decodeURIComponent(href.replace(/\+/g, ' '));
    const [, fallback = '', usable = ''] = text.split(/Content-Type: application\/sdp/);
    expect(fallback).toContain('ms-proxy-2007fallback');
    expect(usable).not.toContain('ms-proxy-2007fallback');
    expect(usable).toContain(videoSdp);
    const id = /Content-ID: <([^>]+)>/.exec(usable)?.[1] ?? '';
    const accept = incoming._links.acceptWithAnswer?.href;
    const wrong = { sessionContext: 's', processedOfferId: 'other' };
    expect((await sam.postSdp(accept, videoSdp, wrong)).status).toBe(400);
    await sam.postSdp(accept, videoSdp, { sessionContext: 's', processedOfferId: id });
    const negotiation = embedded(await alex.until('audioVideoNegotiation', 'updated'));
    expect(negotiation.msAcceptedContentId).toBe(id);
  });
});

describe('a connected call', () => {
  async function renegotiationsHref(client: UcwaClient, invitation: Event['_embedded']) {
    const audioVideo = await client.get(invitation?.audioVideoInvitation?._links.audioVideo?.href);
    const session = await client.get(audioVideo._links.audioVideoSession?.href);
    return session._links.renegotiations?.href;
  }

  it('is renegotiated: offered, answered, completed on both sides', async () => {
    const { outgoing } = await connect();
    const href = await renegotiationsHref(alex, { audioVideoInvitation: outgoing });
    const hold = audioSdp.replace('sendrecv', 'inactive');
    const reply = await alex.postSdp(href, hold, { operationId: 'hold-1' });
    expect(reply.status).toBe(201);
    expect(await reply.json()).toMatchObject({ direction: 'Outgoing', operationId: 'hold-1' });
    const started = embedded(await sam.until('audioVideoRenegotiation', 'started'));
    expect(started.direction).toBe('Incoming');
    expect(sdpFromHref(started._links.mediaOffer?.href)).toBe(hold);
    expect((await alex.postSdp(href, hold, { operationId: 'hold-2' })).status).toBe(409);
    expect((await sam.postSdp(started._links.answer?.href, hold)).status).toBe(204);
    const completed = await alex.until('audioVideoRenegotiation', 'completed');
    expect(completed.status).toBe('Success');
    expect(sdpFromHref(embedded(completed)._links.mediaAnswer?.href)).toBe(hold);
    expect((await alex.postSdp(href, audioSdp, { operationId: 'resume-1' })).status).toBe(201);
  });

  it('survives a dismissed renegotiation', async () => {
    const { incoming } = await connect();
    const href = await renegotiationsHref(sam, { audioVideoInvitation: incoming });
    await sam.postSdp(href, audioSdp, { operationId: 'change-1' });
    const started = embedded(await alex.until('audioVideoRenegotiation', 'started'));
    await alex.post(started._links.dismiss?.href, { reason: 'UnsupportedMedia' });
    const completed = await sam.until('audioVideoRenegotiation', 'completed');
    expect([completed.status, completed.reason?.subcode]).toEqual([
      'Failure',
      'MediaNegotiationFailure',
    ]);
  });

  it('loses its video by stopVideo, and gets it again by a renegotiation', async () => {
    const { outgoing, incoming } = await connect();
    const { _links: links } = await alex.get(outgoing._links.audioVideo?.href);
    expect(links.addVideo).toBeUndefined();
    expect((await alex.post(links.stopVideo?.href, { reason: 'nonsense' })).status).toBe(400);
    expect((await alex.post(links.stopVideo?.href)).status).toBe(204);
    expect((await alex.post(links.stopVideo?.href)).status).toBe(404);
    const withoutVideo = await sam.get(incoming._links.audioVideo?.href);
    expect(Object.keys(withoutVideo._links)).toContain('addVideo');
    expect(Object.keys(withoutVideo._links)).not.toContain('stopVideo');

    const href = await renegotiationsHref(sam, { audioVideoInvitation: incoming });
    await sam.postSdp(href, videoSdp, { operationId: 'video-1' });
    const started = embedded(await alex.until('audioVideoRenegotiation', 'started'));
    await alex.postSdp(started._links.answer?.href, videoSdp);
    await sam.until('participantVideo', 'added');
    const withVideo = await alex.get(outgoing._links.audioVideo?.href);
    expect(Object.keys(withVideo._links)).toContain('stopVideo');
  });

  it('ends for both when one hangs up, and hanging up twice is 404', async () => {
    const { outgoing } = await connect();
    const audioVideo = await alex.get(outgoing._links.audioVideo?.href);
    const stop = audioVideo._links.stopAudioVideo?.href;
    expect((await alex.post(stop, { reason: 'UserInitiatedAction' })).status).toBe(204);
    for (const client of [alex, sam]) {
      const updated = await client.until('audioVideo', 'updated');
      expect(embedded(updated).state).toBe('Disconnected');
      await client.until('conversation', 'deleted');
    }
    expect((await alex.post(stop)).status).toBe(404);
  });

  it('ends for the other when one signs out', async () => {
    await connect();
    await sam.send('DELETE', sam.application._links.self?.href);
    await alex.until('conversation', 'deleted');
  });

  it('shows as on the phone to subscribers', async () => {
    const kim = await UcwaClient.signIn(sandbox.origin, 'kim@parley.test');
    const people = await kim.get(kim.application._embedded.people?._links.self?.href);
    const reply = await kim.post(people._links.presenceSubscriptions?.href, {
      duration: 10,
      uris: ['sip:sam@parley.test'],
    });
    expect(reply.status).toBe(201);
    const first = await kim.until('contactPresence', 'updated');
    expect(await kim.get(first.link.href)).toMatchObject({ availability: 'Online' });
    await connect();
    const updated = await kim.until('contactPresence', 'updated');
    expect(await kim.get(updated.link.href)).toMatchObject({
      availability: 'Busy',
      activity: 'on-the-phone',
    });
  });
});

describe('link-only events', () => {
  it('leave media resources to be read', async () => {
    await sandbox.stop();
    sandbox = await startSandbox({ embedding: 'linksOnly' });
    alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
    sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    const { incoming } = await ring();
    await sam.postSdp(incoming._links.acceptWithAnswer?.href, videoSdp, { sessionContext: 's' });
    const event = await alex.until('audioVideoNegotiation', 'updated');
    expect(event._embedded).toBeUndefined();
    const negotiation = await alex.get(event.link.href);
    expect(sdpFromHref(negotiation._links.mediaAnswer?.href)).toBe(videoSdp);
  });
});
