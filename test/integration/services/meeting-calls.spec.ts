import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../app/domain/call.ts';
import type { Conversation } from '../../../app/domain/conversation.ts';
import type { Participant } from '../../../app/domain/roster.ts';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import type { Communicator, CommunicatorOptions } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const samUri = 'sip:sam@parley.test';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

/** Every way to speak to a server: the dialect, and the syntax that it has in it. */
const ways: readonly (readonly [name: string, options: () => CommunicatorOptions])[] = [
  ['UCWA in JSON', () => ({})],
  ['UCWA in XML', () => ({ signIn: (request, on) => signInWith(request, on, { syntax: 'xml' }) })],
  ["the hosted service's dialect", () => ({ discoveryUrl: stage.sandbox.hostedDiscoveryUrl })],
];

interface Talk {
  readonly alex: Communicator;
  readonly sam: Communicator;
  /** The call as Alex has it, and as Sam has it. */
  readonly mine: string;
  readonly theirs: string;
}

/** Alex called Sam, and they talk. */
async function talk(options: CommunicatorOptions, modality: Call['modality'] = 'audio') {
  const [alex, sam] = await Promise.all([
    stage.enter('alex@parley.test', options),
    stage.enter('sam@parley.test', options),
  ]);
  const mine = await alex.call(samUri, { modality });
  const { id: theirs } = await sam.ringing();
  await sam.commands['calls.answer']({ callId: theirs, modality });
  await Promise.all([alex.inPhase(mine, 'connected'), sam.inPhase(theirs, 'connected')]);
  return { alex, sam, mine, theirs };
}

const callOf = (who: Communicator, callId: string, fits: (call: Call) => boolean) =>
  who.until(({ calls }) => {
    const call = calls[callId];
    return call !== undefined && fits(call) ? call : null;
  });

const inMeeting = (who: Communicator, callId: string) => callOf(who, callId, isUp);

/** The call that a conversation has, as soon as it fits. */
const callIn = (who: Communicator, conversationId: string, fits: (call: Call) => boolean) =>
  who.until(({ calls }) =>
    Object.values(calls).find((call) => call.conversationId === conversationId && fits(call)),
  );

const isUp = ({ kind, media }: Call): boolean => kind === 'meeting' && media === 'connected';

const conversationOf = (who: Communicator, callId: string): string =>
  who.state.calls[callId]?.conversationId ?? '';

/** Asks Kim in by name, as soon as that is offered. */
async function askKim({ alex, mine }: Pick<Talk, 'alex' | 'mine'>): Promise<void> {
  const conversationId = conversationOf(alex, mine);
  await alex.until(({ conversations }) => conversations[conversationId]?.can.addParticipant);
  const asked = await alex.commands['conversations.addParticipants']({
    conversationId,
    to: ['sip:kim@parley.test'],
  });
  expect(asked.refused).toEqual([]);
}

/** The conversation that somebody is asked into. */
const invited = (who: Communicator): Promise<Conversation> =>
  who.until(({ conversations }) => Object.values(conversations).find(({ can }) => can.accept));

/** Kim takes the invitation with sound. @returns her call */
async function join(kim: Communicator, modality: Call['modality'] = 'audio'): Promise<string> {
  const { id: conversationId } = await invited(kim);
  await kim.commands['conversations.accept']({ conversationId, join: modality });
  const { id } = await callIn(kim, conversationId, isUp);
  return id;
}

const meetingOfThree = async (options: CommunicatorOptions = {}) => {
  const kim = await stage.enter('kim@parley.test', options);
  const pair = await talk(options);
  await askKim(pair);
  const { alex, sam, mine, theirs } = pair;
  const kims = await join(kim);
  await Promise.all([inMeeting(alex, mine), inMeeting(sam, theirs)]);
  return { ...pair, kim, kims };
};

