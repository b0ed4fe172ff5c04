import { afterEach, expect, it } from 'vitest';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { batchAnswer, type PartAnswer, pathsInBatch } from '../../support/scripted-batch.ts';
import type { Answer, SeenRequest } from '../../support/scripted-server.ts';
import {
  communicationResource,
  meResource,
  type ScriptedUcwa,
} from '../../support/scripted-ucwa.ts';
import type { Communicator } from '../services/support/communicator.ts';
import { ScriptedStage } from '../services/support/scripted-stage.ts';
import {
  contact,
  contactList,
  withContactList,
  withContacts,
  withPresence,
} from './support/contacts.ts';

let stage: ScriptedStage;

afterEach(() => stage.close());

const peopleHub = { rel: 'people', href: '/apps/1/people' };
const presence = (availability: string) => ({ rel: 'contactPresence', availability });

/** Every contact's presence, read alone or in a batch; `outstanding` tells how many are under way. */
class Presences {
  availability = 'Online';
  mostOutstanding = 0;
  #outstanding = 0;
  /** What signing in reads in batches, too. */
  readonly #others: Readonly<Record<string, object>>;

  constructor(ucwa: ScriptedUcwa, count: number) {
    this.#others = {
      '/apps/1/me': meResource(true),
      '/apps/1/communication': communicationResource(),
      '/apps/1/contacts': contactList(count),
    };
    ucwa.on('POST /apps/1/batch', (request) => this.batch(request));
    for (let index = 0; index < count; index += 1) {
      ucwa.on(`GET /apps/1/people/P${index}/presence`, () => this.#held(1, this.#part));
    }
  }

  batch(request: SeenRequest): Answer {
    const parts = pathsInBatch(request).map((path) =>
      path.endsWith('/presence') ? this.#part : { body: this.#others[path] ?? {} },
    );
    return this.#held(parts.length, batchAnswer(parts));
  }

  get #part(): PartAnswer & { readonly body: object } {
    return { body: presence(this.availability) };
  }

  /** The answer, a turn later: what is sent meanwhile counts as outstanding, too. */
  #held(count: number, answer: Answer): Answer {
    this.#outstanding += count;
    this.mostOutstanding = Math.max(this.mostOutstanding, this.#outstanding);
    const after = new Promise<void>((resolve) =>
      setImmediate(() => {
        this.#outstanding -= count;
        resolve();
      }),
    );
    return { after, answer };
  }
}

const allAre = (alex: Communicator, count: number, availability: string) =>
  alex.until(
    ({ people }) =>
      Object.values(people).filter((person) => person.presence.availability === availability)
        .length === count,
  );
const sizes = (ucwa: ScriptedUcwa) =>
  ucwa.server.seen('POST', /\/batch$/).map((request) => pathsInBatch(request).length);

it('42: addresses of a contact that differ in case are one entry', async () => {
  const shouted = { ...contact('P0'), uri: 'SIP:P0@EXAMPLE.TEST' };
  const links = { contact: [{ href: '/APPS/1/People/p0' }, { href: '/apps/1/people/P0' }] };
  const list = { _embedded: { contact: [contact('P0'), shouted] }, _links: links };
  stage = await ScriptedStage.open({}, withContactList(list));
  const { alex, ucwa } = stage;
  ucwa.on('GET /APPS/1/PEOPLE/p0/Presence', { body: presence('Busy') });
  const { body } = await ucwa.server.waitFor('POST', /subscriptions$/);
  stage.sendFrom(peopleHub, ['contactPresence', '/APPS/1/PEOPLE/p0/Presence', 'updated']);
  await allAre(alex, 1, 'Busy');
  expect(Object.keys(alex.state.people)).toEqual(['sip:p0@example.test']);
  expect(ucwa.server.seen('GET', /people\/p0$/i)).toEqual([]);
  expect(JSON.parse(body).uris).toHaveLength(1);
});

