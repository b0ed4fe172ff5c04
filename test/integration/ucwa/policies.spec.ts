import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import type { RequestKind } from '../../../app/ucwa/transport/request-policies.ts';
import type { TransportLimits } from '../../../app/ucwa/transport/transport-limits.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { type Answer, ScriptedServer } from '../../support/scripted-server.ts';
import { ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

let server: ScriptedServer;
let ucwa: ScriptedUcwa;
let transport: NodeHttpTransport;
let application: UcwaApplication;
let clock: HurriedClock;
let url: string;

async function enter(limits: Partial<TransportLimits> = {}): Promise<void> {
  const request = signInRequest({ discoveryUrl: ucwa.discoveryUrl });
  application = await signInWith(request, ucwaDependencies(transport, clock), { limits });
  await application.upToDate();
  server.requests.length = 0;
  clock.delaysMs.length = 0;
}

beforeEach(async () => {
  server = await ScriptedServer.start();
  ucwa = new ScriptedUcwa(server);
  transport = new NodeHttpTransport();
  clock = new HurriedClock();
  url = `${server.origin}/thing`;
  await enter();
});
afterEach(async () => {
  application.stop();
  transport.close();
  await server.stop();
});

const busy: Answer = { status: 503, body: '<html>' };
const tooMany: Answer = { status: 429, body: { code: 'TooManyRequests' } };
const done: Answer = { status: 204 };
const thing: Answer = { body: { rel: 'thing' } };
const count = () => server.requests.length;

describe('a request that fails', () => {
  const methods = {
    GET: (kind?: RequestKind) => application.client.get(url, kind && { kind }),
    POST: (kind?: RequestKind) => application.client.post(url, null, kind && { kind }),
    DELETE: (kind?: RequestKind) => application.client.delete(url, kind && { kind }),
    photo: () => application.client.getPhoto(url, 48),
  };

  it.each<[keyof typeof methods, RequestKind | undefined, Answer, number]>([
    ['GET', undefined, busy, 3],
    ['GET', undefined, 'drop', 3],
    ['GET', 'urgent', busy, 3],
    ['photo', undefined, busy, 2],
    ['POST', undefined, busy, 1],
    ['POST', undefined, 'drop', 1],
    // The server says that it did nothing.
    ['POST', undefined, tooMany, 2],
    ['POST', 'write', busy, 3],
    ['POST', 'write', 'drop', 3],
    ['DELETE', undefined, 'drop', 3],
    ['DELETE', 'sign-out', busy, 1],
    ['GET', undefined, { status: 404, body: { code: 'NotFound' } }, 1],
    ['POST', 'write', { status: 409, body: { code: 'Conflict' } }, 1],
    ['POST', 'write', { status: 412, body: { code: 'PreconditionFailed' } }, 1],
    [
      'POST',
      'write',
      { status: 409, body: { subcode: 'AnotherOperationPending', code: 'Conflict' } },
      3,
    ],
  ])(
    'is sent as often as its kind allows: %s %s %j, %i times',
    async (method, kind, answer, times) => {
      ucwa.on(`${method === 'photo' ? 'GET' : method} /thing`, answer);
      await expect(methods[method](kind)).rejects.toMatchObject({ name: 'UcwaError' });
      expect(count()).toBe(times);
    },
  );

  it('is a POST that may be sent again when no server heard it', async () => {
    const gone = await ScriptedServer.start();
    const { origin } = gone;
    await gone.stop();
    await expect(application.client.post(origin, null)).rejects.toMatchObject({
      cause: { kind: 'connection-failed' },
    });
    // One pause between two attempts.
    expect(clock.delaysMs).toHaveLength(1);
  });

  it('is a DELETE that was heard when its repetition finds nothing', async () => {
    ucwa.on('DELETE /thing', 'drop', { status: 404, body: { code: 'NotFound' } });
    await application.client.delete(url);
    expect(count()).toBe(2);
  });

  it('waits as long as the server asks', async () => {
    ucwa.on('GET /thing', { status: 503, headers: { 'Retry-After': '7' }, body: '' }, thing);
    await application.client.get(url);
    expect(clock.delaysMs).toEqual([7000]);
  });

  it('is not repeated when the server asks for more than anybody waits', async () => {
    ucwa.on('GET /thing', { status: 503, headers: { 'Retry-After': '60' }, body: '' }, thing);
    await expect(application.client.get(url)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    expect(count()).toBe(1);
  });
});

describe('a server that does not answer anybody', () => {
  const breakIt = async () => {
    ucwa.on('GET /thing', busy);
    for (let round = 0; round < 2; round += 1) {
      await expect(application.client.get(url)).rejects.toMatchObject({ status: 503 });
    }
    server.requests.length = 0;
  };

  it('is left alone by what can wait, and closes the circuit with any answer', async () => {
    await breakIt();
    const refused = { kind: 'transport', advice: 'retry', status: null };
    await expect(application.client.get(url)).rejects.toMatchObject(refused);
    await expect(application.client.delete(url)).rejects.toMatchObject(refused);
    expect(count()).toBe(0);
    ucwa.on('POST /thing', done);
    await application.client.post(url, null);
    ucwa.on('GET /thing', thing);
    await expect(application.client.get(url)).resolves.toMatchObject({ rel: 'thing' });
  });

  it('is still asked for what a call hangs on', async () => {
    await breakIt();
    ucwa.on('GET /thing', thing);
    await expect(application.client.get(url, { kind: 'urgent' })).resolves.toBeDefined();
  });
});

describe('the limits', () => {
  const text = (length: number) => ({ body: { rel: 'thing', text: 'x'.repeat(length) } });

  it('hold for every response', async () => {
    application.stop();
    await enter({ maxBodyBytes: 4096 });
    ucwa.on('GET /thing', text(4000));
    await expect(application.client.get(url)).resolves.toBeDefined();
    ucwa.on('GET /thing', text(4096));
    const error = await application.client.get(url).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      kind: 'transport',
      advice: 'give-up',
      cause: { kind: 'too-large' },
    });
  });

  it('hold for the depth of every answer, in either syntax', async () => {
    application.stop();
    await enter({ maxDepth: 6 });
    const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });
    ucwa.on('GET /thing', { body: nested(6) });
    await expect(application.client.get(url)).resolves.toBeDefined();
    ucwa.on('GET /thing', { body: nested(8) });
    await expect(application.client.get(url)).rejects.toMatchObject({ kind: 'malformed' });
    const xml = (depth: number): Answer => ({
      headers: { 'Content-Type': 'application/vnd.microsoft.com.ucwa+xml' },
      body: `<resource rel="thing">${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</resource>`,
    });
    ucwa.on('GET /thing', xml(4));
    await expect(application.client.get(url)).resolves.toBeDefined();
    ucwa.on('GET /thing', xml(8));
    await expect(application.client.get(url)).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('hold for the sign-in, in memory and in time', async () => {
    ucwa.on('GET /root', { body: { pad: 'x'.repeat(4096) } });
    await expect(enter({ maxBodyBytes: 4096 })).rejects.toMatchObject({
      cause: { kind: 'too-large' },
    });
    ucwa.on('GET /root', 'hang');
    await expect(enter({ maxTimeMs: 50 })).rejects.toMatchObject({ cause: { kind: 'timeout' } });
  });
});

