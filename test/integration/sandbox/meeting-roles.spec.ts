import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../main/sandbox/index.ts';
import { conversationIn, embedded, join, meetingStage, together } from './meeting-steps.ts';
import { audioSdp, type Event, type Resource, sdpHref, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let sam: UcwaClient;
let robin: UcwaClient;

beforeEach(async () => {
  ({ sandbox, alex, sam, robin } = await meetingStage());
});

afterEach(() => sandbox.stop());

async function schedule(accessLevel: string) {
  const { onlineMeetings } = alex.application._embedded;
  const reply = await alex.post(onlineMeetings?._links.myOnlineMeetings?.href, {
    subject: 'Board',
    accessLevel,
    attendees: ['sip:sam@parley.test'],
    automaticLeaderAssignment: 'Disabled',
  });
  expect(reply.status).toBe(201);
  const meeting = (await reply.json()) as Resource;
  expect((await join(alex, meeting.onlineMeetingUri)).status).toBe(201);
  return { meeting, alexs: await conversationIn(alex, 'Conferenced') };
}

describe('the lobby', () => {
  async function knock() {
    const { meeting, alexs } = await schedule('Invited');
    await join(robin, meeting.onlineMeetingUri);
    await conversationIn(robin, 'InLobby');
    const knocking = await alex.until('participant', 'added', (event) => event.in?.rel === 'lobby');
    return { alexs, robinForAlex: await alex.get(knocking.link.href) };
  }

  it('is not for those who were invited', async () => {
    const { meeting } = await schedule('Invited');
    await join(sam, meeting.onlineMeetingUri);
    const conversation = await conversationIn(sam, 'Conferenced');
    expect(conversation._links.lobby).toBeUndefined();
    const own = await sam.get(conversation._links.localParticipant?.href);
    expect(own.role).toBe('Attendee');
  });

  it('holds the others until they are let in', async () => {
    const { robinForAlex } = await knock();
    expect(robinForAlex.inLobby).toBe(true);
    expect((await alex.post(robinForAlex._links.admit?.href)).status).toBe(204);
    await conversationIn(robin, 'Conferenced');
    expect((await robin.until('onlineMeetingInvitation', 'completed')).status).toBe('Success');
    await alex.until('participant', 'deleted', (event) => event.in?.rel === 'lobby');
    await alex.until('participant', 'added', (event) => event.in === undefined);
  });

  it('turns away those who are not wanted', async () => {
    const { robinForAlex } = await knock();
    expect((await alex.post(robinForAlex._links.reject?.href)).status).toBe(204);
    const completed = await robin.until('onlineMeetingInvitation', 'completed');
    expect(completed).toMatchObject({ status: 'Failure', reason: { subcode: 'Denied' } });
    await robin.until('conversation', 'deleted');
  });

  it('can be left', async () => {
    await knock();
    const waiting = embedded(
      robin.events.find(({ link }) => link.rel === 'onlineMeetingInvitation') as Event,
    );
    expect((await robin.post(waiting._links.cancel?.href)).status).toBe(204);
    await robin.until('conversation', 'deleted');
    await alex.until('participant', 'deleted', (event) => event.in?.rel === 'lobby');
  });
});

describe('a guest', () => {
  async function arrive(meeting: Resource): Promise<UcwaClient> {
    const answer = await fetch(`${sandbox.origin}/WebTicket/oauthtoken`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'urn:microsoft.rtc:anonmeeting',
        password: String(meeting.onlineMeetingId),
        ms_rtc_conferenceuri: String(meeting.onlineMeetingUri),
      }).toString(),
    });
    const guest = new UcwaClient(sandbox.origin);
    guest.ticket = ((await answer.json()) as { readonly access_token: string }).access_token;
    await guest.register('guest');
    return guest;
  }

  const joinAs = (guest: UcwaClient, uri: unknown, more: Record<string, string> = {}) =>
    guest.post(guest.communication._links.joinOnlineMeeting?.href, {
      onlineMeetingUri: uri,
      ...more,
    });

  it('waits in the lobby of a meeting of the company, under their own name', async () => {
    const { meeting } = await schedule('SameEnterprise');
    const guest = await arrive(meeting);
    expect((await joinAs(guest, meeting.onlineMeetingUri)).status).toBe(400);
    const joined = await joinAs(guest, meeting.onlineMeetingUri, {
      anonymousDisplayName: 'Pat from Contoso',
    });
    expect(joined.status).toBe(201);
    await conversationIn(guest, 'InLobby');
    const knocking = await alex.until('participant', 'added', (event) => event.in?.rel === 'lobby');
    expect(knocking.link.title).toBe('Pat from Contoso');
    const seat = await alex.get(knocking.link.href);
    expect(seat).toMatchObject({ anonymous: true, sourceNetwork: 'Everyone', inLobby: true });
    await alex.post(seat._links.admit?.href);
    await conversationIn(guest, 'Conferenced');
  });

  it('joins no other meeting and starts none', async () => {
    const guest = await arrive((await schedule('Everyone')).meeting);
    const { meeting: other } = await schedule('Everyone');
    const anonymousDisplayName = 'Pat';
    const joined = await joinAs(guest, other.onlineMeetingUri, { anonymousDisplayName });
    expect(joined.status).toBe(403);
    const started = await joinAs(guest, 'adhoc', { anonymousDisplayName });
    expect(started.status).toBe(403);
    expect(await started.json()).toMatchObject({ subcode: 'AnonymousNotAllowed' });
  });
});

