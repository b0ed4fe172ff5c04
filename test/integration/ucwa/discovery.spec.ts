import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ucwaCodecs } from '../../../app/ucwa/codec/ucwa-codecs.ts';
import {
  type DiscoveryOutcome,
  type DiscoveryWish,
  discover as runDiscovery,
} from '../../../app/ucwa/discovery/discover.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import type { HostRoutes } from '../../../main/adapters/trust-options.ts';
import { createServerIdentity } from '../../../main/sandbox/certificate.ts';
import { RecordingLogger } from '../../support/recording-logger.ts';
import { type Answer, ScriptedServer } from '../../support/scripted-server.ts';

const domain = 'example.test';
const internal = 'lyncdiscoverinternal.example.test';
const external = 'lyncdiscover.example.test';
const userUrl = 'https://web.example.test/Autodiscover/user?originalDomain=example.test';
const root: Answer = { body: { _links: { user: { href: userUrl } } } };

let inside: ScriptedServer;
let outside: ScriptedServer;
let ca: string;

beforeAll(async () => {
  const identity = await createServerIdentity(
    [internal, external, `web.${domain}`, '127.0.0.1'],
    Date.now(),
  );
  ca = identity.certificateAuthorityPem;
  inside = await ScriptedServer.start(identity);
  outside = await ScriptedServer.start(identity);
});
afterAll(async () => {
  await inside.stop();
  await outside.stop();
});
beforeEach(() => {
  inside.requests.length = 0;
  outside.requests.length = 0;
  inside.script = () => root;
  outside.script = () => root;
});

const routeTo = (server: ScriptedServer) => ({ host: '127.0.0.1', port: server.port });
const nowhere = { host: '127.0.0.1', port: 1 };

async function outcomeOf(
  routes: HostRoutes,
  trusted = ca,
  wish: Partial<DiscoveryWish> = {},
): Promise<DiscoveryOutcome> {
  const transport = new NodeHttpTransport({ ca: [trusted], routes });
  try {
    const { signal } = new AbortController();
    const logger = new RecordingLogger();
    const discovery = { transport, codecs: ucwaCodecs(), logger, signal };
    return await runDiscovery(discovery, {
      address: 'alex@example.test',
      discoveryUrl: null,
      trustedHosts: [],
      ...wish,
    });
  } finally {
    transport.close();
  }
}

async function discover(routes: HostRoutes, trusted = ca, discoveryUrl: string | null = null) {
  const outcome = await outcomeOf(routes, trusted, { discoveryUrl });
  if (outcome.type === 'failed') throw outcome.error;
  return outcome.server.url;
}

describe('over https', () => {
  it('asks the internal name first, and no other when it answers', async () => {
    expect(await discover({ [internal]: routeTo(inside), [external]: routeTo(outside) })).toBe(
      userUrl,
    );
    expect(inside.requests).toHaveLength(1);
    expect(outside.requests).toHaveLength(0);
  });

  it.each<[string, Answer]>([
    ['does not exist there', { status: 404 }],
    ['is a web site', { headers: { 'Content-Type': 'text/html' }, body: '<html>' }],
    ['redirects to another domain', { status: 302, headers: { Location: 'https://portal.test/' } }],
    ['redirects to plain http', { status: 302, headers: { Location: `http://${external}/` } }],
    ['breaks the connection', 'drop'],
    ['is in trouble', { status: 503 }],
  ])('asks the external name when the internal one %s', async (_, answer) => {
    inside.script = () => answer;
    expect(await discover({ [internal]: routeTo(inside), [external]: routeTo(outside) })).toBe(
      userUrl,
    );
    expect(outside.requests).toHaveLength(1);
  });

  it('follows an HTTP redirect within the domain', async () => {
    inside.script = () => ({ status: 301, headers: { Location: `https://${external}/root` } });
    expect(await discover({ [internal]: routeTo(inside), [external]: routeTo(outside) })).toBe(
      userUrl,
    );
    expect(outside.requests[0]?.url).toBe('/root');
  });

  it.each(['http://web.example.test/user', 'http://127.0.0.1:8080/user'])(
    'goes no way that leaves https: %s',
    async (href) => {
      const insecure = { body: { _links: { user: { href } } } };
      inside.script = () => insecure;
      outside.script = () => insecure;
      await expect(
        discover({ [internal]: routeTo(inside), [external]: routeTo(outside) }),
      ).rejects.toMatchObject({ problem: 'not-a-ucwa-server', detail: 'insecure link' });
    },
  );
});

