import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import type { HostRoutes } from '../../../main/adapters/trust-options.ts';
import { createServerIdentity } from '../../../main/sandbox/certificate.ts';
import type { ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import type { Communicator } from '../services/support/communicator.ts';
import { alexAddress, password, SignInStage } from './support/sign-in-stage.ts';

const internal = 'lyncdiscoverinternal.example.test';
const external = 'lyncdiscover.example.test';
const inside = 'web.example.test';
const elsewhere = 'webdir.hosted.test';

let identity: Awaited<ReturnType<typeof createServerIdentity>>;
let stage: SignInStage;
let server: ScriptedUcwa;

beforeAll(async () => {
  const names = [internal, external, inside, elsewhere, '127.0.0.1'];
  identity = await createServerIdentity(names, Date.now());
});
beforeEach(async () => {
  stage = new SignInStage();
  server = await stage.serve(identity);
  server.on('GET /', root(server));
});
afterEach(() => stage.close());

const root = ({ server: { origin } }: ScriptedUcwa) => ({
  body: { _links: { user: { href: `${origin}/user` } } },
});
const routeTo = ({ server: { port } }: ScriptedUcwa) => ({ host: '127.0.0.1', port });

/** Alex, for whom these names lead somewhere and no others do. */
function alexWith(routes: HostRoutes): Communicator {
  const ca = [identity.certificateAuthorityPem];
  return stage.add(null, { transport: new NodeHttpTransport({ ca, routes }) });
}

const shown = ({ state }: Communicator) => [state.session.phase, state.me?.name, state.notices];

it('1: when the internal discovery name does not resolve, the external one serves, and nobody hears of it', async () => {
  const alex = alexWith({ [external]: routeTo(server) });
  const errors: unknown[] = [];
  alex.parley.store.patches.subscribe(() => {
    const { session } = alex.state;
    if (session.phase === 'signedOut' && session.error !== null) errors.push(session.error);
  });
  await alex.signIn(alexAddress, password);
  expect(alex.state).toMatchObject({ session: { phase: 'online' }, me: { name: 'Alex Rivera' } });
  expect(errors).toEqual([]);
});

it('2: an internal name that redirects to another domain counts as failed; the external one serves', async () => {
  const strayed = await stage.serve(identity);
  strayed.on('GET /', { status: 302, headers: { Location: `https://${elsewhere}/root` } });
  const portal = await stage.serve(identity);
  const alex = alexWith({
    [internal]: routeTo(strayed),
    [external]: routeTo(server),
    [elsewhere]: routeTo(portal),
  });
  await alex.signIn(alexAddress, password);
  expect(shown(alex).slice(0, 2)).toEqual(['online', 'Alex Rivera']);
  expect(portal.server.requests).toEqual([]);
});

it('3: plain http may only redirect to https: within the domain it is followed, elsewhere the user is asked first', async () => {
  const plain = await stage.serve();
  const routes = {
    [`http:${external}`]: routeTo(plain),
    [external]: { host: '127.0.0.1', port: 1 },
  };
  plain.on('GET /', { status: 302, headers: { Location: `https://${inside}/` } });
  const alex = alexWith({ ...routes, [inside]: routeTo(server) });
  await alex.signIn(alexAddress, password);
  expect(alex.state.session.phase).toBe('online');

  const hosted = await stage.serve(identity);
  hosted.on('GET /', root(hosted));
  plain.on('GET /', { status: 302, headers: { Location: `https://${elsewhere}/` } });
  const other = alexWith({ ...routes, [elsewhere]: routeTo(hosted) });
  await expect(other.signIn(alexAddress, password)).rejects.toThrow();
  expect(other.state.session).toMatchObject({
    phase: 'signedOut',
    error: { failure: 'redirect-needs-consent', host: elsewhere },
  });
  expect(hosted.server.requests).toEqual([]);
  const choice = { method: 'password', userName: null, password } as const;
  await other.signInBy(choice, alexAddress, [elsewhere]);
  expect(other.state.session.phase).toBe('online');
});

it('4: a root document with `redirect` and no `user` is followed, and not for ever', async () => {
  const first = await stage.serve(identity);
  const redirect = (href: string) => ({ body: { _links: { redirect: { href } } } });
  first.on('GET /', redirect(`${server.server.origin}/`));
  const routes = { [internal]: routeTo(first) };
  const alex = alexWith(routes);
  await alex.signIn(alexAddress, password);
  expect(alex.state.session.phase).toBe('online');

  server.on('GET /', redirect(`${first.server.origin}/`));
  const lost = alexWith(routes);
  await expect(lost.signIn(alexAddress, password)).rejects.toThrow();
  expect(lost.state.session).toMatchObject({ error: { failure: 'not-a-ucwa-server' } });
  expect(first.server.requests.length).toBeLessThan(20);
});