describe('a leader', () => {
  it('makes an attendee of a leader and back, and sends somebody away', async () => {
    const { forGuest: sams, guestForHost: samForAlex } = await together(alex, sam);
    const seat = await alex.get(samForAlex);
    expect((await alex.post(seat._links.demote?.href)).status).toBe(204);
    const demoted = embedded(await sam.until('localParticipant', 'updated'));
    expect(demoted.role).toBe('Attendee');
    expect((await sam.get(sams._links.self?.href))._links.enableAudienceMuteLock).toBeUndefined();
    const attendee = await alex.get(samForAlex);
    expect((await alex.post(attendee._links.promote?.href)).status).toBe(204);
    await sam.until('localParticipant', 'updated', (event) => embedded(event).role === 'Leader');
    expect((await alex.post(attendee._links.eject?.href)).status).toBe(204);
    const gone = await sam.until('conversation', 'deleted');
    expect(gone.reason).toMatchObject({ subcode: 'Ejected' });
  });

  it('cannot send the organizer away', async () => {
    const { forGuest: sams } = await together(alex, sam);
    const roster = await sam.get(sams._links.participants?.href);
    const [organizer] = roster._embedded.participant as unknown as Resource[];
    expect(organizer?._links.eject).toBeUndefined();
    const reply = await sam.post(`${organizer?._links.self?.href}/eject`);
    expect(reply.status).toBe(403);
  });

  it('mutes others, who unmute themselves unless that is locked', async () => {
    const { forHost: alexs, forGuest: sams, guestForHost: samForAlex } = await together(alex, sam);
    const { addAudio } = (await sam.get(sams._links.audioVideo?.href))._links;
    const added = await sam.post(addAudio?.href, {
      operationId: 'audio-1',
      sessionContext: 'context-1',
      to: 'sip:alex@parley.test',
      _links: { mediaOffer: { href: sdpHref(audioSdp) } },
    });
    expect(added.status).toBe(201);
    await alex.until('participantAudio', 'added');
    const audio = await alex.get(`${samForAlex}/participantAudio`);
    expect((await alex.post(audio._links.muteAudio?.href)).status).toBe(204);
    const muted = embedded(await sam.until('participantAudio', 'updated'));
    expect(muted.audioMuted).toBe(true);
    expect((await sam.post(muted._links.unmuteAudio?.href)).status).toBe(204);
    const { demote } = (await alex.get(samForAlex))._links;
    await alex.post(demote?.href);
    const { enableAudienceMuteLock } = (await alex.get(alexs._links.self?.href))._links;
    expect((await alex.post(enableAudienceMuteLock?.href)).status).toBe(204);
    const locked = embedded(
      await sam.until(
        'participantAudio',
        'updated',
        (event) => embedded(event).audioMuted === true,
      ),
    );
    expect(locked._links.unmuteAudio).toBeUndefined();
    expect((await sam.get(sams._links.self?.href)).audienceMute).toBe('Enabled');
  });

  it('keeps attendees from writing', async () => {
    const { forHost: alexs, guestForHost: samForAlex, forGuest: sams } = await together(alex, sam);
    await alex.post((await alex.get(samForAlex))._links.demote?.href);
    const { disableAudienceMessaging } = (await alex.get(alexs._links.self?.href))._links;
    expect((await alex.post(disableAudienceMessaging?.href)).status).toBe(204);
    const { addMessaging } = (await sam.get(sams._links.messaging?.href))._links;
    const refused = await sam.post(addMessaging?.href, { operationId: 'im-1' });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ subcode: 'AttendeeNotAllowed' });
  });
});

describe('the sound of a meeting', () => {
  it('is answered by the server and shown as being in a conference', async () => {
    const { forGuest: sams } = await together(alex, sam);
    const { addAudioVideo } = (await sam.get(sams._links.audioVideo?.href))._links;
    await sam.post(addAudioVideo?.href, {
      operationId: 'audio-1',
      _links: { mediaOffer: { href: sdpHref(audioSdp) } },
    });
    const negotiation = embedded(await sam.until('audioVideoNegotiation', 'updated'));
    expect(negotiation._links.mediaAnswer?.href).toMatch(/^data:application\/sdp;base64,/);
    const connected = embedded(
      await sam.until('audioVideo', 'updated', (event) => embedded(event).state === 'Connected'),
    );
    const presence = await alex.get(
      `${alex.application._embedded.people?._links.self?.href}/sam@parley.test/contactPresence`,
    );
    expect(presence).toMatchObject({ availability: 'Busy', activity: 'in-a-conference' });
    expect((await sam.post(connected._links.stopAudio?.href)).status).toBe(204);
    await sam.until('audioVideo', 'updated', (event) => embedded(event).state === 'Disconnected');
    await alex.until('participantAudio', 'deleted');
  });
});
