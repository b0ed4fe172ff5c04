import { afterEach, describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../../support/manual-clock.ts';
import { applicationResource, type ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { ScriptedStage } from './support/scripted-stage.ts';

const minuteMs = 60_000;

let stage: ScriptedStage;

afterEach(() => stage.close());

const contact = (name: string) => ({
  rel: 'contact',
  name,
  uri: `sip:${name.toLowerCase()}@example.test`,
  _links: {
    self: { href: `/apps/1/people/${name}` },
    contactPresence: { href: `/apps/1/people/${name}/presence` },
  },
});

/** `count` contacts, and presence subscriptions. */
const withContacts =
  (count: number) =>
  (ucwa: ScriptedUcwa): void => {
    const application = applicationResource();
    application._embedded.people._links = {
      ...application._embedded.people._links,
      ...{ myContacts: { href: '/apps/1/contacts' } },
      ...{ presenceSubscriptions: { href: '/apps/1/subscriptions' } },
    };
    ucwa.on('POST /apps', { status: 201, body: application });
    const contacts = Array.from({ length: count }, (_, index) => contact(`P${index}`));
    ucwa.on('GET /apps/1/contacts', {
      body: { rel: 'myContacts', _embedded: { contact: contacts } },
    });
    ucwa.on('POST /apps/1/subscriptions', { status: 201, headers: { Location: '/apps/1/sub/1' } });
    ucwa.on('POST /apps/1/sub/1', { status: 200, body: {} });
  };

const uriCounts = () =>
  stage.ucwa.server
    .seen('POST', /subscriptions$/)
    .map(({ body }) => JSON.parse(body))
    .map(({ duration, uris }: { duration: number; uris: string[] }) => [duration, uris.length]);

/** Lets time pass until it is so: a timer is set only when the server has answered. */
const passUntil = (clock: ManualClock, isSo: () => boolean) =>
  vi.waitUntil(() => {
    clock.advance(25 * minuteMs);
    return isSo();
  });

describe('presence subscriptions', () => {
  it('come in batches and are extended before they end', async () => {
    const clock = new ManualClock();
    stage = await ScriptedStage.open({ clock }, withContacts(120));
    await stage.ucwa.server.waitFor('POST', /subscriptions$/, 3);
    expect(uriCounts()).toEqual([
      [30, 50],
      [30, 50],
      [30, 20],
    ]);
    await passUntil(clock, () => stage.ucwa.server.seen('POST', /sub\/1\?duration=30/).length >= 3);
    expect(uriCounts()).toHaveLength(3);
  });

  it('are made anew when the server forgot them', async () => {
    const clock = new ManualClock();
    stage = await ScriptedStage.open({ clock }, withContacts(2));
    stage.ucwa.on('POST /apps/1/sub/1', { status: 404, body: { code: 'NotFound' } });
    await passUntil(clock, () => uriCounts().length >= 2);
    expect(uriCounts().slice(0, 2)).toEqual([
      [30, 2],
      [30, 2],
    ]);
  });

  it('are extended when the server says that one is about to end', async () => {
    stage = await ScriptedStage.open({}, withContacts(2));
    await stage.ucwa.server.waitFor('POST', /subscriptions$/);
    stage.send(['presenceSubscription', '/apps/1/sub/1', 'updated']);
    await stage.ucwa.server.waitFor('POST', /sub\/1\?duration=30/);
  });

  it('show contacts that are only linked to as well, and leave no timer at the end', async () => {
    const clock = new ManualClock();
    stage = await ScriptedStage.open({ clock }, (ucwa) => {
      withContacts(0)(ucwa);
      const links = { contact: { href: '/apps/1/people/P0' } };
      ucwa.on('GET /apps/1/contacts', { body: { rel: 'myContacts', _links: links } });
      ucwa.on('GET /apps/1/people/P0', { body: contact('P0') });
    });
    await stage.alex.until(({ people }) => people['sip:p0@example.test']);
    await vi.waitUntil(() => uriCounts().length === 1);
    await stage.alex.stop();
    await vi.waitUntil(() => clock.pending === 0);
  });

  it('asks for all of those at once, not one after the other', async () => {
    stage = await ScriptedStage.open({}, (ucwa) => {
      withContacts(0)(ucwa);
      const contacts = ['P0', 'P1', 'P2'].map((name) => ({ href: `/apps/1/people/${name}` }));
      const body = { rel: 'myContacts', _links: { contact: contacts } };
      ucwa.on('GET /apps/1/contacts', { body });
      ucwa.on('GET /apps/1/people/P0', 'hang');
    });
    await stage.ucwa.server.waitFor('GET', /people\/P0$/);
    await stage.ucwa.server.waitFor('GET', /people\/P2$/);
  });

  it('bring the presence of a contact, whatever the case of the address', async () => {
    stage = await ScriptedStage.open({}, withContacts(1));
    stage.ucwa.on('GET /APPS/1/people/p0/presence', {
      body: { rel: 'contactPresence', availability: 'Busy', activity: 'on-the-phone' },
    });
    stage.send(['contactPresence', '/APPS/1/people/p0/presence', 'updated']);
    const person = await stage.alex.until(({ people }) => {
      const [first] = Object.values(people);
      return first?.presence.availability === 'Busy' && first;
    });
    expect(person.presence.activity).toBe('on-the-phone');
  });
});

it('reads the list of contacts once for many that are added together', async () => {
  stage = await ScriptedStage.open({}, withContacts(1));
  const { alex, ucwa } = stage;
  const contacts = Array.from({ length: 30 }, (_, index) => contact(`P${index}`));
  ucwa.on('GET /apps/1/contacts', {
    body: { rel: 'myContacts', _embedded: { contact: contacts } },
  });
  const list = { in: { rel: 'myContacts', href: '/apps/1/contacts' } };
  stage.sendFrom(
    { rel: 'people', href: '/apps/1/people' },
    ...contacts.map(({ _links }) => ['contact', _links.self.href, 'added', list] as const),
  );
  await alex.until(({ people }) => Object.keys(people).length === 30);
  expect(ucwa.server.seen('GET', /contacts$/).length).toBeLessThanOrEqual(3);
});