/** A plain HTTP server under the discovery names, for `http:` alone. */
describe('over plain http, where https does not answer', () => {
  let plain: ScriptedServer;
  beforeAll(async () => {
    plain = await ScriptedServer.start();
  });
  afterAll(() => plain.stop());
  const routes = (): HostRoutes => ({
    [external]: nowhere,
    [`http:${external}`]: routeTo(plain),
    [`web.${domain}`]: routeTo(outside),
  });

  it.each<[string, Answer]>([
    ['a root document', root],
    ['a redirect to plain http', { status: 302, headers: { Location: `http://web.${domain}/` } }],
  ])('takes no other answer: %s', async (_, answer) => {
    plain.script = () => answer;
    await expect(discover(routes())).rejects.toMatchObject({ problem: 'not-a-ucwa-server' });
  });

  it('is not asked when a name does not resolve, and tells what was asked', async () => {
    const outcome = await outcomeOf({ [external]: nowhere, [`http:${external}`]: routeTo(plain) });
    expect(outcome.attempts.map(({ url }) => url)).toEqual([
      `https://${internal}/`,
      `https://${external}/`,
      `http://${external}/`,
    ]);
  });
});

describe('a URL that was given', () => {
  const webUrl = (path: string): string => `https://127.0.0.1:${outside.port}${path}`;
  const challenged: Answer = {
    status: 401,
    headers: { 'WWW-Authenticate': 'MsRtcOAuth href="https://127.0.0.1/t",grant_type="password"' },
  };

  it.each([
    ['user', '/Autodiscover/AutodiscoverService.svc/root/oauth/user'],
    ['applications', '/ucwa/oauth/v1/applications'],
  ])('is taken for what it is: %s', async (kind, path) => {
    outside.script = () => challenged;
    const outcome = await outcomeOf({}, ca, { discoveryUrl: webUrl(path) });
    expect(outcome).toMatchObject({ type: 'found', server: { kind, url: webUrl(path) } });
  });
});

describe('of two failures the more telling one is told', () => {
  it.each<[string, string, object]>([
    ['neither name resolves', external, { cause: { kind: 'host-not-found' } }],
    ['an unreachable host', internal, { cause: { kind: 'connection-failed' }, host: internal }],
  ])('%s', async (name, host, expected) => {
    const routes: HostRoutes = name.startsWith('neither') ? {} : { [host]: nowhere };
    await expect(discover(routes)).rejects.toMatchObject({ kind: 'transport', ...expected });
  });

  it('an untrusted certificate', async () => {
    await expect(discover({ [internal]: routeTo(inside) }, '')).rejects.toMatchObject({
      kind: 'transport',
      host: internal,
      advice: 'tell-the-user',
      cause: { kind: 'certificate-untrusted' },
    });
    expect(inside.requests).toHaveLength(0);
  });

  it('a certificate of another name', async () => {
    await expect(
      discover({ 'lyncdiscover.other.test': nowhere }, ca, `https://localhost:${inside.port}/`),
    ).rejects.toMatchObject({ cause: { kind: 'certificate-name-mismatch' } });
  });

  it('a server that is no UCWA server', async () => {
    outside.script = () => ({ body: '<html>', headers: { 'Content-Type': 'text/html' } });
    await expect(discover({ [external]: routeTo(outside) })).rejects.toMatchObject({
      problem: 'not-a-ucwa-server',
      host: external,
    });
  });
});
