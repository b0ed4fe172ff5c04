import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import type { Communicator, CommunicatorOptions } from './support/communicator.ts';
import {
  bring,
  join,
  names,
  scheduledMeeting,
  seen,
  startMeeting,
  when,
  whenAny,
} from './support/meeting-guests.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';
const kimUri = 'sip:kim@parley.test';
const samName = 'Sam Okafor';
const kimName = 'Kim Lindqvist';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

const ways: readonly (readonly [name: string, options: () => CommunicatorOptions])[] = [
  ['UCWA in JSON', () => ({})],
  ['UCWA in XML', () => ({ signIn: (request, on) => signInWith(request, on, { syntax: 'xml' }) })],
  ["the hosted service's dialect", () => ({ discoveryUrl: stage.sandbox.hostedDiscoveryUrl })],
];

/** The organizer in a meeting in which colleagues are attendees. @returns the conversation's id */
async function hosting(who: Communicator): Promise<string> {
  const id = await join(who, await scheduledMeeting(who, 'Everyone'));
  await when(who, id, ({ meeting, self, can }) => meeting && self && can.addParticipant);
  return id;
}

describe.each(ways)('a meeting, in %s', (_, options) => {
  let alex: Communicator;
  let sam: Communicator;

  beforeEach(async () => {
    [alex, sam] = await Promise.all([
      stage.enter('alex@parley.test', options()),
      stage.enter('sam@parley.test', options()),
    ]);
  });

  it('says what it is, who is in it, what they are and what can be done with them', async () => {
    const id = await hosting(alex);
    const theirs = await bring(alex, id, sam, samUri);
    const attendee = await seen(alex, id, samName, ({ can }) => can.eject);
    expect(attendee).toMatchObject({
      role: 'Attendee',
      organizer: false,
      audio: null,
      can: { promote: true, demote: false, eject: true, admit: false, mute: false },
    });
    const leader = await seen(sam, theirs, 'Alex Rivera', ({ organizer }) => organizer);
    expect(leader.role).toBe('Leader');
    expect(Object.values(leader.can)).not.toContain(true);
    expect(alex.state.conversations[id]).toMatchObject({
      self: { role: 'Leader', organizer: true, audioMuted: false },
      meeting: {
        organizer: { uri: 'sip:alex@parley.test', name: 'Alex Rivera' },
        joinUrl: expect.stringMatching(/^https:/),
        audienceMute: false,
        audienceMessaging: true,
      },
      can: { end: true, leave: true, setAudienceMute: true, setAudienceMessaging: true },
    });
    expect(sam.state.conversations[theirs]).toMatchObject({
      self: { role: 'Attendee', organizer: false },
      subject: 'Planning',
      can: { end: false, leave: true, setAudienceMute: false, setAudienceMessaging: false },
    });
  });

  it('makes leaders and attendees of people, and each sees what they are now', async () => {
    const id = await hosting(alex);
    const theirs = await bring(alex, id, sam, samUri);
    const { id: participantId } = await seen(alex, id, samName, ({ can }) => can.promote);
    const setRole = (role: 'Leader' | 'Attendee') =>
      alex.commands['conversations.setRole']({ conversationId: id, participantId, role });
    await setRole('Leader');
    await seen(alex, id, samName, ({ role, can }) => role === 'Leader' && can.demote);
    await when(sam, theirs, (it) => it.self?.role === 'Leader' && it.can.setAudienceMute);
    await setRole('Attendee');
    await seen(alex, id, samName, ({ role, can }) => role === 'Attendee' && can.promote);
    await when(sam, theirs, (it) => it.self?.role === 'Attendee' && !it.can.setAudienceMute);
  });

  it('sends somebody away, who reads that they were removed', async () => {
    const id = await startMeeting(alex);
    const theirs = await bring(alex, id, sam, samUri);
    const { id: participantId } = await seen(alex, id, samName, ({ can }) => can.eject);
    await alex.commands['conversations.eject']({ conversationId: id, participantId });
    const over = await when(sam, theirs, ({ state }) => state === 'Ended');
    expect(over).toMatchObject({ endReason: 'removed', participants: [], self: null });
    await when(alex, id, ({ participants }) => participants.length === 0);
  });

  it('stops the picture of one of them, who shows it again', async () => {
    const callId = await alex.call('sip:sam@parley.test', { modality: 'audioVideo' });
    const { id: ringing } = await sam.ringing();
    await sam.commands['calls.answer']({ callId: ringing, modality: 'audioVideo' });
    await Promise.all([alex.inPhase(callId, 'connected'), sam.inPhase(ringing, 'connected')]);
    const id = alex.state.calls[callId]?.conversationId ?? '';
    const theirs = sam.state.calls[ringing]?.conversationId ?? '';
    const kim = await stage.enter('kim@parley.test', options());
    await when(alex, id, ({ can }) => can.addParticipant);
    await bring(alex, id, kim, kimUri);
    const { id: participantId } = await seen(alex, id, samName, ({ can }) => can.muteVideo);
    const stop = { conversationId: id, participantId, muted: true };
    await alex.commands['conversations.muteVideo'](stop);
    const stopped = await seen(alex, id, samName, ({ video }) => video?.muted === true);
    expect(stopped.can).toMatchObject({ muteVideo: false, unmuteVideo: false });
    await when(sam, theirs, ({ self }) => self?.videoMuted === true && self.canUnmuteVideo);
    const show = { conversationId: theirs, participantId: null, muted: false };
    await sam.commands['conversations.muteVideo'](show);
    await when(sam, theirs, ({ self }) => self?.videoMuted === false);
    await seen(alex, id, samName, ({ video, can }) => video?.muted === false && can.muteVideo);
  });

  it('mutes one of them, and lets them take it back unless that is locked', async () => {
    const callId = await alex.call('sip:sam@parley.test');
    const { id: ringing } = await sam.ringing();
    await sam.commands['calls.answer']({ callId: ringing, modality: 'audio' });
    await Promise.all([alex.inPhase(callId, 'connected'), sam.inPhase(ringing, 'connected')]);
    const id = alex.state.calls[callId]?.conversationId ?? '';
    const theirs = sam.state.calls[ringing]?.conversationId ?? '';
    const kim = await stage.enter('kim@parley.test', options());
    await when(alex, id, ({ can }) => can.addParticipant);
    await bring(alex, id, kim, kimUri);
    const { id: participantId } = await seen(alex, id, samName, ({ can }) => can.mute);
    await alex.commands['conversations.muteParticipant']({
      conversationId: id,
      participantId,
      muted: true,
    });
    await seen(alex, id, samName, ({ audio }) => audio?.muted === true);
    await when(sam, theirs, ({ self }) => self?.audioMuted === true && self.canUnmuteAudio);
    const unmute = { conversationId: theirs, participantId: null, muted: false };
    await sam.commands['conversations.muteParticipant'](unmute);
    await when(sam, theirs, ({ self }) => self?.audioMuted === false);
    await seen(alex, id, samName, ({ audio, can }) => audio?.muted === false && can.mute);
    const attendee = { conversationId: id, participantId, role: 'Attendee' } as const;
    await alex.commands['conversations.setRole'](attendee);
    await when(sam, theirs, ({ self }) => self?.role === 'Attendee');
    await alex.commands['conversations.setAudienceMute']({ conversationId: id, enabled: true });
    const locked = await when(sam, theirs, (it) => it.meeting?.audienceMute && it.self?.audioMuted);
    expect(locked.self?.canUnmuteAudio).toBe(false);
    await alex.commands['conversations.setAudienceMute']({ conversationId: id, enabled: false });
    await when(sam, theirs, (it) => it.meeting?.audienceMute === false && it.self?.canUnmuteAudio);
    await sam.commands['conversations.muteParticipant'](unmute);
    await when(alex, id, ({ can }) => can.muteAll);
    await alex.commands['conversations.muteAll']({ conversationId: id });
    await when(sam, theirs, ({ self }) => self?.audioMuted === true);
  });

  it('lets attendees write, or not', async () => {
    const id = await startMeeting(alex);
    const theirs = await bring(alex, id, sam, samUri);
    const set = (enabled: boolean) =>
      alex.commands['conversations.setAudienceMessaging']({ conversationId: id, enabled });
    await set(false);
    await when(sam, theirs, ({ meeting }) => meeting?.audienceMessaging === false);
    await set(true);
    await when(sam, theirs, ({ meeting }) => meeting?.audienceMessaging === true);
  });

  it('lets in one or all who wait, and turns others away', async () => {
    const uri = await scheduledMeeting(alex, 'Locked');
    const id = await join(alex, uri);
    const theirs = await join(sam, uri);
    await when(sam, theirs, ({ state }) => state === 'InLobby');
    await seen(alex, id, samName, ({ can }) => can.admit && can.reject);
    expect(alex.state.conversations[id]?.can).toMatchObject({ admitAll: true, rejectAll: true });
    await alex.commands['conversations.admit']({ conversationId: id, participantId: null });
    await when(sam, theirs, ({ state }) => state === 'Conferenced');
    await seen(alex, id, samName, ({ can }) => can.eject && !can.admit);
    const kim = await stage.enter('kim@parley.test', options());
    const kims = await join(kim, uri);
    const { id: participantId } = await seen(alex, id, kimName, ({ can }) => can.reject);
    await alex.commands['conversations.reject']({ conversationId: id, participantId });
    const away = await when(kim, kims, ({ state }) => state === 'Ended');
    expect(away).toMatchObject({ endReason: 'denied', connectedAtMs: null });
    await when(alex, id, ({ lobby }) => lobby.length === 0);
  });

  it('asks several people in at once, each by what the user has of them', async () => {
    const [kim] = await Promise.all([
      stage.enter('kim@parley.test', options()),
      stage.enter('robin@parley.test', options()),
    ]);
    const id = await startMeeting(alex);
    const to = [kimUri, 'nobody in particular', 'robin@parley.test', 'ghost@parley.test', '00'];
    const { refused } = await alex.commands['conversations.addParticipants']({
      conversationId: id,
      to,
    });
    expect(refused.map(({ typed, error }) => [typed, error.messageKey])).toEqual([
      ['nobody in particular', 'error.nobodyNamed'],
      ['00', 'error.invalidNumber'],
    ]);
    const asked = await whenAny(kim, ({ can }) => can.accept);
    await kim.commands['conversations.decline']({ conversationId: asked.id });
    const now = await when(
      alex,
      id,
      ({ invited }) => invited.filter(({ outcome }) => outcome !== null).length === 2,
    );
    const told = now.invited.map(({ person, outcome }) => [
      person.name,
      outcome?.kind === 'failed' ? outcome.reason : (outcome?.kind ?? null),
    ]);
    expect(told).toEqual([
      [kimName, 'declined'],
      ['Robin Mehta', null],
      ['ghost@parley.test', 'not-found'],
    ]);
  });

  it('is left by one and goes on, or is ended for all', async () => {
    const kim = await stage.enter('kim@parley.test', options());
    const id = await startMeeting(alex);
    const theirs = await bring(alex, id, sam, samUri);
    const kims = await bring(alex, id, kim, kimUri);
    await when(sam, theirs, (it) => names(it).join() === 'Alex Rivera,Kim Lindqvist');
    await sam.commands['conversations.leave']({ conversationId: theirs });
    expect(sam.state.conversations[theirs]).toMatchObject({ state: 'Ended', endReason: 'left' });
    await when(alex, id, (it) => names(it).join() === kimName && it.can.end);
    await alex.commands['conversations.end']({ conversationId: id });
    expect(alex.state.conversations[id]).toMatchObject({ state: 'Ended', endReason: 'left' });
    const over = await when(kim, kims, ({ state }) => state === 'Ended');
    // Who is sent out last, by the only one who can, was in a meeting that ended.
    expect(over).toMatchObject({ endReason: 'ended', endedBy: { name: 'Alex Rivera' } });
  });
});

it('that its organizer cancels is over for those in it', async () => {
  const [alex, sam] = await Promise.all([
    stage.enter('alex@parley.test'),
    stage.enter('sam@parley.test'),
  ]);
  const uri = await scheduledMeeting(alex, 'Locked');
  const id = await join(alex, uri);
  const theirs = await join(sam, uri);
  await when(alex, id, ({ can }) => can.admitAll);
  await alex.commands['conversations.admit']({ conversationId: id, participantId: null });
  await when(sam, theirs, ({ state }) => state === 'Conferenced');
  const [meeting] = alex.state.meetings.list;
  await alex.commands['meetings.cancel']({ meetingId: meeting?.id ?? '' });
  const over = await when(sam, theirs, ({ state }) => state === 'Ended');
  expect(over.endReason).toBe('ended');
});