describe.each(ways)('a call that grows into a meeting, in %s', (_, options) => {
  it('goes on in it on both sides, as the same call; who was asked in hears them', async () => {
    const kim = await stage.enter('kim@parley.test', options());
    const { alex, sam, mine, theirs } = await talk(options(), 'audioVideo');
    const before = alex.state.calls[mine];
    await askKim({ alex, mine });
    const kims = await join(kim, 'audioVideo');
    const [grown, grownToo] = await Promise.all([inMeeting(alex, mine), inMeeting(sam, theirs)]);
    for (const call of [grown, grownToo]) {
      expect(call).toMatchObject({
        phase: 'connected',
        meetingMove: 'none',
        modality: 'audioVideo',
      });
    }
    expect(grown).toMatchObject({
      connectedAtMs: before?.connectedAtMs,
      remote: before?.remote,
      conversationId: before?.conversationId,
    });
    expect(grown.mediaId).not.toBe(before?.mediaId);
    await Promise.all([
      expect.poll(() => alex.media.openCalls).toEqual([grown.mediaId]),
      expect.poll(() => sam.media.openCalls).toEqual([grownToo.mediaId]),
    ]);

    await kim.commands['calls.hangUp']({ callId: kims });
    expect(await kim.recent(kims)).toMatchObject({
      kind: 'meeting',
      direction: 'Incoming',
      remote: { name: 'Alex Rivera' },
      outcome: { kind: 'answered' },
    });
    const { conversationId } = grown;
    await alex.until(({ conversations }) => {
      const people = conversations[conversationId]?.participants ?? [];
      return people.length === 1 && people[0]?.person.name === 'Sam Okafor';
    });
    expect([alex.state.calls[mine]?.phase, sam.state.calls[theirs]?.phase]).toEqual([
      'connected',
      'connected',
    ]);
    await alex.commands['calls.hangUp']({ callId: mine });
    expect(await alex.recent(mine)).toMatchObject({
      kind: 'meeting',
      remote: { name: 'Sam Okafor' },
      outcome: { kind: 'answered' },
    });
    expect(alex.state.conversations[conversationId]?.state ?? 'Ended').toBe('Ended');
  });
});

describe('a call whose conversation becomes a meeting', () => {
  it('stays between the two, and says so, when neither gets into the meeting', async () => {
    const { alex, sam, mine, theirs } = await talk({});
    for (const { media } of [alex, sam]) media.failNext('device-busy');
    await askKim({ alex, mine });
    const left = await Promise.all([
      callOf(alex, mine, ({ meetingMove }) => meetingMove === 'failed'),
      callOf(sam, theirs, ({ meetingMove }) => meetingMove === 'failed'),
    ]);
    for (const call of left) {
      expect(call).toMatchObject({ kind: 'direct', phase: 'connected', media: 'connected' });
      expect(call.can.hold).toBe(true);
    }
    expect([alex.media.openCalls, sam.media.openCalls]).toEqual([[mine], [theirs]]);
  });

  it('follows the other side in, when that takes the direct way away', async () => {
    const { alex, sam, mine, theirs } = await talk({});
    alex.media.failNext('device-busy');
    await askKim({ alex, mine });
    await Promise.all([inMeeting(alex, mine), inMeeting(sam, theirs)]);
    expect(alex.state.calls[mine]?.meetingMove).toBe('none');
  });

  it('is muted in it when it was before', async () => {
    const { alex, sam, mine, theirs } = await talk({});
    await alex.commands['calls.setSending']({ callId: mine, audio: false, video: false });
    await askKim({ alex, mine });
    await Promise.all([inMeeting(alex, mine), inMeeting(sam, theirs)]);
    expect(alex.state.calls[mine]?.sending.audio).toBe(false);
    expect(alex.media.asked.filter((each) => each.startsWith('setSending'))).toEqual([
      'setSending audio false video false',
      'setSending audio false video false',
    ]);
  });

  it('is on hold in it when it was before', async () => {
    const { alex, sam, mine, theirs } = await talk({});
    await alex.commands['calls.hold']({ callId: mine });
    await askKim({ alex, mine });
    await Promise.all([inMeeting(alex, mine), inMeeting(sam, theirs)]);
    const held = await callOf(alex, mine, ({ hold }) => hold.local && !hold.pending);
    expect(held.can.resume).toBe(true);
  });
});

