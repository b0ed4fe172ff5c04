import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SignInChoice } from '../../../app/domain/sign-in-choice.ts';
import { parseSettings } from '../../../app/services/settings-service.ts';
import type { GrantName } from '../../../main/sandbox/index.ts';
import { MemorySecrets } from '../../fakes/memory-secrets.ts';
import { PersonSurfaces } from '../../support/sign-in-surfaces.ts';
import type { Communicator } from './support/communicator.ts';
import { Stage } from './support/stage.ts';

const address = 'alex@parley.test';
const alex = { userName: address, password: 'parley' };
const passive: SignInChoice = { method: 'passive' };
const hosted: SignInChoice = { method: 'hosted', clientId: 'parley-test' };

let stage: Stage;
afterEach(() => stage.close());

async function open(...grants: GrantName[]): Promise<void> {
  stage = await Stage.open({ grants });
}

const isKept = (someone: Communicator) =>
  someone.until(({ session }) => session.phase === 'online' && session.keychain === 'kept');

const signInErrorOf = (someone: Communicator) =>
  someone.until(({ session }) => session.phase === 'signedOut' && session.error);

describe.each<[string, GrantName, SignInChoice]>([
  ['the company page', 'passive', passive],
  ['the hosted service', 'oauth', hosted],
])('a sign-in by %s', (_, grant, choice) => {
  it('shows where the user goes on, and keeps what the next start needs, but no password', async () => {
    await open(grant);
    const surfaces = new PersonSurfaces(alex);
    const first = stage.add({ surfaces });
    const places = new Set<string | null>();
    first.parley.store.patches.subscribe(() => {
      const { session } = first.state;
      if (session.phase === 'signingIn') places.add(session.waitingFor);
    });
    await first.signInBy(choice, address);
    await isKept(first);
    expect([...places]).toEqual([null, grant === 'passive' ? 'window' : 'browser']);
    expect(first.secrets.entries.get('session')).not.toMatch(/password|account/);
    const { lastMethod, lastClientId } = parseSettings(first.settings.stored);
    expect(lastMethod).toBe(choice.method);
    expect(lastClientId).toBe(choice.method === 'hosted' ? 'parley-test' : null);
  });

  it('is repeated at the next start without the user', async () => {
    await open(grant);
    const secrets = new MemorySecrets();
    const surfaces = new PersonSurfaces(alex);
    const first = stage.add({ secrets, surfaces });
    await first.signInBy(choice, address);
    await isKept(first);
    await first.stop();
    stage.sandbox.control.expireTokens();
    const second = stage.add({ secrets, surfaces });
    await second.parley.start();
    await second.until(({ session }) => session.phase === 'online');
    expect(surfaces.opened).toHaveLength(1);
  });

  it('waits for the user on the sign-in page when what was kept is too old', async () => {
    await open(grant);
    const secrets = new MemorySecrets();
    const surfaces = new PersonSurfaces(alex);
    const first = stage.add({ secrets, surfaces });
    await first.signInBy(choice, address);
    await isKept(first);
    await first.stop();
    stage.sandbox.control.expireTokens();
    stage.sandbox.control.forgetSignIns();
    const second = stage.add({ secrets, surfaces });
    await second.parley.start();
    expect((await signInErrorOf(second)).failure).toBe('sign-in-needed');
    expect(surfaces.opened).toHaveLength(1);
    await vi.waitUntil(() => !secrets.entries.has('session'));
  });
});

it('the hosted service’s refresh token is replaced in the keychain before it is needed again', async () => {
  await open('oauth');
  const secrets = new MemorySecrets();
  const surfaces = new PersonSurfaces(alex);
  const first = stage.add({ secrets, surfaces });
  await first.signInBy(hosted, address);
  await isKept(first);
  await first.stop();
  for (let start = 0; start < 3; start += 1) {
    stage.sandbox.control.expireTokens();
    const again = stage.add({ secrets, surfaces });
    await again.parley.start();
    await isKept(again);
    await again.stop();
  }
  expect(surfaces.opened).toHaveLength(1);
});

it('a closed sign-in page is told calmly, and nothing is left behind', async () => {
  await open('passive');
  const someone = stage.add();
  await expect(someone.signInBy(passive, address)).rejects.toThrow();
  expect((await signInErrorOf(someone)).failure).toBe('sign-in-window-closed');
  expect(someone.secrets.entries.has('session')).toBe(false);
  expect(stage.sandbox.control.applicationsOf(address)).toEqual([]);
});

it('a way that is not offered tells the ones that are', async () => {
  await open('passive', 'oauth', 'anonymous');
  const someone = stage.add();
  await expect(someone.signIn(address)).rejects.toThrow();
  expect(await signInErrorOf(someone)).toMatchObject({
    failure: 'method-not-offered',
    offered: ['passive', 'hosted'],
  });
});

it('the offer of a server is found by the address alone typed, and its absence named', async () => {
  await open('windows', 'password', 'anonymous');
  const someone = stage.add();
  const { discoveryUrl, origin } = stage.sandbox;
  const find = (url: string) =>
    someone.commands['session.findOffer']({ address, discoveryUrl: url, trustedHosts: [] });
  expect(await find(discoveryUrl)).toEqual({
    type: 'offered',
    host: new URL(origin).host,
    methods: ['password', 'windows'],
  });
  expect(await find('http://127.0.0.1:1/')).toMatchObject({
    type: 'failed',
    error: { failure: 'server-unreachable' },
  });
  expect(someone.state.session.phase).toBe('signedOut');
});

it('a guest joins by a command, and the sign-in page forgets it', async () => {
  await open('anonymous', 'password');
  const { uri, id } = stage.sandbox.control.scheduleMeeting('sam@parley.test');
  const guest = stage.add();
  await guest.signInBy(
    { method: 'anonymous', conferenceUri: uri, conferenceId: id },
    'sam@parley.test',
  );
  await guest.until(({ me }) => me?.name === 'Guest');
  expect(parseSettings(guest.settings.stored).lastAddress).toBeNull();
});
