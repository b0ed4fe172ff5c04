import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import { demoUsers, type SandboxUser } from '../../../main/sandbox/index.ts';
import type { Communicator, CommunicatorOptions } from './support/communicator.ts';
import { inMeeting, meeting, meetingsOf, refusal, schedule } from './support/scheduling.ts';
import { Stage } from './support/stage.ts';

const kimUri = 'sip:kim@parley.test';
const samUri = 'sip:sam@parley.test';

/** The demo's users with something different about one of them. */
const usersWith = (name: string, changes: Partial<SandboxUser>): readonly SandboxUser[] =>
  demoUsers.map((user) => (user.uri.startsWith(`sip:${name}@`) ? { ...user, ...changes } : user));

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

/** Another server than the usual one. */
async function reopen(options: Parameters<typeof Stage.open>[0]): Promise<void> {
  await stage.close();
  stage = await Stage.open(options);
}

const ways: readonly (readonly [name: string, options: () => CommunicatorOptions])[] = [
  ['UCWA in JSON', () => ({})],
  ['UCWA in XML', () => ({ signIn: (request, on) => signInWith(request, on, { syntax: 'xml' }) })],
  ["the hosted service's dialect", () => ({ discoveryUrl: stage.sandbox.hostedDiscoveryUrl })],
];

describe.each(ways)('meetings of the user, in %s', (_, options) => {
  let alex: Communicator;

  beforeEach(async () => {
    alex = await stage.enter('alex@parley.test', options());
    await alex.commands['meetings.refresh'](undefined);
  });

  it('are scheduled, read, changed and cancelled', async () => {
    expect(meetingsOf(alex)).toMatchObject({ state: 'read', list: [], can: { schedule: true } });
    const expirationTimeMs = Date.parse('2031-05-06T07:08:09Z');
    const id = await schedule(alex, {
      subject: 'Q3 & <plans>',
      description: 'Numbers\nand more',
      accessLevel: 'Invited',
      automaticLeaderAssignment: 'Disabled',
      lobbyBypassForPhoneUsers: 'Enabled',
      expirationTimeMs,
      leaders: [kimUri],
      attendees: [samUri],
    });
    const made = {
      subject: 'Q3 & <plans>',
      description: 'Numbers\nand more',
      accessLevel: 'Invited',
      automaticLeaderAssignment: 'Disabled',
      lobbyBypassForPhoneUsers: 'Enabled',
      expirationTimeMs,
      leaders: [kimUri],
      attendees: [samUri],
      onlineMeetingUri: expect.stringMatching(/^sip:alex@parley\.test;gruu;opaque=app:conf:/),
      joinUrl: expect.stringMatching(/^https:\/\/meet\.parley\.test\/alex\//),
      conferenceId: expect.stringMatching(/^\d{8}$/),
      can: { join: true, change: true },
    };
    expect(meeting(alex, id)).toMatchObject(made);
    await alex.commands['meetings.refresh'](undefined);
    expect(meeting(alex, id)).toMatchObject(made);

    const { joinUrl } = meeting(alex, id);
    await alex.commands['meetings.update']({
      meetingId: id,
      changes: { subject: 'Q4', description: '', attendees: [], accessLevel: 'Everyone' },
    });
    const changed = { ...made, subject: 'Q4', description: '', attendees: [], joinUrl };
    expect(meeting(alex, id)).toMatchObject({ ...changed, accessLevel: 'Everyone' });
    await alex.commands['meetings.open']({ meetingId: id });
    expect(meeting(alex, id)).toMatchObject({ ...changed, accessLevel: 'Everyone' });

    await alex.commands['meetings.cancel']({ meetingId: id });
    expect(meetingsOf(alex).list).toEqual([]);
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex).list).toEqual([]);
  });

  it('are joined by their id, their page and their address, once', async () => {
    const id = await schedule(alex, { subject: 'Planning' });
    const { joinUrl, onlineMeetingUri, onlineMeetingId } = meeting(alex, id);
    const join = async (text: string) =>
      (await alex.commands['meetings.join']({ text })).conversationId;
    const conversationId = await join(`${onlineMeetingId}`);
    const joined = await inMeeting(alex, conversationId);
    expect(joined).toMatchObject({ subject: 'Planning', onlineMeetingUri });
    for (const text of [`${joinUrl}`, `conf:${onlineMeetingUri}`]) {
      expect(await join(text)).toBe(conversationId);
    }
    expect(Object.keys(alex.state.conversations)).toEqual([conversationId]);
    await alex.commands['conversations.leave']({ conversationId });
    await alex.until(({ conversations }) => conversations[conversationId]?.state === 'Ended');
    const again = await join(`${joinUrl}`);
    expect(again).toBe(conversationId);
    await inMeeting(alex, again);
  });
});