describe('the sound of a meeting', () => {
  it('is joined when the user is let in', async () => {
    const [alex, kim] = await Promise.all([
      stage.enter('alex@parley.test'),
      stage.enter('kim@parley.test'),
    ]);
    const { conversationId: hosts } = await alex.commands['conversations.startMeeting']({
      join: 'audio',
    });
    await callIn(alex, hosts, isUp);
    const onlineMeetingUri = alex.state.conversations[hosts]?.onlineMeetingUri ?? '';
    const { conversationId } = await kim.commands['conversations.join']({
      ...{ onlineMeetingUri, join: 'audioVideo' },
    });
    const waiting = await callIn(kim, conversationId, () => true);
    expect(waiting).toMatchObject({ phase: 'inviting', can: { cancel: true } });
    const call = await callIn(kim, conversationId, isUp);
    expect(call).toMatchObject({ phase: 'connected', modality: 'audioVideo' });
  });

  it('is not waited for when the meeting does not exist', async () => {
    const kim = await stage.enter('kim@parley.test');
    const { conversationId } = await kim.commands['conversations.join']({
      onlineMeetingUri: 'sip:alex@parley.test;gruu;opaque=app:conf:focus:id:NOWHERE1',
    });
    const { callId } = await kim.commands['calls.startIn']({ conversationId, modality: 'audio' });
    expect((await kim.recent(callId)).outcome).toMatchObject({
      kind: 'failed',
      reason: 'not-found',
    });
  });

  it('is not waited for when the invitation is over before it is taken', async () => {
    const [alex, kim] = await Promise.all([
      stage.enter('alex@parley.test'),
      stage.enter('kim@parley.test'),
    ]);
    const { conversationId: hosts } = await alex.commands['conversations.startMeeting']({});
    await alex.until(({ conversations }) => conversations[hosts]?.can.addParticipant);
    await alex.commands['conversations.addParticipants']({
      conversationId: hosts,
      to: ['sip:kim@parley.test'],
    });
    const { id: conversationId } = await invited(kim);
    stage.sandbox.control.expireApplications('kim@parley.test');
    await kim.commands['conversations.accept']({ conversationId, join: 'audio' });
    expect(kim.state.calls).toEqual({});
  });

  it('ends for who leaves, and goes on for the others', async () => {
    const { alex, kim, kims, mine } = await meetingOfThree();
    const conversationId = conversationOf(kim, kims);
    await kim.commands['conversations.leave']({ conversationId });
    expect((await kim.recent(kims)).outcome).toEqual({ kind: 'answered' });
    expect(kim.media.openCalls).toEqual([]);
    expect(alex.state.calls[mine]?.phase).toBe('connected');
  });
});

describe('a meeting that the server has forgotten the user in', () => {
  it('is come back into, with sound, by the same call', async () => {
    const { alex, sam, mine, theirs } = await meetingOfThree();
    const before = alex.state.calls[mine];
    stage.sandbox.control.expireApplications('alex@parley.test');
    await callOf(alex, mine, ({ media }) => media === 'disconnected');
    const back = await callOf(alex, mine, ({ media }) => media === 'connected');
    expect(back).toMatchObject({ kind: 'meeting', connectedAtMs: before?.connectedAtMs });
    expect(back.mediaId).not.toBe(before?.mediaId);
    const { conversationId } = back;
    await alex.until(
      ({ conversations }) => conversations[conversationId]?.participants.length === 2,
    );
    expect(sam.state.calls[theirs]?.phase).toBe('connected');
    await expect.poll(() => alex.media.openCalls).toEqual([back.mediaId]);
  });
});

describe('a meeting while events are lost', () => {
  it('goes on', async () => {
    const { alex, mine } = await meetingOfThree();
    const read = stage.sandbox.control.waitForRequest(({ path }) => path.endsWith('/audioVideo'));
    stage.sandbox.control.sendResync('alex@parley.test');
    await read;
    expect(alex.state.calls[mine]).toMatchObject({ phase: 'connected', kind: 'meeting' });
  });
});

