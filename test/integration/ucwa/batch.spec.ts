import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireLink } from '../../../app/ucwa/hypermedia/links.ts';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import type { TransportLimits } from '../../../app/ucwa/transport/transport-limits.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { HurriedClock } from '../../support/hurried-clock.ts';
import { batchAnswer, type PartAnswer, pathsInBatch } from '../../support/scripted-batch.ts';
import { type Answer, ScriptedServer, type SeenRequest } from '../../support/scripted-server.ts';
import { applicationResource, ScriptedUcwa } from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('reads of one turn', () => {
  let server: ScriptedServer;
  let ucwa: ScriptedUcwa;
  let transport: NodeHttpTransport;
  let application: UcwaApplication;
  let clock: HurriedClock;

  const link = (href: string) => ({ href });
  const withBatch = (id: string) => {
    const { _links, ...rest } = applicationResource(id, true);
    return { ...rest, _links: { ..._links, batch: link(`/apps/${id}/batch`) } };
  };
  const enter = async (limits: Partial<TransportLimits> = {}) => {
    const request = signInRequest({ discoveryUrl: ucwa.discoveryUrl });
    application = await signInWith(request, ucwaDependencies(transport, clock), { limits });
    await application.upToDate();
    server.requests.length = 0;
  };
  const url = (path: string) => `${server.origin}${path}`;
  const read = (index: number, options = {}) =>
    application.client.get(url(`/apps/1/things/${index}`), options);
  const readMany = (count: number) => Promise.all(numbers(count).map((index) => read(index)));
  const thing = (path: string): PartAnswer => ({
    body: { rel: 'thing', number: Number(path.split('/').at(-1)) },
  });
  const answerAll = (request: SeenRequest) => batchAnswer(pathsInBatch(request).map(thing));
  const batches = () => server.seen('POST', /\/batch$/).map(pathsInBatch);
  const alone = () => server.seen('GET', /\/things\//).map((request) => request.url);

  beforeEach(async () => {
    server = await ScriptedServer.start();
    ucwa = new ScriptedUcwa(server);
    transport = new NodeHttpTransport();
    clock = new HurriedClock();
    ucwa.on('POST /apps', { status: 201, body: withBatch('1') });
    ucwa.on('POST /apps/1/batch', answerAll);
    for (const index of numbers(80)) {
      const path = `/apps/1/things/${index}`;
      ucwa.on(`GET ${path}`, { body: thing(path).body ?? '' });
    }
    await enter();
  });
  afterEach(async () => {
    application.stop();
    transport.close();
    await server.stop();
  });

  it('go out as one batch, and each gets its own resource', async () => {
    const later = Promise.resolve().then(() => read(3));
    const read0To2 = readMany(3);
    const all = [...(await read0To2), await later];
    expect(all.map(({ properties }) => properties.number)).toEqual([0, 1, 2, 3]);
    expect(server.requests).toHaveLength(1);
    const [batch] = server.seen('POST', /\/batch$/);
    expect(batch?.headers['content-type']).toMatch(/^multipart\/batching; boundary="[\w-]+"$/);
    expect(batch?.headers.accept).toBe('multipart/batching');
    expect(batch?.body).toContain(
      [
        'Content-Type: application/http; msgtype=request\r\n\r\nGET /apps/1/things/0 HTTP/1.1\r\n',
        `Host: ${new URL(server.origin).host}\r\nAccept: application/json\r\n`,
        'X-MS-RequiresMinResourceVersion: 2\r\n\r\n\r\n--',
      ].join(''),
    );
  });

  it('go out as they are when they are alone', async () => {
    await read(0);
    await read(1);
    expect(alone()).toEqual(['/apps/1/things/0', '/apps/1/things/1']);
    expect(batches()).toEqual([]);
  });

  it('are no more than 64 at a time, the others when there is room', async () => {
    let release = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      release = resolve;
    });
    ucwa.on(
      'POST /apps/1/batch',
      (request) => ({ after: first, answer: answerAll(request) }),
      answerAll,
    );
    const reading = readMany(80);
    await server.waitFor('POST', /\/batch$/);
    const alsoAlone = application.client.get(url('/apps/1/things/5'), { kind: 'urgent' });
    await alsoAlone;
    expect(batches().map(({ length }) => length)).toEqual([64]);
    release();
    expect(await reading).toHaveLength(80);
    expect(batches().map(({ length }) => length)).toEqual([64, 16]);
  });

  it('leave out what belongs elsewhere, the event channel, photos, posts and what is urgent', async () => {
    const other = ['/apps/2/things/1', '/elsewhere', '/apps/1x', '/apps/1/events?ack=9'];
    for (const path of other) ucwa.on(`GET ${path}`, { body: { rel: 'other' } });
    const photo = { headers: { 'Content-Type': 'image/png' }, body: 'PNG' };
    ucwa.on('GET /apps/1/photo', photo);
    ucwa.on('POST /apps/1/thing', { status: 204 });
    await Promise.all([
      ...other.map((path) => application.client.get(url(path))),
      application.client.getPhoto(url('/apps/1/photo'), 48),
      application.client.post(url('/apps/1/thing'), null),
      read(7, { kind: 'urgent' }),
      read(0),
      read(1),
    ]);
    expect(batches()).toEqual([['/apps/1/things/0', '/apps/1/things/1']]);
  });

  it('fail each for itself', async () => {
    const gone = { code: 'NotFound', subcode: 'ConversationNotFound' };
    const notFound = { status: 404, body: gone };
    const html = { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' };
    ucwa.on('POST /apps/1/batch', batchAnswer([thing('/0'), notFound, thing('/2')]));
    const [first, second, third] = await Promise.allSettled([read(0), read(1), read(2)]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { status: 404, subcode: 'ConversationNotFound' } });
    expect(third.status).toBe('fulfilled');
    ucwa.on('POST /apps/1/batch', batchAnswer([thing('/0'), html]), answerAll);
    await expect(readMany(2)).resolves.toHaveLength(2);
    expect(alone()).toEqual(['/apps/1/things/1']);
  });

  it('tolerate a byte order mark, bare line feeds and an unquoted boundary', async () => {
    const text = [
      ...['--b', 'Content-Type: application/http;msgtype=response', '', 'HTTP/1.1 200 OK'],
      ...['Content-Type: application/json', '', '\ufeff{"rel":"thing","number":0}', '--b'],
      ...['Content-Type: application/http', '', '\ufeffHTTP/1.1 200 OK'],
      ...['Content-Type: application/json', '', '{"rel":"thing",', '"number":1}', '--b--', ''],
    ].join('\n');
    const headers = { 'Content-Type': 'multipart/batching;boundary=b;charset=utf-8' };
    ucwa.on('POST /apps/1/batch', { headers, body: text });
    const read0And1 = await readMany(2);
    expect(read0And1.map(({ properties }) => properties.number)).toEqual([0, 1]);
    expect(alone()).toEqual([]);
  });

  it('are split and sent later after a 429, none lost', async () => {
    const tooMany = { status: 429, headers: { 'Retry-After': '2' }, body: { code: 'TooMany' } };
    ucwa.on('POST /apps/1/batch', tooMany, tooMany, answerAll);
    expect(await readMany(16)).toHaveLength(16);
    expect(batches().map(({ length }) => length)).toEqual([16, 8, 4, 5, 7]);
    expect(clock.delaysMs.filter((delayMs) => delayMs === 2000)).toHaveLength(2);
  });

  it('stay first in line when they are sent again', async () => {
    application.stop();
    await enter({ maxOutstandingReads: 4 });
    const tooMany = { status: 429, body: { code: 'TooManyRequests' } };
    ucwa.on('POST /apps/1/batch', tooMany, 'drop', answerAll);
    await readMany(6);
    const sent = batches().map((paths) => paths.map((path) => Number(path.split('/').at(-1))));
    expect(sent.slice(0, 4)).toEqual([
      [0, 1, 2, 3],
      [0, 1],
      [0, 1],
      [2, 3, 4],
    ]);
  });

  it('are given back together when the server wants to be left alone for long', async () => {
    ucwa.on('POST /apps/1/batch', { status: 429, headers: { 'Retry-After': '600' } });
    const results = await Promise.allSettled([read(0), read(1)]);
    for (const result of results) {
      expect(result).toMatchObject({ reason: { status: 429, retryAfterMs: 600_000 } });
    }
    expect(batches()).toHaveLength(1);
  });

  it('are repeated together when the batch fails, as often as a single read', async () => {
    ucwa.on('POST /apps/1/batch', 'drop', { status: 503, body: '<html>' }, answerAll);
    expect(await readMany(5)).toHaveLength(5);
    expect(batches().map(({ length }) => length)).toEqual([5, 5, 5]);
    ucwa.on('POST /apps/1/batch', { status: 503, body: '<html>' });
    const results = await Promise.allSettled([read(0), read(1)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(batches()).toHaveLength(6);
  });

  it.each<[string, Answer]>([
    ['is refused', { status: 400, body: { code: 'BadRequest' } }],
    ['fails inside', { status: 500, body: { code: 'ServiceFailure' } }],
    ['is answered with a page', { headers: { 'Content-Type': 'text/html' }, body: '<html>' }],
    ['is answered in part', batchAnswer([thing('/0')])],
    ['is answered too often', batchAnswer(numbers(4).map((index) => thing(`/${index}`)))],
    ['is answered with nonsense', batchAnswer([{ body: 'x' }, thing('/1'), { status: 7 }])],
  ])('go out each for itself when the batch %s', async (_, answer) => {
    ucwa.on('POST /apps/1/batch', answer);
    expect(await readMany(3)).toHaveLength(3);
    expect(alone()).toHaveLength(3);
    expect(batches()).toHaveLength(1);
  });

  it('are not batched any more by a server that does not do it', async () => {
    ucwa.on('POST /apps/1/batch', { status: 404, body: { code: 'NotFound' } });
    for (let round = 0; round < 4; round += 1) await readMany(2);
    expect(batches()).toHaveLength(2);
    expect(alone()).toHaveLength(8);
  });

  it('get a new ticket together', async () => {
    ucwa.on('POST /apps/1/batch', (request) => ucwa.authorized(request, answerAll(request)));
    ucwa.token = 'cwt=SECOND';
    expect(await readMany(3)).toHaveLength(3);
    expect(server.seen('POST', /ticket/)).toHaveLength(1);
  });

  it('go on when one caller gives up, and end when all do', async () => {
    ucwa.on('POST /apps/1/batch', 'hang');
    const [one, two] = [new AbortController(), new AbortController()];
    const first = read(0, { signal: one.signal });
    const second = read(1, { signal: two.signal });
    await server.waitFor('POST', /\/batch$/);
    let isSecondOver = false;
    const watched = second.finally(() => {
      isSecondOver = true;
    });
    one.abort();
    await expect(first).rejects.toMatchObject({ advice: 'give-up' });
    expect(isSecondOver).toBe(false);
    two.abort();
    await expect(watched).rejects.toMatchObject({ advice: 'give-up' });
  });

  it('are not sent for a caller that gave up before', async () => {
    const abort = new AbortController();
    const first = read(0, { signal: abort.signal });
    const others = [read(1), read(2)];
    abort.abort();
    await expect(first).rejects.toMatchObject({ kind: 'transport' });
    await Promise.all(others);
    expect(batches()).toEqual([['/apps/1/things/1', '/apps/1/things/2']]);
  });

  it('end when the application is stopped, waiting or under way', async () => {
    ucwa.on('POST /apps/1/batch', 'hang');
    const reading = Promise.allSettled(numbers(70).map((index) => read(index)));
    await server.waitFor('POST', /\/batch$/);
    application.stop();
    const outcomes = (await reading).map(({ status }) => status);
    expect(new Set(outcomes)).toEqual(new Set(['rejected']));
  });

  it('are neither lost, mixed up, reordered nor more than allowed, whatever goes wrong', async () => {
    type Fault = 'ok' | '429' | 'drop' | '503' | 'page' | 'short';
    const fault = fc.constantFrom<Fault>('ok', 'ok', '429', '429', 'drop', '503', 'page', 'short');
    /** What a read survives: two failures. A refusal is none. */
    const survivable = (faults: readonly Fault[]) =>
      faults.filter((each) => each === 'drop' || each === '503').length <= 2;
    const faultsOfRun = fc.array(fault, { maxLength: 8 }).filter(survivable);
    const turns = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 });
    const run = async (faults: readonly Fault[], limit: number, sizes: readonly number[]) => {
      await enter({ maxOutstandingReads: limit });
      let outstanding = 0;
      let most = 0;
      const seen: string[] = [];
      const during = (paths: readonly string[], answer: Answer): Answer => {
        outstanding += paths.length;
        most = Math.max(most, outstanding);
        seen.push(...paths.filter((path) => !seen.includes(path)));
        const after = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
          outstanding -= paths.length;
        });
        return { after, answer };
      };
      const answers: Readonly<Record<Fault, (paths: readonly string[]) => Answer>> = {
        ok: (paths) => batchAnswer(paths.map(thing)),
        '429': () => ({ status: 429, body: { code: 'TooManyRequests' } }),
        drop: () => 'drop',
        '503': () => ({ status: 503, body: '<html>' }),
        page: () => ({ headers: { 'Content-Type': 'text/html' }, body: '<html>' }),
        short: (paths) => batchAnswer(paths.slice(1).map(thing)),
      };
      const left = [...faults];
      ucwa.on('POST /apps/1/batch', (request) => {
        const paths = pathsInBatch(request);
        return during(paths, answers[left.shift() ?? 'ok'](paths));
      });
      const total = sizes.reduce((sum, size) => sum + size, 0);
      for (const index of numbers(total)) {
        const path = `/apps/1/things/${index}`;
        ucwa.on(`GET ${path}`, () => during([path], { body: thing(path).body ?? '' }));
      }
      let next = 0;
      const reads: Promise<unknown>[] = [];
      for (const size of sizes) {
        for (let index = 0; index < size; index += 1) {
          reads.push(read(next).then(({ properties }) => properties.number));
          next += 1;
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(await Promise.all(reads)).toEqual(numbers(total));
      expect(most).toBeLessThanOrEqual(limit);
      const isSplitUp = faults.includes('page') || faults.includes('short');
      if (!isSplitUp) {
        expect(seen).toEqual(numbers(total).map((index) => `/apps/1/things/${index}`));
      }
      application.stop();
    };
    const limits = fc.integer({ min: 1, max: 64 });
    await fc.assert(fc.asyncProperty(faultsOfRun, limits, turns, run), { numRuns: 60, seed: 4 });
  });
});