describe('a photo', () => {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0, 0x80, 0xfe]).toString('latin1');
  const jpeg = { 'Content-Type': 'Image/JPEG; q=1' };

  it('comes as bytes, in the size that was asked for', async () => {
    ucwa.on('GET /thing', { headers: jpeg, body: Buffer.from(bytes, 'latin1') });
    const photo = await application.client.getPhoto(`${url}?hash=1`, 96);
    expect(photo?.mediaType).toBe('image/jpeg');
    expect(Buffer.from(photo?.bytes ?? []).toString('latin1')).toBe(bytes);
    const [request] = server.requests;
    expect(request?.url).toBe('/thing?hash=1&size=HR96X96');
    expect(request?.headers.accept).toMatch(/^image\/jpeg\b/);
  });

  it('is null for people without one, and only for them', async () => {
    ucwa.on('GET /thing', { status: 404, body: { code: 'NotFound' } });
    expect(await application.client.getPhoto(url, 48)).toBeNull();
    ucwa.on('GET /thing', {
      status: 404,
      body: { code: 'NotFound', subcode: 'ApplicationNotFound' },
    });
    await expect(application.client.getPhoto(url, 48)).rejects.toMatchObject({
      advice: 'recreate-application',
    });
    ucwa.on('GET /thing', { status: 403, body: { code: 'Forbidden' } });
    await expect(application.client.getPhoto(url, 48)).rejects.toMatchObject({ status: 403 });
  });

  it.each<[string, Answer]>([
    ['a page', { headers: { 'Content-Type': 'text/html' }, body: '<html>' }],
    [
      'a drawing that may hold scripts',
      { headers: { 'Content-Type': 'image/svg+xml' }, body: '<svg/>' },
    ],
    ['nothing', { headers: jpeg, body: '' }],
    ['an untyped body', { body: 'JFIF' }],
  ])('is not %s', async (_, answer) => {
    ucwa.on('GET /thing', answer);
    await expect(application.client.getPhoto(url, 48)).rejects.toMatchObject({ kind: 'proxy' });
  });

  it('has a limit of its own', async () => {
    application.stop();
    await enter({ maxPhotoBytes: 4 });
    ucwa.on('GET /thing', { headers: jpeg, body: 'five!' });
    await expect(application.client.getPhoto(url, 48)).rejects.toMatchObject({
      cause: { kind: 'too-large' },
    });
  });
});