describe('what the server lets one choose', () => {
  it('comes with its defaults, numbers to call and words for invitations', async () => {
    const alex = await stage.enter('alex@parley.test');
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex)).toMatchObject({
      options: {
        accessLevels: ['Locked', 'Invited', 'SameEnterprise', 'Everyone'],
        automaticLeaderAssignments: ['Disabled', 'SameEnterprise', 'Everyone'],
        entryExitAnnouncements: ['Enabled', 'Disabled'],
        lobbyBypassForPhoneUsers: ['Enabled', 'Disabled'],
        phoneUserAdmission: ['Enabled', 'Disabled'],
        defaults: { accessLevel: 'Everyone', automaticLeaderAssignment: 'SameEnterprise' },
        meetingSize: 100,
      },
      dialIn: {
        tollNumber: '+14255550001',
        tollFreeNumbers: ['+18005550199'],
        regions: [
          { name: 'Redmond', number: '+14255550001', languages: ['en-US', 'es-MX'] },
          { name: 'London', number: '+442079460001', languages: ['en-GB'] },
        ],
        directoryUrl: 'https://dialin.parley.test',
      },
      customization: {
        helpUrl: 'https://help.parley.test/meetings',
        footerText: 'Parley Demo, for your ears only',
      },
    });
  });

  it('is nothing by phone where the policy says so', async () => {
    const sam = await stage.enter('sam@parley.test');
    await sam.commands['meetings.refresh'](undefined);
    const { options, dialIn } = meetingsOf(sam);
    expect(options.phoneUserAdmission).toEqual([]);
    expect(dialIn).toBeNull();
    expect(meeting(sam, await schedule(sam)).conferenceId).toBeNull();
  });

  it('leaves scheduling out for those who may not', async () => {
    await reopen({ users: usersWith('alex', { schedulesMeetings: false, assignedMeeting: true }) });
    const alex = await stage.enter('alex@parley.test');
    await alex.commands['meetings.refresh'](undefined);
    const { can, list } = meetingsOf(alex);
    expect(can).toEqual({ list: true, schedule: false, join: true });
    expect(list).toMatchObject([
      { isAssigned: true, subject: "Alex Rivera's meeting", can: { join: true, change: false } },
    ]);
    expect(await refusal(schedule(alex))).toMatchObject({ code: 'not-allowed' });
  });

  it('has the assigned meeting among the others, once', async () => {
    await reopen({ users: usersWith('alex', { assignedMeeting: true }) });
    const alex = await stage.enter('alex@parley.test');
    await schedule(alex, { subject: 'Another' });
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex).list.map(({ isAssigned, subject }) => [isAssigned, subject])).toEqual([
      [true, "Alex Rivera's meeting"],
      [false, 'Another'],
    ]);
  });

  it('may not be had, and meetings are scheduled all the same', async () => {
    stage.sandbox.control.fault('meeting-options-unavailable');
    const alex = await stage.enter('alex@parley.test');
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex)).toMatchObject({ state: 'read', dialIn: null, customization: null });
    expect(meetingsOf(alex).options.accessLevels).toEqual([]);
    expect(meeting(alex, await schedule(alex, { subject: 'Still' })).subject).toBe('Still');
  });
});
