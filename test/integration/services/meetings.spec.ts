import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MeetingValues, newMeetingValues } from '../../../app/domain/meeting.ts';
import { toCommandError } from '../../../app/services/command-failure.ts';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import { demoUsers, type SandboxUser } from '../../../main/sandbox/index.ts';
import type { Communicator, CommunicatorOptions } from './support/communicator.ts';
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

const meetingsOf = ({ state }: Communicator) => state.meetings;

const values = (who: Communicator, changes: Partial<MeetingValues> = {}) => ({
  ...newMeetingValues(meetingsOf(who).options),
  leaders: [],
  attendees: [],
  ...changes,
});

async function schedule(who: Communicator, changes: Partial<MeetingValues> = {}) {
  const { leaders = [], attendees = [], ...more } = changes;
  const { meetingId } = await who.commands['meetings.schedule']({
    ...values(who, more),
    leaders: [...leaders],
    attendees: [...attendees],
  });
  return meetingId;
}

const meeting = (who: Communicator, id: string) => {
  const found = meetingsOf(who).list.find((each) => each.id === id);
  if (found === undefined) throw new Error('no such meeting');
  return found;
};

const inMeeting = (who: Communicator, conversationId: string) =>
  who.until(({ conversations }) => {
    const conversation = conversations[conversationId];
    return conversation?.state === 'Conferenced' ? conversation : null;
  });

/** What the user reads when it is refused. */
const refusal = (command: Promise<unknown>) =>
  command.then(
    () => null,
    (reason: unknown) => toCommandError(reason),
  );

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

describe('what cannot be', () => {
  let alex: Communicator;

  beforeEach(async () => {
    alex = await stage.enter('alex@parley.test');
    await alex.commands['meetings.refresh'](undefined);
  });

  const sent = () =>
    stage.sandbox.control.requests.filter(({ method }) => method === 'POST' || method === 'PUT');

  it.each([
    ['subject', { subject: 'x'.repeat(251) }, 'error.fieldLimit'],
    ['description', { description: 'x'.repeat(10_001) }, 'error.fieldLimit'],
    ['attendees', { attendees: ['nobody'] }, 'error.meetingField'],
    ['leaders', { leaders: Array(251).fill(samUri) }, 'error.meetingField'],
    ['expirationTimeMs', { expirationTimeMs: Date.UTC(2001, 0) }, 'error.meetingField'],
    ['expirationTimeMs', { expirationTimeMs: Date.UTC(2101, 0) }, 'error.meetingField'],
  ])(
    'is refused by the name of the field %s before anything is sent',
    async (field, changes, key) => {
      const id = await schedule(alex);
      const before = sent().length;
      const error = { code: 'field-limit', messageKey: key, values: { fields: field } };
      expect(await refusal(schedule(alex, changes))).toMatchObject(error);
      const update = alex.commands['meetings.update']({ meetingId: id, changes });
      expect(await refusal(update)).toMatchObject(error);
      expect(sent()).toHaveLength(before);
    },
  );

  it('is told in the words of the server', async () => {
    stage.sandbox.control.fault('too-many-online-meetings', { times: 1 });
    expect(await refusal(schedule(alex))).toMatchObject({
      messageKey: 'serverError.TooManyOnlineMeetings',
    });
    stage.sandbox.control.fault('parameter-validation-failure', { times: 1 });
    expect(await refusal(schedule(alex))).toMatchObject({
      messageKey: 'serverError.ParameterValidationFailure',
    });
    expect(meetingsOf(alex).list).toEqual([]);
  });

  it('is kept from the list when it is gone', async () => {
    const [one, two, three] = [await schedule(alex), await schedule(alex), await schedule(alex)];
    const other = await stage.enter('alex@parley.test');
    await other.commands['meetings.refresh'](undefined);
    for (const { id } of meetingsOf(other).list) {
      await other.commands['meetings.cancel']({ meetingId: id });
    }
    expect(await refusal(alex.commands['meetings.open']({ meetingId: one }))).toMatchObject({
      code: 'not-found',
    });
    const update = alex.commands['meetings.update']({ meetingId: two, changes: { subject: 'x' } });
    expect(await refusal(update)).toMatchObject({ code: 'not-found' });
    await alex.commands['meetings.cancel']({ meetingId: three });
    expect(meetingsOf(alex).list).toEqual([]);
  });

  it('leaves what others changed meanwhile as it is', async () => {
    const id = await schedule(alex, { subject: 'Mine', description: 'Mine' });
    const other = await stage.enter('alex@parley.test');
    await other.commands['meetings.refresh'](undefined);
    const [theirs] = meetingsOf(other).list;
    await other.commands['meetings.update']({
      meetingId: theirs?.id ?? '',
      changes: { description: 'Theirs', attendees: [samUri] },
    });
    await alex.commands['meetings.update']({ meetingId: id, changes: { subject: 'Changed' } });
    expect(meeting(alex, id)).toMatchObject({
      subject: 'Changed',
      description: 'Theirs',
      attendees: [samUri],
    });
  });

  it('shows as such when the list cannot be read, with what was there', async () => {
    const id = await schedule(alex, { subject: 'Kept' });
    const undo = stage.sandbox.control.fault('invalid-exchange-version');
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex).state).toBe('failed');
    expect(meeting(alex, id).subject).toBe('Kept');
    undo();
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex).state).toBe('read');
  });

  it('that was made though nobody heard of it shows in the list', async () => {
    stage.sandbox.control.fault('lost-answer', {
      every: 1,
      times: 1,
      on: { method: 'POST', path: /myOnlineMeetings$/ },
    });
    expect(await refusal(schedule(alex, { subject: 'Unheard' }))).toMatchObject({
      code: 'network',
    });
    const [made] = await alex.until(({ meetings }) => meetings.list.length > 0 && meetings.list);
    expect(made?.subject).toBe('Unheard');
  });

  it('is read anew of a new application', async () => {
    await schedule(alex, { subject: 'Lasting' });
    stage.sandbox.control.expireApplications('alex@parley.test');
    await alex.until(({ meetings }) => meetings.state === 'unread');
    expect(meetingsOf(alex)).toMatchObject({ list: [], can: { list: true, join: true } });
    await alex.commands['meetings.refresh'](undefined);
    expect(meetingsOf(alex).list).toMatchObject([{ subject: 'Lasting' }]);
  });

  it('is forgotten with the session', async () => {
    await schedule(alex);
    await alex.commands['session.signOut'](undefined);
    expect(meetingsOf(alex)).toMatchObject({ list: [], state: 'unread', can: { join: false } });
    expect(await refusal(alex.commands['meetings.join']({ text: 'ABCDEFGH' }))).toMatchObject({
      code: 'not-signed-in',
    });
  });
});