describe('a call that grows into a meeting while a connection is away', () => {
  const cutOff = (who: string, isAway: boolean) =>
    stage.sandbox.control.setCutOff(`${who}@parley.test`, isAway);
  const recovering = (who: Communicator) =>
    who.until(({ session }) => session.phase === 'recovering');

  it.each([
    ['comes back', false],
    ['comes back without what happened meanwhile', true],
  ])('takes along whose connection %s', async (_, eventsAreLost) => {
    const kim = await stage.enter('kim@parley.test');
    const pair = await talk({});
    const { alex, sam, mine, theirs } = pair;
    cutOff('sam', true);
    await recovering(sam);
    await askKim(pair);
    await join(kim);
    await inMeeting(alex, mine);
    // What the two had is gone on the server; Sam knows nothing of it yet.
    expect(sam.state.calls[theirs]).toMatchObject({ phase: 'connected', kind: 'direct' });
    if (eventsAreLost) stage.sandbox.control.sendResync('sam@parley.test');
    cutOff('sam', false);
    await inMeeting(sam, theirs);
    await expect.poll(() => sam.media.openCalls).toHaveLength(1);
    const conversationId = conversationOf(sam, theirs);
    await sam.until(
      ({ conversations }) => conversations[conversationId]?.participants.length === 2,
    );
  });

  it('comes about when the connection goes away as the call goes over', async () => {
    const kim = await stage.enter('kim@parley.test');
    const pair = await talk({});
    const { alex, sam, mine, theirs } = pair;
    const goingOver = stage.sandbox.control.waitForRequest(
      ({ path, userUri }) =>
        path.endsWith('/audioVideoInvitations') && userUri === 'sip:alex@parley.test',
    );
    await askKim(pair);
    await join(kim);
    await goingOver;
    cutOff('alex', true);
    await recovering(alex);
    await inMeeting(sam, theirs);
    stage.sandbox.control.sendResync('alex@parley.test');
    cutOff('alex', false);
    await inMeeting(alex, mine);
    await expect.poll(() => alex.media.openCalls).toHaveLength(1);
  });

  it('comes about when the connection of the one who asked goes away in the middle', async () => {
    const kim = await stage.enter('kim@parley.test');
    const pair = await talk({});
    const { alex, sam, mine, theirs } = pair;
    await askKim(pair);
    await invited(kim);
    cutOff('alex', true);
    await recovering(alex);
    await join(kim);
    await inMeeting(sam, theirs);
    expect(alex.state.calls[mine]?.phase).toBe('connected');
    cutOff('alex', false);
    await inMeeting(alex, mine);
    await expect.poll(() => alex.media.openCalls).toHaveLength(1);
    const conversationId = conversationOf(alex, mine);
    await alex.until(
      ({ conversations }) => conversations[conversationId]?.participants.length === 2,
    );
  });
});

describe('a call within a chat of two', () => {
  it('rings in the same conversation, and leaves the chat as it was', async () => {
    const [alex, sam] = await Promise.all([
      stage.enter('alex@parley.test'),
      stage.enter('sam@parley.test'),
    ]);
    const { conversationId } = await alex.commands['conversations.startChat']({
      to: samUri,
      message: 'May I call?',
    });
    const { id: sams } = await invited(sam);
    await sam.commands['conversations.accept']({ conversationId: sams });
    await alex.until(({ conversations }) => conversations[conversationId]?.can.call);
    const { callId } = await alex.commands['calls.startIn']({ conversationId, modality: 'audio' });
    const ringing = await sam.ringing();
    expect(ringing).toMatchObject({ conversationId: sams, remote: { name: 'Alex Rivera' } });
    await sam.commands['calls.answer']({ callId: ringing.id, modality: 'audio' });
    const call = await alex.inPhase(callId, 'connected');
    expect(call).toMatchObject({ kind: 'direct', conversationId, remote: { name: 'Sam Okafor' } });
    await sam.commands['calls.hangUp']({ callId: ringing.id });
    expect((await alex.recent(callId)).outcome).toEqual({ kind: 'answered' });
    await alex.until(({ conversations }) => conversations[conversationId]?.can.call);
    expect(alex.state.conversations[conversationId]?.messaging).toBe('Connected');
  });
});

/** Sam as Alex has them in the roster, once `fits`. */
const samIn = (
  { alex, mine }: Pick<Talk, 'alex' | 'mine'>,
  fits: (sam: Participant) => boolean,
): Promise<Participant> => {
  const conversationId = conversationOf(alex, mine);
  return alex.until(({ conversations }) =>
    conversations[conversationId]?.participants.find(
      (each) => each.person.uri === samUri && fits(each),
    ),
  );
};

