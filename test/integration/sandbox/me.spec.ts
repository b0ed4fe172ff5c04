import { afterEach, describe, expect, it } from 'vitest';
import {
  demoUsers,
  type Sandbox,
  type SandboxOptions,
  type SandboxUser,
  startSandbox,
} from '../../../main/sandbox/index.ts';
import { embeddedList, passwordTicket, refusal, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;

async function start(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startSandbox({
    eventChannel: { mediumSeconds: 0, minimumSeconds: 0 },
    ...options,
  });
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test');
}

/** The demo's users, the first one with more. */
function usersWith(more: Partial<SandboxUser>): readonly SandboxUser[] {
  return demoUsers.map((user, index) => (index === 0 ? { ...user, ...more } : user));
}

afterEach(() => sandbox.stop());

async function availabilityOf(client: UcwaClient): Promise<unknown> {
  return (await client.get((await client.me())._links.presence?.href)).availability;
}

describe('before being available', () => {
  it.each(['presence', 'note', 'location', 'reportMyActivity'])(
    '%s is out of reach',
    async (rel) => {
      sandbox = await startSandbox();
      const client = new UcwaClient(sandbox.origin);
      const ticket: unknown = await (
        await passwordTicket(sandbox.origin, 'alex@parley.test')
      ).json();
      client.ticket = (ticket as { readonly access_token: string }).access_token;
      await client.register('one');
      const { _links } = await client.me();
      expect(_links).not.toHaveProperty(rel);
      expect(await refusal(client.post(`${_links.self?.href}/${rel}`))).toBe(
        '409 Conflict MakeMeAvailableRequired',
      );
    },
  );

  it('names every wrong parameter once', async () => {
    await start();
    const client = new UcwaClient(sandbox.origin);
    client.ticket = alex.ticket;
    await client.register('two');
    const reply = await client.post((await client.me())._links.makeMeAvailable?.href, {
      signInAs: 'Asleep',
      supportedModalities: ['Smoke', 'Signals'],
      inactiveTimeout: 'soon',
    });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({
      subcode: 'ParameterValidationFailure',
      parameters: [
        { name: 'signInAs', reason: 'Invalid' },
        { name: 'supportedModalities', reason: 'Invalid' },
        { name: 'inactiveTimeout', reason: 'Invalid' },
      ],
    });
  });
});

describe('the presence of a user', () => {
  it('fades while nobody is active, and comes back', async () => {
    await start({ inactiveTimeoutMs: 20, awayTimeoutMs: 20 });
    await expect.poll(() => availabilityOf(alex)).toBe('Away');
    const second = new UcwaClient(sandbox.origin);
    second.ticket = alex.ticket;
    await second.register('second');
    await second.makeAvailable({ inactiveTimeout: 'PT5M' });
    expect(await availabilityOf(alex)).toBe('Online');
  });

  it('that was chosen outlasts idleness, but for being busy', async () => {
    await start({ inactiveTimeoutMs: 40 });
    const href = (await alex.me())._links.presence?.href;
    await alex.post(href, { availability: 'Busy' });
    await alex.until('presence', 'updated');
    await expect.poll(() => availabilityOf(alex)).toBe('IdleBusy');
    await alex.post(href, { availability: 'DoNotDisturb' });
    expect(await availabilityOf(alex)).toBe('DoNotDisturb');
    await alex.send('POST', href);
    expect(await availabilityOf(alex)).not.toBe('DoNotDisturb');
  });

  it('is that of the endpoint in use', async () => {
    await start({ inactiveTimeoutMs: 60_000 });
    const tablet = new UcwaClient(sandbox.origin);
    tablet.ticket = alex.ticket;
    await tablet.register('tablet');
    await tablet.makeAvailable({ inactiveTimeout: 'PT0.03S' });
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    const people = await sam.people();
    const body = { duration: 30, uris: ['sip:alex@parley.test'] };
    await sam.post(people._links.presenceSubscriptions?.href, body);
    await sam.until('contactPresence', 'updated');
    await alex.send('DELETE', alex.application._links.self?.href);
    const { link } = await sam.until('contactPresence', 'updated');
    expect(await sam.get(link.href)).toMatchObject({ availability: 'IdleOnline' });
  });
});

describe('the note and the location', () => {
  it('are written, heard of and taken away', async () => {
    await start();
    const { _links } = await alex.me();
    for (const [rel, property] of [
      ['note', 'message'],
      ['location', 'location'],
    ] as const) {
      expect((await alex.post(_links[rel]?.href, { [property]: 'By the sea' })).status).toBe(204);
      await alex.until(rel, 'updated');
      expect(await alex.get(_links[rel]?.href)).toMatchObject({ [property]: 'By the sea' });
      await alex.post(_links[rel]?.href, { [property]: '' });
      expect(await alex.get(_links[rel]?.href)).toMatchObject({ [property]: '' });
    }
    const long = alex.post(_links.location?.href, { location: 'x'.repeat(61) });
    expect(await refusal(long)).toBe('400 BadRequest ParameterValidationFailure');
  });
});

describe('phones', () => {
  it('are changed, hidden and cleared', async () => {
    await start();
    const phones = async () =>
      embeddedList(await alex.get((await alex.me())._links.phones?.href), 'phone');
    expect((await phones()).map(({ type }) => type)).toEqual(['work', 'mobile', 'home', 'other']);
    const mobile = (await phones())[1];
    const change = { number: '+1 (425) 555-0199', includeInContactCard: true };
    expect((await alex.post(mobile?._links.changeNumber?.href, change)).status).toBe(204);
    expect((await phones())[1]).toMatchObject({ number: 'tel:+14255550199' });
    expect(await alex.me()).toMatchObject({ mobilePhoneNumber: 'tel:+14255550199' });
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    const contact = `${(await sam.people())._links.self?.href}/alex@parley.test`;
    expect(await sam.get(contact)).toMatchObject({ mobilePhoneNumber: 'tel:+14255550199' });
    await alex.post(mobile?._links.changeVisibility?.href, { includeInContactCard: false });
    expect(await sam.get(contact)).not.toHaveProperty('mobilePhoneNumber');
    await alex.post(mobile?._links.changeNumber?.href, {});
    expect((await phones())[1]).not.toHaveProperty('number');
  });

  it('refuse what is no number, and what the directory owns', async () => {
    await start();
    const [work, mobile] = embeddedList(
      await alex.get((await alex.me())._links.phones?.href),
      'phone',
    );
    expect(await refusal(alex.post(mobile?._links.changeNumber?.href, { number: 'none' }))).toBe(
      '400 BadRequest NormalizationFailed',
    );
    expect(work?._links).not.toHaveProperty('changeNumber');
    expect(await refusal(alex.post(`${work?._links.self?.href}/changeNumber`, {}))).toBe(
      '409 Conflict',
    );
  });
});

describe('call forwarding', () => {
  const settingsOf = async () => alex.get((await alex.me())._links.callForwardingSettings?.href);

  it('goes to a contact, along with others, or to voicemail, and off', async () => {
    await start({ users: usersWith({ delegates: ['sip:sam@parley.test'] }) });
    const { immediateForwardSettings, simultaneousRingSettings, unansweredCallSettings } = (
      await settingsOf()
    )._embedded;
    const target = 'sip:sam@parley.test';
    await alex.post(immediateForwardSettings?._links.immediateForwardToContact?.href, { target });
    const forwarded = await settingsOf();
    expect(forwarded.activeSetting).toBe('ImmediateForward');
    expect(forwarded._embedded.immediateForwardSettings).toMatchObject({
      target: 'Contact',
      _links: { contact: { href: expect.stringMatching(/people\/sam@parley\.test$/) } },
    });
    const delayed = { ringDelay: 10 };
    await alex.post(simultaneousRingSettings?._links.simultaneousRingToDelegates?.href, delayed);
    await alex.post(unansweredCallSettings?._links.unansweredCallToContact?.href, {
      target: '+1 425 555 0100',
      ringDelay: 30,
    });
    expect(await settingsOf()).toMatchObject({
      activeSetting: 'SimultaneousRing',
      unansweredCallHandling: 'Enabled',
      _embedded: {
        simultaneousRingSettings: { target: 'Delegates', ringDelay: 10 },
        unansweredCallSettings: { target: 'Contact', ringDelay: 30 },
      },
    });
    await alex.post(unansweredCallSettings?._links.resetUnansweredCallSettings?.href);
    await alex.post((await settingsOf())._links.turnOffCallForwarding?.href);
    expect(await settingsOf()).toMatchObject({
      activeSetting: 'None',
      _embedded: { unansweredCallSettings: { target: 'Voicemail' } },
    });
  });

  it('wants delegates, a team, a target and a fitting delay', async () => {
    await start();
    const { simultaneousRingSettings, unansweredCallSettings } = (await settingsOf())._embedded;
    const ring = simultaneousRingSettings?._links;
    const unanswered = unansweredCallSettings?._links;
    expect(await refusal(alex.post(ring?.simultaneousRingToDelegates?.href))).toBe(
      '409 Conflict NoDelegatesConfigured',
    );
    expect(await refusal(alex.post(ring?.simultaneousRingToTeam?.href))).toBe(
      '409 Conflict NoTeamMembersConfigured',
    );
    const reply = await alex.post(unanswered?.unansweredCallToContact?.href, { ringDelay: 4 });
    expect(await reply.json()).toMatchObject({
      parameters: [{ name: 'target' }, { name: 'ringDelay' }],
    });
  });

  it('is for voice users only', async () => {
    await start({ users: usersWith({ enterpriseVoice: false }) });
    const href = (await alex.me())._links.callForwardingSettings?.href;
    expect(await refusal(alex.send('GET', href))).toBe('403 Forbidden');
  });
});

describe('what is changed with PUT', () => {
  it('is the name of a group', async () => {
    await start();
    const groups = (await alex.people())._links.myGroups?.href;
    const subscription = (await alex.people())._links.myContactsAndGroupsSubscription?.href;
    await alex.post(`${subscription}/startOrRefreshSubscription?duration=10`);
    await alex.post(groups, { displayName: 'Friends' });
    const [group] = embeddedList(await alex.get(groups), 'group');
    const href = group?._links.self?.href;
    expect((await alex.put(href, { name: 'Good friends' })).status).toBe(200);
    expect((await alex.until('group', 'updated')).link.href).toBe(href);
    expect(await alex.get(href)).toMatchObject({ name: 'Good friends' });
  });

  it('is how close a contact is, which decides what the contact sees', async () => {
    await start();
    const sam = await UcwaClient.signIn(sandbox.origin, 'sam@parley.test');
    const seen = async () => {
      const href = `${(await sam.people())._links.self?.href}/alex@parley.test/contactPresence`;
      return (await sam.get(href)).availability;
    };
    const people = (await alex.people())._links;
    const href = `${people.self?.href}/sam@parley.test/contactPrivacyRelationship`;
    expect((await alex.put(href, { relationshipLevel: 'Blocked' })).status).toBe(200);
    expect(await seen()).toBe('Offline');
    const all = await alex.get(people.myPrivacyRelationships?.href);
    expect(embeddedList(all, 'myPrivacyRelationship')).toMatchObject([
      { relationshipLevel: 'Blocked', _links: { contact: [{}] } },
    ]);
    const { _links } = await alex.get(href);
    expect((await alex.post(_links.resetContactPrivacyRelationship?.href)).status).toBe(204);
    expect(await seen()).toBe('Online');
  });

  it('is what the user takes', async () => {
    await start();
    await alex.until('communication', 'updated');
    const href = alex.communication._links.self?.href;
    const reply = await alex.put(href, { supportedModalities: ['Messaging'] });
    expect(reply.status).toBe(200);
    const { _embedded } = await alex.until('communication', 'updated');
    expect(_embedded?.communication).toMatchObject({ supportedModalities: ['Messaging'] });
  });
});

it('the network of a client is taken note of', async () => {
  await start();
  const href = alex.application._links.reportMyNetwork?.href;
  expect((await alex.post(href, { clientNetworkType: 'External' })).status).toBe(201);
  expect(await refusal(alex.post(href, { ip: '192.0.2.1' }))).toBe(
    '400 BadRequest ParameterValidationFailure',
  );
});
