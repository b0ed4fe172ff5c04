import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askJoinUrl } from '../../../app/ucwa/discovery/join-url.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { createServerIdentity } from '../../../main/sandbox/certificate.ts';
import { type Answer, ScriptedServer } from '../../support/scripted-server.ts';

const meet = 'meet.example.test';
const uri = 'sip:alex@example.test;gruu;opaque=app:conf:focus:id:ABC123';
const joinUrl = `https://${meet}/alex/ABC123`;

let server: ScriptedServer;
let transport: NodeHttpTransport;

beforeAll(async () => {
  const hosts = [meet, 'web.example.test', 'evil.test'];
  const identity = await createServerIdentity(hosts, Date.now());
  server = await ScriptedServer.start(identity);
  const here = { host: '127.0.0.1', port: server.port };
  const routes = Object.fromEntries(hosts.map((host) => [host, here]));
  transport = new NodeHttpTransport({ ca: [identity.certificateAuthorityPem], routes });
});

afterAll(async () => {
  transport.close();
  await server.stop();
});

beforeEach(() => {
  server.requests.length = 0;
});

const document = (members: string): Answer => ({
  headers: { 'Content-Type': 'application/vnd.microsoft.lync.meeting+xml' },
  body: `<?xml version="1.0" encoding="utf-8"?><conf-info xmlns="http://schemas.microsoft.com/rtc/2009/05/simplejoinconfdoc">${members}</conf-info>`,
});

const confUri = `<conf-uri>${uri}</conf-uri>`;

describe('a join URL', () => {
  it('is asked for the meeting, with nothing that says who asks', async () => {
    server.script = () => document(`${confUri}<conf-key>ABC123</conf-key>`);
    expect(await askJoinUrl(transport, joinUrl)).toEqual({
      onlineMeetingUri: uri,
      applicationsUrl: null,
    });
    const [asked] = server.requests;
    expect(asked).toMatchObject({ method: 'GET', url: '/alex/ABC123' });
    expect(asked?.headers.accept).toBe('application/vnd.microsoft.lync.meeting+xml');
    expect(asked?.headers).not.toHaveProperty('authorization');
    expect(asked?.headers).not.toHaveProperty('cookie');
  });

  it('may name the server of the meeting, if it is of the same domain', async () => {
    const own = 'https://web.example.test/ucwa/oauth/v1/applications';
    const named = (url: string) => `${confUri}<ucwa-ext-url>${url}</ucwa-ext-url>`;
    server.script = () => document(named(own));
    expect((await askJoinUrl(transport, joinUrl)).applicationsUrl).toBe(own);
    for (const foreign of ['https://web.evil.test/ucwa', 'http://web.example.test/ucwa', 'x']) {
      server.script = () => document(named(foreign));
      expect((await askJoinUrl(transport, joinUrl)).applicationsUrl).toBeNull();
    }
  });

  it('leads on within its domain', async () => {
    server.script = ({ url, headers }) =>
      headers.host === 'web.example.test'
        ? document(confUri)
        : { status: 302, headers: { Location: `https://web.example.test/meet${url}` } };
    expect((await askJoinUrl(transport, joinUrl)).onlineMeetingUri).toBe(uri);
    expect(server.requests.map(({ url }) => url)).toEqual(['/alex/ABC123', '/meet/alex/ABC123']);
  });

  it.each<readonly [string, Answer]>([
    ['leads to another domain', { status: 302, headers: { Location: 'https://evil.test/x' } }],
    ['leads into the open', { status: 302, headers: { Location: `http://${meet}/x` } }],
    ['leads in circles', { status: 302, headers: { Location: joinUrl } }],
    ['leads nowhere', { status: 302 }],
    ['is not known', { status: 404, body: 'no such meeting' }],
    ['fails', { status: 500 }],
    ['shows a page', { headers: { 'Content-Type': 'text/html' }, body: '<html><br></html>' }],
    ['is empty', { body: '' }],
    ['names no meeting', document('<conf-key>ABC123</conf-key>')],
    ['names an empty one', document('<conf-uri> </conf-uri>')],
    ['tells of something else', { body: `<other>${confUri}</other>` }],
    ['is no end of a document', { body: '<conf-info>'.repeat(20_000) }],
    ['is too long', { body: ' '.repeat(300_000) }],
    ['goes away', 'drop'],
  ])('that %s tells nothing', async (_, answer) => {
    server.script = () => answer;
    await expect(askJoinUrl(transport, joinUrl)).rejects.toMatchObject({ name: 'UcwaError' });
    expect(server.requests.every(({ headers }) => headers.host === meet)).toBe(true);
  });

  it('loads nothing that a document declares', async () => {
    server.script = () => ({
      body: `<!DOCTYPE conf-info [<!ENTITY x SYSTEM "https://${meet}/secret">]><conf-info><conf-uri>&x;</conf-uri></conf-info>`,
    });
    await expect(askJoinUrl(transport, joinUrl)).rejects.toMatchObject({ name: 'UcwaError' });
    expect(server.requests).toHaveLength(1);
  });

  it.each(['http://meet.example.test/alex/ABC123', 'no URL', 'file:///etc/passwd'])(
    '%s is not asked',
    async (url) => {
      await expect(askJoinUrl(transport, url)).rejects.toMatchObject({ kind: 'bad-address' });
      expect(server.requests).toEqual([]);
    },
  );
});
