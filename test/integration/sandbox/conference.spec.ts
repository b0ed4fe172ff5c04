import { createSocket } from 'node:dgram';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../main/sandbox/index.ts';
import { HostedClient, ours } from './hosted-client.ts';
import { MediaClient } from './media-client.ts';
import { conversationIn, embedded, join, meetingStage, together } from './meeting-steps.ts';
import { type Resource, sdpFromHref, sdpHref, type UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;
let robin: UcwaClient;
const clients: MediaClient[] = [];

beforeEach(async () => {
  ({ sandbox, alex, sam, robin } = await meetingStage());
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await sandbox.stop();
});

interface Present {
  readonly ucwa: UcwaClient;
  readonly conversation: Resource;
  readonly media: MediaClient;
}

async function addMedia(
  ucwa: UcwaClient,
  conversation: Resource,
  sections: number,
): Promise<Present> {
  const media = new MediaClient(sections);
  clients.push(media);
  const { addAudio, addAudioVideo } = (await ucwa.get(conversation._links.audioVideo?.href))._links;
  const link = sections === 0 ? addAudio : addAudioVideo;
  await ucwa.post(link?.href, {
    operationId: `media-${clients.length}`,
    _links: { mediaOffer: { href: sdpHref(await media.offer()) } },
  });
  const negotiation = embedded(await ucwa.until('audioVideoNegotiation', 'updated'));
  await media.take(sdpFromHref(negotiation._links.mediaAnswer?.href));
  await ucwa.until('audioVideoInvitation', 'completed');
  return { ucwa, conversation, media };
}

/** Three people in a meeting, with so many sections of video each; Alex leads it. */
async function three(sections: number) {
  const { forHost, forGuest, uri } = await together(alex, sam);
  await join(robin, uri);
  const forRobin = await conversationIn(robin, 'Conferenced');
  return {
    a: await addMedia(alex, forHost, sections),
    s: await addMedia(sam, forGuest, sections),
    r: await addMedia(robin, forRobin, sections),
  };
}

async function renegotiate(
  { ucwa, conversation, media }: Present,
  how: { readonly iceRestart?: boolean } = {},
): Promise<string> {
  const audioVideo = await ucwa.get(conversation._links.audioVideo?.href);
  const session = await ucwa.get(audioVideo._links.audioVideoSession?.href);
  await ucwa.postSdp(session._links.renegotiations?.href, await media.offer(how), {
    operationId: 'change-1',
  });
  const done = await ucwa.until('audioVideoRenegotiation', 'completed');
  expect(done.status).toBe('Success');
  const answer = sdpFromHref(embedded(done)._links.mediaAnswer?.href);
  await media.take(answer);
  return answer;
}

async function seatOf({ ucwa, conversation }: Present, name: string): Promise<Resource> {
  const roster = await ucwa.get(conversation._links.participants?.href);
  const { participant } = roster._embedded;
  const people: readonly Resource[] = Array.isArray(participant) ? participant : [];
  const seat = people.find((person) => person.name === name);
  if (seat === undefined) throw new Error(`${name} is not there`);
  return seat;
}

async function video(viewer: Present, name: string): Promise<Resource> {
  return viewer.ucwa.get((await seatOf(viewer, name))._links.participantVideo?.href);
}

async function sound(viewer: Present, name: string): Promise<Resource> {
  return viewer.ucwa.get((await seatOf(viewer, name))._links.participantAudio?.href);
}

/** Where somebody is seen, once the server has said so. */
async function placeOf(viewer: Present, name: string): Promise<string> {
  for (;;) {
    const { videoSourceId } = await video(viewer, name);
    if (typeof videoSourceId === 'string') return videoSourceId;
    await viewer.ucwa.until('participantVideo', 'updated');
  }
}

describe('the sound of a meeting', () => {
  it('is of everybody else, of those who are not muted, and of those who are there', async () => {
    const { a, s, r } = await three(0);
    a.media.play(400);
    s.media.play(700);
    r.media.play(1_100);
    const heard = await Promise.all([
      a.media.hears(700, 1_100),
      s.media.hears(400, 1_100),
      r.media.hears(400, 700),
    ]);
    expect(heard.map((tones) => [...tones])).toEqual([
      [700, 1_100],
      [400, 1_100],
      [400, 700],
    ]);
    const robinsSound = await sound(a, 'Robin Mehta');
    expect(robinsSound).toMatchObject({ audioDirection: 'SendReceive', audioMuted: false });
    await a.media.until(() => a.media.sources.includes(Number(robinsSound.audioSourceId)));

    await a.ucwa.post(robinsSound._links.muteAudio?.href);
    expect([...(await a.media.hears(700))]).toEqual([700]);
    expect(a.media.sources).not.toContain(Number(robinsSound.audioSourceId));

    await s.ucwa.send('DELETE', s.conversation._links.self?.href);
    expect([...(await r.media.hears(400))]).toEqual([400]);
  });
});

it('is the same for clients of the hosted service', async () => {
  const kim = await HostedClient.enter(sandbox.origin, 'kim@parley.test');
  const { href } = kim.application._embedded[ours('adhocMeetings')]?._links.self ?? {};
  const created = await kim.send('POST', href, { subject: 'e2e' });
  const meeting = (await created.json()) as Resource;
  await kim.send('POST', meeting._links[ours('joinAdhocMeeting')]?.href, {
    operationId: 'join-1',
    callbackUrl: 'https://app.example.test/events',
  });
  const { resource } = await kim.until(
    'conversation',
    'updated',
    (conversation) => conversation.state === 'Conferenced',
  );
  const media = new MediaClient(0);
  clients.push(media);
  const audioVideo = await kim.get(resource._links[ours('audioVideo')]?.href);
  await kim.send('POST', audioVideo._links[ours('addAudio')]?.href, {
    operationId: 'media-1',
    _links: { mediaOffer: { href: sdpHref(await media.offer()) } },
  });
  const negotiated = await kim.until('audioVideoNegotiation', 'updated');
  await media.take(sdpFromHref(negotiated.resource._links.mediaAnswer?.href));
  await join(sam, meeting.onlineMeetingUri);
  const other = await addMedia(sam, await conversationIn(sam, 'Conferenced'), 0);
  media.play(400);
  other.media.play(700);
  expect([...(await media.hears(700))]).toEqual([700]);
  expect([...(await other.media.hears(400))]).toEqual([400]);
});

it('is not disturbed by datagrams that are none of its own', async () => {
  const { a, s } = await three(1);
  const ports = [
    ...(a.media.peer.remoteDescription?.sdp ?? '').matchAll(/127\.0\.0\.1 (\d+) typ/g),
  ];
  const stranger = createSocket('udp4');
  const send = promisify<Uint8Array, number, string>(stranger.send.bind(stranger));
  for (const first of [0, 20, 22, 63, 128, 144, 200, 255]) {
    for (const length of [1, 4, 13, 40]) {
      const datagram = Buffer.alloc(length, 0xff);
      datagram[0] = first;
      await send(datagram, Number(ports[0]?.[1]), '127.0.0.1');
    }
  }
  stranger.close();
  s.media.play(700);
  expect([...(await a.media.hears(700))]).toEqual([700]);
});

it('leaves no socket behind when the server stops', async () => {
  const sockets = () =>
    process.getActiveResourcesInfo().filter((kind) => kind === 'UDPWrap').length;
  const before = sockets();
  const { a } = await three(1);
  a.media.play(400);
  await clients[1]?.hears(400);
  expect(sockets()).toBeGreaterThan(before);
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await sandbox.stop();
  await expect.poll(sockets).toBe(before);
});

describe('the pictures of a meeting', () => {
  it('come each in a place of its own, which participantVideo names', async () => {
    const { a, s, r } = await three(3);
    a.media.film('alex');
    s.media.film('sam');
    r.media.film('robin');
    const names = { alex: 'Alex Rivera', sam: 'Sam Okafor', robin: 'Robin Mehta' };
    for (const [viewer, ...marks] of [
      [a, 'sam', 'robin'],
      [s, 'alex', 'robin'],
      [r, 'alex', 'sam'],
    ] as const) {
      for (const mark of marks) {
        const place = await placeOf(viewer, names[mark]);
        await viewer.media.until(() => viewer.media.shows(place) === mark);
        expect(viewer.media.seen.get(place)).toMatchObject({
          marks: [mark],
          beganWithKeyFrame: [true],
        });
      }
      expect(viewer.media.seen.size).toBe(2);
    }
  });

  it('are not of somebody whose picture was stopped, until they show it again', async () => {
    const { a, s } = await three(1);
    s.media.film('sam');
    await placeOf(a, 'Sam Okafor');
    const { muteVideo } = (await video(a, 'Sam Okafor'))._links;
    expect((await a.ucwa.post(muteVideo?.href)).status).toBe(204);
    await expect.poll(() => video(a, 'Sam Okafor')).not.toHaveProperty('videoSourceId');
    const stopped = await video(a, 'Sam Okafor');
    expect(stopped.videoMuted).toBe(true);
    expect(stopped._links.unmuteVideo).toBeUndefined();
    const local = await s.ucwa.get(s.conversation._links.localParticipant?.href);
    const own = await s.ucwa.get(local._links.participantVideo?.href);
    expect((await s.ucwa.post(own._links.unmuteVideo?.href)).status).toBe(204);
    await expect.poll(() => video(a, 'Sam Okafor')).toHaveProperty('videoSourceId');
  });

  it('can be added and taken away, and the links say which', async () => {
    const { a } = await three(0);
    const links = async () => (await a.ucwa.get(a.conversation._links.audioVideo?.href))._links;
    expect(await links()).toHaveProperty('addVideo');
    a.media.addVideo(1);
    await renegotiate(a);
    const told = embedded(await a.ucwa.until('audioVideo', 'updated'));
    expect(told._links).toHaveProperty('stopVideo');
    expect(await links()).not.toHaveProperty('addVideo');
  });

  it('go on in one numbering, from a new key frame, when somebody takes a free place', async () => {
    const { a, s, r } = await three(1);
    s.media.film('sam');
    const place = await placeOf(a, 'Sam Okafor');
    await a.media.until(() => a.media.shows(place) === 'sam');
    r.media.film('robin');
    await s.media.until(() => s.media.shows(place) === 'robin');
    expect(await video(a, 'Robin Mehta')).not.toHaveProperty('videoSourceId');

    await s.ucwa.send('DELETE', s.conversation._links.self?.href);
    await a.media.until(() => a.media.shows(place) === 'robin');
    expect(await placeOf(a, 'Robin Mehta')).toBe(place);
    const seen = a.media.seen.get(place);
    expect(seen?.beganWithKeyFrame).toEqual([true, true]);
    expect(seen?.sequence).toEqual(
      seen?.sequence.map((_, index) => (seen.sequence[0] ?? 0) + index),
    );
  });

  it('show who speaks when there are fewer places than people', async () => {
    const { a, s, r } = await three(1);
    s.media.film('sam');
    const place = await placeOf(a, 'Sam Okafor');
    r.media.film('robin');
    r.media.play(700);
    await a.media.until(() => a.media.shows(place) === 'robin');
    await a.ucwa.until('participantVideo', 'updated');
    expect(await placeOf(a, 'Robin Mehta')).toBe(place);
    expect(await video(a, 'Sam Okafor')).not.toHaveProperty('videoSourceId');
  });
});

describe('a change of media', () => {
  it('holds everything, and takes it back', async () => {
    const { a, s, r } = await three(3);
    for (const [present, tone] of [
      [a, 400],
      [s, 700],
      [r, 1_100],
    ] as const)
      present.media.play(tone);
    s.media.film('sam');
    const place = await placeOf(a, 'Sam Okafor');
    await a.media.until(() => a.media.shows(place) === 'sam');

    s.media.turn('inactive');
    const held = await renegotiate(s);
    expect(held.match(/^a=(inactive|send\w+|recv\w+)/gm)).toEqual(Array(4).fill('a=inactive'));
    expect([...(await a.media.hears(1_100))]).toEqual([1_100]);
    expect(await sound(a, 'Sam Okafor')).toMatchObject({ audioDirection: 'Inactive' });
    expect(await video(a, 'Sam Okafor')).not.toHaveProperty('videoSourceId');

    s.media.turn('back');
    await renegotiate(s);
    expect([...(await a.media.hears(700, 1_100))]).toEqual([700, 1_100]);
    await s.media.hears(400, 1_100);
    const frames = a.media.seen.get(place)?.sequence.length ?? 0;
    await a.media.until(() => (a.media.seen.get(place)?.sequence.length ?? 0) > frames);
    expect(await placeOf(a, 'Sam Okafor')).toBe(place);
  });

  it('adds pictures to sound', async () => {
    const { a, s } = await three(0);
    a.media.addVideo(2);
    s.media.addVideo(2);
    const answer = await renegotiate(a);
    expect(answer.match(/^a=label:\S+/gm)).toEqual(['a=label:1', 'a=label:2']);
    await s.ucwa.until('participantVideo', 'added');
    expect(await video(s, 'Alex Rivera')).toMatchObject({ videoDirection: 'SendReceive' });
    await renegotiate(s);
    a.media.film('alex');
    const place = await placeOf(s, 'Alex Rivera');
    await s.media.until(() => s.media.shows(place) === 'alex');
  });

  it('connects anew after a restart of ICE', async () => {
    const { a, s } = await three(1);
    s.media.play(700);
    s.media.film('sam');
    const place = await placeOf(a, 'Sam Okafor');
    await a.media.until(() => a.media.shows(place) === 'sam');
    const ufrag = (sdp: string) => /^a=ice-ufrag:(.*)$/m.exec(sdp)?.[1];
    const before = ufrag(a.media.peer.remoteDescription?.sdp ?? '');
    expect(ufrag(await renegotiate(a, { iceRestart: true }))).not.toBe(before);
    expect([...(await a.media.hears(700))]).toEqual([700]);
    const frames = a.media.seen.get(place)?.sequence.length ?? 0;
    await a.media.until(() => (a.media.seen.get(place)?.sequence.length ?? 0) > frames);
  });

  it('that makes no sense is turned down, and what was agreed on goes on', async () => {
    const { a, s } = await three(0);
    s.media.play(700);
    await a.media.hears(700);
    const audioVideo = await a.ucwa.get(a.conversation._links.audioVideo?.href);
    const session = await a.ucwa.get(audioVideo._links.audioVideoSession?.href);
    const other = new MediaClient(2);
    clients.push(other);
    const unbundled = (await other.offer()).replace(/^a=group:BUNDLE.*\r\n/m, '');
    await a.ucwa.postSdp(session._links.renegotiations?.href, unbundled, { operationId: 'odd-1' });
    const done = await a.ucwa.until('audioVideoRenegotiation', 'completed');
    expect(done).toMatchObject({
      status: 'Failure',
      reason: { code: 'RemoteFailure', subcode: 'InvalidMediaDescription' },
    });
    expect([...(await a.media.hears(700))]).toEqual([700]);
  });
});
