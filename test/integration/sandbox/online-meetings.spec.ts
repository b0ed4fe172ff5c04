import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  demoUsers,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../../main/sandbox/index.ts';
import { embeddedList, type Resource, refusal, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;

async function open(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startSandbox(options);
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test', 'meetings');
}

beforeEach(() => open());
afterEach(() => sandbox.stop());

async function reopen(options: SandboxOptions): Promise<void> {
  await sandbox.stop();
  await open(options);
}

const dashboard = ({ application }: UcwaClient): Resource => {
  const { onlineMeetings } = application._embedded;
  if (onlineMeetings === undefined) throw new Error('no onlineMeetings');
  return onlineMeetings;
};

const list = (client: UcwaClient) => dashboard(client)._links.myOnlineMeetings?.href;

async function schedule(body: Readonly<Record<string, unknown>> = {}): Promise<Resource> {
  const reply = await alex.post(list(alex), body);
  expect(reply.status).toBe(201);
  return (await reply.json()) as Resource;
}

describe('meetings of the user', () => {
  it('are offered with everything that surrounds them', () => {
    expect(Object.keys(dashboard(alex)._links).sort()).toEqual([
      'myOnlineMeetings',
      'onlineMeetingDefaultValues',
      'onlineMeetingEligibleValues',
      'onlineMeetingInvitationCustomization',
      'onlineMeetingPolicies',
      'phoneDialInInformation',
      'self',
    ]);
  });

  it('are kept as they were scheduled', async () => {
    const said = {
      subject: 'Board',
      description: 'Numbers',
      accessLevel: 'Invited',
      automaticLeaderAssignment: 'Disabled',
      entryExitAnnouncement: 'Enabled',
      lobbyBypassForPhoneUsers: 'Enabled',
      phoneUserAdmission: 'Enabled',
      expirationTime: `/Date(${Date.now() + 3_600_000})/`,
      leaders: ['sip:kim@parley.test'],
      attendees: ['sip:sam@parley.test'],
    };
    const made = await schedule(said);
    expect(made).toMatchObject({
      ...said,
      rel: 'myOnlineMeeting',
      conferenceId: expect.stringMatching(/^\d{8}$/),
      organizerUri: 'sip:alex@parley.test',
    });
    expect(await alex.get(made._links.self?.href)).toMatchObject(said);
    expect(embeddedList(await alex.get(list(alex)), 'myOnlineMeeting')).toMatchObject([said]);
  });

  it.each([
    ['subject', 'x'.repeat(251)],
    ['accessLevel', 'Nobody'],
    ['automaticLeaderAssignment', 'Perhaps'],
    ['entryExitAnnouncement', 'Loud'],
    ['lobbyBypassForPhoneUsers', 'Some'],
    ['phoneUserAdmission', 'Some'],
    ['expirationTime', '/Date(1000)/'],
    ['expirationTime', '/Date(99999999999999)/'],
    ['expirationTime', 'soon'],
    ['leaders', ['kim']],
    ['attendees', [7]],
  ])('are not scheduled with a bad %s', async (name, value) => {
    const reply = await alex.post(list(alex), { [name]: value });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({
      code: 'BadRequest',
      subcode: 'ParameterValidationFailure',
      parameters: [{ name }],
    });
  });

  it('are no more than the server allows', async () => {
    await reopen({ limits: { meetings: 1 } });
    await schedule();
    expect(await refusal(alex.post(list(alex), {}))).toBe('409 Conflict TooManyOnlineMeetings');
  });

  it('may be one that an administrator assigned, and no others', async () => {
    const users = demoUsers.map((user) =>
      user.uri.startsWith('sip:alex@')
        ? { ...user, assignedMeeting: true, schedulesMeetings: false }
        : user,
    );
    await reopen({ users });
    const links = dashboard(alex)._links;
    expect(links.myOnlineMeetings).toBeUndefined();
    const assigned = await alex.get(links.myAssignedOnlineMeeting?.href);
    expect(assigned).toMatchObject({
      rel: 'myAssignedOnlineMeeting',
      organizerUri: 'sip:alex@parley.test',
    });
    const again = await alex.get(links.myAssignedOnlineMeeting?.href);
    expect(again.onlineMeetingUri).toBe(assigned.onlineMeetingUri);
    const href = `${links.self?.href}/myOnlineMeetings`;
    expect(await refusal(alex.post(href, {}))).toBe('403 Forbidden');
    const eligible = await alex.get(links.onlineMeetingEligibleValues?.href);
    expect(eligible.eligibleOnlineMeetingRels).toEqual(['myAssignedOnlineMeeting']);
  });
});

describe('calling in', () => {
  it('has numbers, each of which can be read', async () => {
    const info = await alex.get(dashboard(alex)._links.phoneDialInInformation?.href);
    expect(info).toMatchObject({ defaultRegion: 'Redmond', tollNumber: 'tel:+14255550001' });
    const regions = embeddedList(info, 'dialInRegion');
    expect(regions).toHaveLength(2);
    for (const region of regions) {
      expect(await alex.get(region._links.self?.href)).toMatchObject({ number: region.number });
    }
  });

  it('is not for those whom the policy leaves out', async () => {
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test', 'meetings');
    const links = dashboard(sam)._links;
    expect(links.phoneDialInInformation).toBeUndefined();
    const href = `${links.self?.href}/phoneDialInInformation`;
    expect(await refusal(sam.send('GET', href))).toBe('404 NotFound');
    const policies = await sam.get(links.onlineMeetingPolicies?.href);
    expect(policies.phoneUserAdmission).toBe('Disabled');
  });
});

describe('the page of a meeting', () => {
  const mediaType = 'application/vnd.microsoft.lync.meeting+xml';
  const ask = (url: string, accept: string) => fetch(url, { headers: { Accept: accept } });

  beforeEach(() => reopen({ joinPages: 'own' }));

  it('tells communicators which meeting it is, whoever asks', async () => {
    const { joinUrl, onlineMeetingUri, onlineMeetingId } = await schedule({ subject: 'A & B' });
    expect(joinUrl).toBe(`${sandbox.origin}/Meet/alex/${onlineMeetingId}`);
    const reply = await ask(`${joinUrl}`.toLowerCase().replace('/meet/', '/Meet/'), mediaType);
    expect(reply.headers.get('content-type')).toContain(mediaType);
    const text = await reply.text();
    expect(text).toContain(`<conf-uri>${onlineMeetingUri}</conf-uri>`);
    expect(text).toContain(`<conf-key>${onlineMeetingId}</conf-key>`);
    expect(text).toContain(`<ucwa-url>${sandbox.origin}/ucwa/oauth/v1/applications</ucwa-url>`);
  });

  it('is one that people can read', async () => {
    const { joinUrl } = await schedule({ subject: '<b>A</b>' });
    const reply = await ask(`${joinUrl}`, 'text/html');
    expect(reply.headers.get('content-type')).toContain('text/html');
    expect(await reply.text()).toContain('&#60;b&#62;A');
  });

  it('is not there for a meeting that is not', async () => {
    const { onlineMeetingId, joinUrl, _links } = await schedule();
    const other = `${sandbox.origin}/Meet/sam/${onlineMeetingId}`;
    expect((await ask(other, mediaType)).status).toBe(404);
    await alex.send('DELETE', _links.self?.href);
    expect((await ask(`${joinUrl}`, mediaType)).status).toBe(404);
  });
});
