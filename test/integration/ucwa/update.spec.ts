import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireLink } from '../../../app/ucwa/hypermedia/links.ts';
import { signIn } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { ScriptedServer } from '../../support/scripted-server.ts';
import { ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

let transport: NodeHttpTransport;
let application: UcwaApplication;
beforeEach(() => {
  transport = new NodeHttpTransport();
});
afterEach(() => {
  application.stop();
  transport.close();
});

describe('PUT to the built-in server', () => {
  let sandbox: Sandbox;
  let href: string;
  beforeEach(async () => {
    sandbox = await startSandbox();
    const [user] = sandbox.users;
    if (user === undefined) throw new Error('no user');
    const { userName, password } = user;
    const method = { grant: 'password', account: { userName, password } } as const;
    const { discoveryUrl } = sandbox;
    const request = signInRequest({ address: userName, method, discoveryUrl });
    application = await signIn(request, ucwaDependencies(transport));
    await application.upToDate();
    href = requireLink(application.me, 'callForwardingSettings').href;
  });
  afterEach(() => sandbox.stop());

  const statuses = (method: string) =>
    sandbox.control.requests
      .filter((request) => request.method === method && request.path.endsWith('Settings'))
      .map(({ status }) => status);

  it('brings back the property that asks for it, with the ETag that was read', async () => {
    await application.client.update(href, () => ({ activePeriod: 'Workhours' }));
    expect(statuses('PUT')).toEqual([204]);
    const { properties } = await application.client.get(href);
    expect(properties).toMatchObject({ activePeriod: 'Workhours', activeSetting: 'None' });
  });

  it('keeps the changes of two that write at once', async () => {
    await Promise.all([
      application.client.update(href, () => ({ activePeriod: 'Workhours' })),
      application.client.update(href, () => ({ activeSetting: 'SimultaneousRing' })),
    ]);
    const { properties } = await application.client.get(href);
    expect(properties).toMatchObject({
      activePeriod: 'Workhours',
      activeSetting: 'SimultaneousRing',
    });
    expect(statuses('PUT')).not.toContain(428);
  });

  it('tells which value the server refuses', async () => {
    const update = application.client.update(href, () => ({ activePeriod: 'Sometimes' }));
    await expect(update).rejects.toMatchObject({
      status: 400,
      reason: { parameters: [{ name: 'activePeriod', reason: 'Invalid' }] },
    });
  });
});

describe('PUT', () => {
  let server: ScriptedServer;
  let ucwa: ScriptedUcwa;
  let url: string;
  const stale = { status: 412, body: { code: 'PreconditionFailed' } };
  const thing = (count: number, etag: string) => ({
    headers: { ETag: etag },
    body: { rel: 'thing', count, 'a1-b2': 'pass me', etag: 'another', _links: {}, _embedded: {} },
  });
  beforeEach(async () => {
    server = await ScriptedServer.start();
    ucwa = new ScriptedUcwa(server);
    const request = signInRequest({ discoveryUrl: ucwa.discoveryUrl });
    application = await signIn(request, ucwaDependencies(transport));
    await application.upToDate();
    url = `${server.origin}/thing`;
  });
  afterEach(() => server.stop());

  const addOne = () =>
    application.client.update(url, ({ properties }) => ({ count: Number(properties.count) + 1 }));
  const sent = () =>
    server
      .seen('PUT', /thing/)
      .map(({ headers, body }) => [headers['if-match'], JSON.parse(body).count]);

  it('sends everything but links and embedded resources', async () => {
    ucwa.on('GET /thing', thing(1, '"v1"'));
    ucwa.on('PUT /thing', { status: 204 });
    expect(await addOne()).toBeNull();
    const [request] = server.seen('PUT', /thing/);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      rel: 'thing',
      count: 2,
      'a1-b2': 'pass me',
      etag: 'another',
    });
    expect(request?.headers['content-type']).toBe('application/json');
  });

  it('reads again and applies the change again when somebody else was faster', async () => {
    ucwa.on('GET /thing', thing(1, '"v1"'), thing(5, '"v2"'));
    ucwa.on('PUT /thing', stale, { body: { rel: 'thing', count: 6 } });
    expect((await addOne())?.properties.count).toBe(6);
    expect(sent()).toEqual([
      ['"v1"', 2],
      ['"v2"', 6],
    ]);
  });

  it('gives up after the second time', async () => {
    ucwa.on('GET /thing', thing(1, '"v1"'));
    ucwa.on('PUT /thing', stale);
    await expect(addOne()).rejects.toMatchObject({ status: 412 });
    expect(sent()).toHaveLength(2);
  });

  it.each([
    ['bare', '"bare"'],
    ['"quoted"', '"quoted"'],
    ['W/"weak"', 'W/"weak"'],
  ])('names the tag %s as %s', async (etag, expected) => {
    ucwa.on('GET /thing', thing(1, etag));
    ucwa.on('PUT /thing', { status: 204 });
    await addOne();
    expect(sent()).toEqual([[expected, 2]]);
  });

  it.each([
    ['the property etag', { etag: '27' }, '"27"'],
    ['no tag at all', {}, '*'],
    ['a tag that no header can carry', { etag: 'a\r\nX-Evil: 1' }, '*'],
  ])('takes %s for want of a header', async (_, properties, expected) => {
    ucwa.on('GET /thing', { body: { rel: 'thing', count: 1, ...properties } });
    ucwa.on('PUT /thing', { status: 204 });
    await addOne();
    expect(sent()).toEqual([[expected, 2]]);
  });

  it('sends nothing when the change is refused', async () => {
    ucwa.on('GET /thing', thing(1, '"v1"'));
    const refuse = () => {
      throw new RangeError('too many');
    };
    await expect(application.client.update(url, refuse)).rejects.toThrow(RangeError);
    expect(sent()).toEqual([]);
  });
});