describe('reads from the built-in server', () => {
  let sandbox: Sandbox;
  let transport: NodeHttpTransport;
  let application: UcwaApplication;
  beforeEach(async () => {
    sandbox = await startSandbox();
    transport = new NodeHttpTransport();
    const [user] = sandbox.users;
    if (user === undefined) throw new Error('no user');
    const { userName, password } = user;
    const request = signInRequest({
      address: userName,
      method: { grant: 'password', account: { userName, password } },
      discoveryUrl: sandbox.discoveryUrl,
    });
    application = await signInWith(request, ucwaDependencies(transport, new HurriedClock()), {});
    await application.upToDate();
  });
  afterEach(async () => {
    application.stop();
    transport.close();
    await sandbox.stop();
  });

  it('come in batches as large as it lets through, unchanged ones as 304', async () => {
    const hrefs = [
      requireLink(application.me, 'phones').href,
      requireLink(application.me, 'callForwardingSettings').href,
      requireLink(application.root, 'policies').href,
      requireLink(application.communication, 'mediaPolicies').href,
    ];
    const readAll = () => Promise.all(hrefs.map((href) => application.client.get(href)));
    const statuses = (path: RegExp, batched: boolean) =>
      sandbox.control.requests
        .filter((request) => request.batched === batched && path.test(request.path))
        .map(({ status }) => status);
    const first = await readAll();
    expect(first.map(({ rel }) => rel)).toEqual([
      'phones',
      'callForwardingSettings',
      'policies',
      'mediaPolicies',
    ]);
    sandbox.control.setMaximumOutstanding(2);
    expect(await readAll()).toEqual(first);
    // The first is of the sign-in.
    expect(statuses(/\/batch$/, false)).toEqual([200, 200, 429, 200, 200]);
    expect(statuses(/olicies$/, true)).toEqual([200, 200, 304, 304]);
  });
});