describe('whoever is muted in a meeting', () => {
  it('sends nothing, is told by whom, and can take it back', async () => {
    const three = await meetingOfThree();
    const { alex, sam, mine, theirs } = three;
    const { id: participantId } = await samIn(three, ({ can }) => can.mute);
    const conversationId = conversationOf(alex, mine);
    await alex.commands['conversations.muteParticipant']({
      ...{ conversationId, participantId, muted: true },
    });
    await callOf(sam, theirs, (it) => it.meetingMute === 'muted' && !it.sending.audio);
    await samIn(three, ({ audio }) => audio?.muted === true);
    await sam.commands['calls.setSending']({ callId: theirs, audio: true, video: false });
    const heard = await callOf(sam, theirs, ({ meetingMute }) => meetingMute === 'none');
    expect(heard.sending.audio).toBe(true);
    await samIn(three, ({ audio }) => audio?.muted === false);
  });

  it('cannot take it back while attendees are kept muted', async () => {
    const three = await meetingOfThree();
    const { alex, sam, mine, theirs } = three;
    const { id: participantId } = await samIn(three, ({ can }) => can.demote);
    const conversationId = conversationOf(alex, mine);
    await alex.commands['conversations.setRole']({
      ...{ conversationId, participantId, role: 'Attendee' },
    });
    await samIn(three, ({ role }) => role === 'Attendee');
    await alex.commands['conversations.setAudienceMute']({ conversationId, enabled: true });
    const kept = await callOf(sam, theirs, (it) => it.meetingMute === 'locked' && !it.can.mute);
    expect(kept.sending.audio).toBe(false);
    await expect(
      sam.commands['calls.setSending']({ callId: theirs, audio: true, video: false }),
    ).rejects.toThrow();
    await alex.commands['conversations.setAudienceMute']({ conversationId, enabled: false });
    await callOf(sam, theirs, (it) => it.meetingMute !== 'locked' && it.can.mute);
  });

  it('by themselves is seen so by the others, and not told of it', async () => {
    const three = await meetingOfThree();
    const { sam, theirs } = three;
    const conversationId = conversationOf(sam, theirs);
    await sam.until(
      ({ conversations }) => conversations[conversationId]?.self?.audioMuted === false,
    );
    await sam.commands['calls.setSending']({ callId: theirs, audio: false, video: false });
    await samIn(three, ({ audio }) => audio?.muted === true);
    await sam.until(({ conversations }) => conversations[conversationId]?.self?.audioMuted);
    expect(sam.state.calls[theirs]?.meetingMute).toBe('none');
    await sam.commands['calls.setSending']({ callId: theirs, audio: true, video: false });
    await samIn(three, ({ audio }) => audio?.muted === false);
  });
});

describe('the end of a meeting', () => {
  it('is told to everybody who is sent home', async () => {
    const { alex, sam, kim, kims, mine, theirs } = await meetingOfThree();
    const conversationId = conversationOf(alex, mine);
    await alex.until(({ conversations }) => conversations[conversationId]?.can.end);
    await alex.commands['conversations.end']({ conversationId });
    const [own, sams, hers] = await Promise.all([
      alex.recent(mine),
      sam.recent(theirs),
      kim.recent(kims),
    ]);
    expect(own.outcome).toEqual({ kind: 'answered' });
    // UCWA knows no other way to end a meeting for all than to send everybody out; who goes last sees it.
    expect([sams.outcome.kind, hers.outcome.kind].sort()).toEqual(['meetingEnded', 'removed']);
  });

  it('is told to whoever is removed', async () => {
    const three = await meetingOfThree();
    const { alex, sam, mine, theirs } = three;
    const { id: participantId } = await samIn(three, ({ can }) => can.eject);
    const conversationId = conversationOf(alex, mine);
    await alex.commands['conversations.eject']({ conversationId, participantId });
    expect((await sam.recent(theirs)).outcome).toEqual({ kind: 'removed' });
    expect(alex.state.calls[mine]?.phase).toBe('connected');
  });
});