describe('a representation that did not change', () => {
  const etag = { ETag: '"v1"' };
  const sentTags = () => server.seen('GET', /thing/).map((each) => each.headers['if-none-match']);

  it('is not sent again', async () => {
    const { body } = { body: { rel: 'thing', number: 1 } };
    ucwa.on('GET /thing', { headers: etag, body }, { status: 304, headers: etag });
    const first = await application.client.get(url);
    const second = await application.client.get(url);
    expect(second).toEqual(first);
    expect(second.etag).toBe('"v1"');
    expect(sentTags()).toEqual([undefined, '"v1"']);
  });

  it('is taken anew when it did, and kept no longer when it has no tag', async () => {
    ucwa.on(
      'GET /thing',
      { headers: etag, body: { number: 1 } },
      { headers: { ETag: '"v2"' }, body: { number: 2 } },
      { status: 304 },
    );
    const numbers: unknown[] = [];
    for (let round = 0; round < 3; round += 1) {
      numbers.push((await application.client.get(url)).properties.number);
    }
    expect(numbers).toEqual([1, 2, 2]);
    expect(sentTags()).toEqual([undefined, '"v1"', '"v2"']);
  });

  it('is an error where nobody has it', async () => {
    ucwa.on('GET /thing', { status: 304 });
    await expect(application.client.get(url)).rejects.toMatchObject({ status: 304 });
  });
});

it('does without the revision where the server knows none, a POST included', async () => {
  const old = { status: 404, body: { code: 'NotFound', subcode: 'APIVersionNotSupported' } };
  ucwa.on('POST /thing', (request) =>
    request.headers['x-ms-requiresminresourceversion'] === undefined ? done : old,
  );
  await application.client.post(url, null);
  await application.client.post(url, null);
  expect(server.requests.map((each) => each.headers['x-ms-requiresminresourceversion'])).toEqual([
    '2',
    undefined,
    undefined,
  ]);
});