describe('joining what somebody pasted', () => {
  const asked = () =>
    stage.sandbox.control.requests.filter(({ path }) => path.startsWith('/Meet/'));
  beforeEach(() => reopen({ joinPages: 'own' }));

  async function otherMeeting() {
    const alex = await stage.enter('alex@parley.test');
    const { joinUrl, onlineMeetingUri } = meeting(alex, await schedule(alex, { subject: 'Board' }));
    return { alex, joinUrl: `${joinUrl}`, onlineMeetingUri: `${onlineMeetingUri}` };
  }

  it('asks the page of a meeting that is not one of the own', async () => {
    const { joinUrl } = await otherMeeting();
    const sam = await stage.enter('sam@parley.test');
    const text = `Join online meeting\n<${joinUrl}>\n`;
    await inMeeting(sam, (await sam.commands['meetings.join']({ text })).conversationId);
    expect(asked()).toMatchObject([{ method: 'GET', status: 200, userUri: undefined }]);
  });

  it('asks nobody where the address says it', async () => {
    const { onlineMeetingUri } = await otherMeeting();
    const sam = await stage.enter('sam@parley.test');
    const text = `conf:${onlineMeetingUri}?conversation-id=1`;
    await inMeeting(sam, (await sam.commands['meetings.join']({ text })).conversationId);
    expect(asked()).toEqual([]);
  });

  it.each([
    ['https://meet.fabrikam.test/alex/ABC12345', 'error.meetingHost'],
    ['http://meet.parley.test/alex/ABC12345', 'error.meetingNotSecure'],
    ['12345678', 'error.meetingIdUnknown'],
    ['see you there', 'error.meetingUnreadable'],
  ])('says what is needed instead of %s', async (text, messageKey) => {
    const sam = await stage.enter('sam@parley.test');
    expect(await refusal(sam.commands['meetings.join']({ text }))).toMatchObject({ messageKey });
    expect(asked()).toEqual([]);
  });

  it('says when the page knows no such meeting', async () => {
    const sam = await stage.enter('sam@parley.test');
    const text = `${stage.sandbox.origin}/Meet/alex/NOSUCH12`;
    expect(await refusal(sam.commands['meetings.join']({ text }))).toMatchObject({
      messageKey: 'error.meetingPage',
    });
  });

  it('takes a guest along by the link alone, under their name', async () => {
    const { alex, joinUrl } = await otherMeeting();
    const { conversationId } = await alex.commands['meetings.join']({ text: joinUrl });
    await inMeeting(alex, conversationId);
    const guest = stage.add();
    const joined = await guest.commands['session.joinAsGuest']({
      text: joinUrl,
      name: 'Gil Guest',
    });
    expect(guest.state.session.phase).toBe('online');
    const uri = guest.state.me?.uri ?? '';
    expect(uri).toMatch(/^sip:guest-/);

    await inMeeting(guest, joined.conversationId);
    await alex.until(({ conversations }) =>
      conversations[conversationId]?.participants.some(({ person }) => person.name === 'Gil Guest'),
    );
    // The next start is nobody's.
    expect(await guest.secrets.get('session')).toBeNull();
  });

  it('does not let a guest in by a page that knows no such meeting, or an id', async () => {
    const guest = stage.add();
    const join = (text: string) =>
      refusal(guest.commands['session.joinAsGuest']({ text, name: 'Gil' }));
    expect(await join(`${stage.sandbox.origin}/Meet/alex/NOSUCH12`)).toMatchObject({
      messageKey: 'error.meetingPage',
    });
    expect(await join('12345678')).toMatchObject({ messageKey: 'error.meetingLinkNeeded' });
    expect(guest.state.session.phase).toBe('signedOut');
  });
});