it('43: a presence subscription that is about to end is extended; one that is gone is made anew', async () => {
  stage = await ScriptedStage.open({}, withContacts(2));
  const { ucwa } = stage;
  await ucwa.server.waitFor('POST', /subscriptions$/);
  stage.sendFrom(peopleHub, ['presenceSubscription', '/apps/1/sub/1', 'updated']);
  const extended = await ucwa.server.waitFor('POST', /sub\/1\?/);
  expect(extended.url).toBe('/apps/1/sub/1?duration=30');
  expect(ucwa.server.seen('POST', /subscriptions$/)).toHaveLength(1);
  ucwa.on('POST /apps/1/sub/1', { status: 404, body: { code: 'NotFound' } });
  stage.sendFrom(peopleHub, ['presenceSubscription', '/apps/1/sub/1', 'updated']);
  const anew = await ucwa.server.waitFor('POST', /subscriptions$/, 2);
  expect(JSON.parse(anew.body)).toEqual({
    duration: 30,
    uris: ['sip:p0@example.test', 'sip:p1@example.test'],
  });
});

it('44: presences that an event only names are fetched in batches, never more than 100 at a time', async () => {
  const count = 150;
  const presences: Presences[] = [];
  stage = await ScriptedStage.open({}, (ucwa) => {
    withContacts(count)(ucwa);
    presences.push(new Presences(ucwa, count));
  });
  const { alex, ucwa } = stage;
  const [all] = presences;
  if (all === undefined) throw new Error('not prepared');
  await allAre(alex, count, 'Online');
  all.availability = 'Away';
  ucwa.server.requests.length = 0;
  stage.sendFrom(
    peopleHub,
    ...Array.from({ length: count }, (_, index) => {
      return ['contactPresence', `/apps/1/people/P${index}/presence`, 'updated'] as const;
    }),
  );
  await allAre(alex, count, 'Away');
  expect(sizes(ucwa).reduce((sum, size) => sum + size, 0)).toBeGreaterThan(count - 10);
  expect(sizes(ucwa).length).toBeLessThan(10);
  expect(all.mostOutstanding).toBeGreaterThan(1);
  expect(all.mostOutstanding).toBeLessThanOrEqual(100);
});

it('45: a batch that is answered 429 is split and sent again after a while; no read of it is lost', async () => {
  const count = 40;
  const clock = new HurriedClock();
  stage = await ScriptedStage.open({ clock }, (ucwa) => {
    withContacts(count)(ucwa);
    const presences = new Presences(ucwa, count);
    const tooMany = { status: 429, body: { code: 'TooManyRequests' } };
    let refusals = 0;
    ucwa.on('POST /apps/1/batch', (request) => {
      const isLarge = pathsInBatch(request).length > 10;
      if (!isLarge || refusals > 0) return presences.batch(request);
      refusals += 1;
      return tooMany;
    });
  });
  const { alex, ucwa } = stage;
  await allAre(alex, count, 'Online');
  const [refused = 0, ...others] = sizes(ucwa).filter((size) => size > 10);
  expect(refused).toBeGreaterThan(1);
  expect(Math.max(...others)).toBeLessThanOrEqual(Math.ceil(refused / 2) + Math.ceil(refused / 8));
  expect(clock.delaysMs.filter((delayMs) => delayMs > 0 && delayMs < 10_000)).not.toEqual([]);
});

it('46: a page that a proxy sends with 503 is not read; the request is repeated, each time later', async () => {
  const clock = new HurriedClock();
  const looksRight = JSON.stringify({ rel: 'presence', availability: 'DoNotDisturb' });
  const page = { status: 503, headers: { 'Content-Type': 'text/html' }, body: looksRight };
  const shown = new Set<string | undefined>();
  stage = await ScriptedStage.open({ clock }, withPresence);
  const { alex, ucwa } = stage;
  await alex.until(({ me }) => me?.presence.availability === 'Online');
  alex.parley.store.patches.subscribe(() => shown.add(alex.state.me?.presence.availability));
  const before = clock.delaysMs.length;
  ucwa.on('GET /apps/1/me/presence', page, page, { body: presence('Busy') });
  const asked = ucwa.server.seen('GET', /me\/presence$/).length;
  const own = { rel: 'me', href: '/apps/1/me' };
  stage.sendFrom(own, ['presence', '/apps/1/me/presence', 'updated']);
  await alex.until(({ me }) => me?.presence.availability === 'Busy');
  expect(ucwa.server.seen('GET', /me\/presence$/)).toHaveLength(asked + 3);
  expect(shown).not.toContain('DoNotDisturb');
  const [first = 0, second = 0] = clock.delaysMs.slice(before).filter((delay) => delay < 10_000);
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
});
