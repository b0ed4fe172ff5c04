import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChannelTimes, defaultChannelTimes } from '../../../app/ucwa/events/channel-times.ts';
import { signInWith } from '../../../app/ucwa/sign-in.ts';
import type { UcwaApplication } from '../../../app/ucwa/ucwa-application.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { EventLog } from '../../support/event-log.ts';
import type { RecordingLogger } from '../../support/recording-logger.ts';
import { type Answer, ScriptedServer } from '../../support/scripted-server.ts';
import {
  applicationResource,
  challengeHeaders,
  communicationResource,
  eventsBody,
  meResource,
  ScriptedUcwa,
} from '../../support/scripted-ucwa.ts';
import { signInRequest, ucwaDependencies } from '../../support/sign-in-request.ts';

/** The real times would make tests wait; the rules are the same. */
const times: ChannelTimes = {
  ...defaultChannelTimes,
  backOff: { firstMs: 10, baseMs: 20, maxMs: 80 },
};

let server: ScriptedServer;
let ucwa: ScriptedUcwa;
let transport: NodeHttpTransport;
let application: UcwaApplication;
let log: EventLog;
let logger: RecordingLogger;

const first = '/apps/1/events?ack=1&key=a%7Eb=';
const told = '&low=5&medium=5&timeout=180';
const at = (ack: number) => `/apps/1/events?ack=${ack}&key=a%7Eb=`;
const added = (id: string) => ['conversation', `/c/${id}`, 'added'] as const;
const body = (next: number, ...ids: string[]): Answer => ({
  body: eventsBody({ next: at(next) }, ids.map(added)),
});
const polls = () => server.seen('GET', /^\/apps\/1\/events/).map((request) => request.url);

async function signedIn(channelTimes = times): Promise<void> {
  const dependencies = ucwaDependencies(transport);
  logger = dependencies.logger;
  const request = signInRequest({ discoveryUrl: ucwa.discoveryUrl });
  application = await signInWith(request, dependencies, { channelTimes });
  await application.upToDate();
  log = new EventLog(application);
}

beforeEach(async () => {
  server = await ScriptedServer.start();
  ucwa = new ScriptedUcwa(server);
  transport = new NodeHttpTransport();
});
afterEach(async () => {
  application.stop();
  transport.close();
  await server.stop();
});

describe('polling', () => {
  it('keeps the key of the link, leaves ack alone and names its timeout once', async () => {
    ucwa.on(`GET ${first}`, body(2));
    await signedIn();
    application.start();
    await server.waitFor('GET', /ack=2/);
    expect(polls()).toEqual([first + told, at(2)]);
  });

  it('gives events in the order of the documents, exactly once', async () => {
    const mixed = {
      _links: { next: { href: at(2) } },
      sender: [
        {
          rel: 'communication',
          href: '/c',
          events: [{ link: { rel: 'a', href: '/1' }, type: 'added' }],
        },
        {
          rel: 'conversation',
          href: '/v',
          events: [{ link: { rel: 'b', href: '/2' }, type: 'added' }],
        },
        {
          rel: 'communication',
          href: '/c',
          events: [{ link: { rel: 'a', href: '/3' }, type: 'updated' }],
        },
      ],
    };
    ucwa.on(`GET ${first}`, { body: mixed });
    ucwa.on(`GET ${at(2)}`, body(3));
    ucwa.on(`GET ${at(3)}`, body(4, 'x'));
    await signedIn();
    application.start();
    await log.waitFor('conversation added x');
    expect(log.words).toEqual([
      'connected',
      'a added 1',
      'b added 2',
      'a updated 3',
      'conversation added x',
    ]);
  });

  it('has asked for the next events before it hands out the last', async () => {
    ucwa.on(`GET ${first}`, body(2, 'x'));
    await signedIn();
    const sent: string[] = [];
    const send = transport.send.bind(transport);
    transport.send = (request, signal) => {
      sent.push(request.url);
      return send(request, signal);
    };
    const order: string[] = [];
    application.events.subscribe((event) => {
      if (event.type === 'event') order.push(...sent.splice(0).slice(-1), 'handled');
    });
    application.start();
    await log.waitFor('conversation added x');
    expect(order).toEqual([server.origin + at(2), 'handled']);
  });

  it('skips an event whose handler throws, and goes on', async () => {
    ucwa.on(`GET ${first}`, body(2, 'bad', 'good'));
    ucwa.on(`GET ${at(2)}`, body(3, 'later'));
    await signedIn();
    const handled: string[] = [];
    application.events.subscribe((event) => {
      if (event.type !== 'event') return;
      handled.push(event.event.link.href.split('/').pop() ?? '');
      if (handled.length === 1) throw new Error('handler is broken');
    });
    application.start();
    await log.waitFor('conversation added later');
    expect(handled).toEqual(['bad', 'good', 'later']);
    expect(logger.text()).toContain('handler is broken');
  });

  it('gives events of unknown relation and type, and skips only those that are none', async () => {
    const events = [
      { type: 'added' },
      { link: { rel: 'hologram', href: '/h/1' }, type: 'beamed' },
      { link: { rel: 'conversation', href: '/c/2' }, type: 'added' },
    ];
    const sender = [{ rel: 'bridge', href: '/b', events }];
    ucwa.on(`GET ${first}`, { body: { _links: { next: { href: at(2) } }, sender } });
    await signedIn();
    application.start();
    await log.waitFor('conversation added 2');
    expect(log.words).toEqual(['connected', 'hologram beamed 1', 'conversation added 2']);
    expect(logger.text()).toContain('$.sender[0].events[0].type'.replace('.type', '.link'));
  });
});

describe('what the server may say instead of events', () => {
  it('resync: follows it, tells so, reads the resources again', async () => {
    ucwa.on(`GET ${first}`, { body: eventsBody({ resync: at(7) }) });
    ucwa.on(`GET ${at(7)}`, body(8, 'x'));
    await signedIn();
    application.start();
    await log.waitFor('conversation added x');
    expect(log.words).toEqual(['connected', 'resynced', 'conversation added x']);
    await server.waitFor('GET', /^\/apps\/1$/);
  });

  it('resync is preferred to next', async () => {
    ucwa.on(`GET ${first}`, { body: eventsBody({ next: at(2), resync: at(7) }) });
    await signedIn();
    application.start();
    await server.waitFor('GET', /ack=7/);
    expect(polls()).not.toContain(at(2));
  });

  it('resume: follows it with the parameters, tells that everything is new', async () => {
    ucwa.on(`GET ${first}`, { body: eventsBody({ resume: at(7) }) });
    await signedIn();
    application.start();
    await server.waitFor('GET', /ack=7/);
    await log.waitFor('recreated');
    expect(polls()).toEqual([first + told, at(7) + told]);
  });

  it('resume: tells that everything is new before the events that come with it', async () => {
    const resumed = { body: eventsBody({ resume: at(7) }, [added('x')]) };
    ucwa.on(`GET ${first}`, resumed);
    await signedIn();
    application.start();
    await log.waitFor('conversation added x');
    expect(log.words).toEqual(['connected', 'recreated', 'conversation added x']);
  });

  it('ApplicationNotFound: makes the application anew, silently, and goes on there', async () => {
    const lost = { status: 404, body: { code: 'NotFound', subcode: 'ApplicationNotFound' } };
    ucwa.on(`GET ${first}`, lost);
    const fresh = applicationResource('2');
    ucwa.on(
      'POST /apps',
      { status: 201, body: applicationResource() },
      { status: 201, body: fresh },
    );
    ucwa.on('GET /apps/2/events', body(3, 'x'), 'hang');
    await signedIn();
    application.start();
    await log.waitFor('connected', 2);
    await log.waitFor('conversation added x');
    expect(log.words.slice(0, 4)).toEqual(['connected', 'recovering', 'recreated', 'connected']);
    expect(server.seen('POST', /makeMeAvailable/)).toHaveLength(2);
    expect(application.root.href).toBe(`${server.origin}/apps/2`);
    expect(server.seen('GET', /^\/apps\/2\/events/)[0]?.url).toContain('timeout=180');
  });

  it('keeps trying while the application cannot be made anew', async () => {
    const lost = { status: 404, body: { code: 'NotFound', subcode: 'ApplicationNotFound' } };
    ucwa.on(`GET ${first}`, lost);
    const created = { status: 201, body: applicationResource() };
    const down = { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<html>' };
    const again = { status: 201, body: applicationResource('2') };
    ucwa.on('POST /apps', created, 'drop', down, { status: 503 }, again);
    await signedIn();
    application.start();
    await log.waitFor('recreated');
    expect(server.seen('POST', /^\/apps$/)).toHaveLength(5);
  });

  it('PGetReplaced for the only request: ends, because another instance runs', async () => {
    const replaced = { status: 409, body: { code: 'Conflict', subcode: 'PGetReplaced' } };
    ucwa.on(`GET ${first}`, replaced);
    await signedIn();
    application.start();
    await log.waitFor('ended:used-elsewhere');
    await application.signOut();
    expect(polls()).toHaveLength(1);
    expect(server.seen('DELETE', /./)).toHaveLength(0);
  });

  it('PGetReplaced for an older request of ours: goes on', async () => {
    const replaced = { status: 409, body: { code: 'Conflict', subcode: 'PGetReplaced' } };
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    ucwa.on(
      `GET ${first}`,
      { after: released, answer: replaced },
      {
        after: released,
        answer: body(2, 'x'),
      },
    );
    await signedIn();
    application.start();
    await server.waitFor('GET', /ack=1/);
    application.wakeUp();
    await server.waitFor('GET', /ack=1/, 2);
    release();
    await log.waitFor('conversation added x');
    expect(log.words).not.toContain('ended:used-elsewhere');
  });

  it('PGetReplaced by an older request of ours that arrived later: asks once more', async () => {
    const replaced = { status: 409, body: { code: 'Conflict', subcode: 'PGetReplaced' } };
    ucwa.on(`GET ${first}`, 'hang', replaced, body(2, 'x'));
    await signedIn();
    application.start();
    await server.waitFor('GET', /ack=1/);
    application.wakeUp();
    await log.waitFor('conversation added x');
    expect(log.words).toEqual(['connected', 'conversation added x']);
  });

  it.each([
    ['TooManyApplications', 'too-many-applications'],
    ['InactiveApplicationExpired', 'application-expired'],
    ['UserAgentNotAllowed', 'user-agent-not-allowed'],
  ])('410 %s: ends and makes nothing anew', async (subcode, reason) => {
    ucwa.on(`GET ${first}`, { status: 410, body: { code: 'Gone', subcode } });
    await signedIn();
    application.start();
    await log.waitFor(`ended:${reason}`);
    expect(server.seen('POST', /^\/apps$/)).toHaveLength(1);
    expect(log.events.at(-1)).toEqual({ type: 'ended', reason });
  });
});

describe('trouble', () => {
  const html = { 'Content-Type': 'text/html' };
  it.each<[string, Answer]>([
    ['a dropped connection', 'drop'],
    ['a truncated body', { body: eventsBody({ next: at(2) }, [added('lost')]), missingBytes: 100 }],
    ['malformed JSON', { headers: { 'Content-Type': 'application/json' }, body: '{"_links":{' }],
    ['an HTML page with 200', { headers: html, body: '<html>portal</html>' }],
    ['an HTML page with 502', { status: 502, headers: html, body: '<html>bad gateway</html>' }],
    ['a 503 without body', { status: 503 }],
    ['a 429', { status: 429, body: { code: 'TooManyRequests' } }],
    ['a body of 9 MB', { headers: { 'Content-Type': 'application/json' }, body: ' '.repeat(9e6) }],
    ['a body that leads nowhere', { body: { sender: [] } }],
    ['a body that leads to itself', { body: eventsBody({ next: at(1) }, [added('twice')]) }],
  ])('%s: asks with the same ack again and loses nothing', async (_, answer) => {
    ucwa.on(`GET ${first}`, answer, body(2, 'x'));
    await signedIn();
    application.start();
    await log.waitFor('conversation added x');
    const words = log.words.filter((word) => word !== 'connected' || log.words[0] !== word);
    expect(words).toEqual(['recovering', 'conversation added x']);
    expect(log.words.filter((word) => word === 'connected')).toHaveLength(2);
    expect(polls().slice(0, 2)).toEqual([first + told, `${first}${told}&priority=1`]);
  });

  it('backs off further with each failure', async () => {
    ucwa.on(`GET ${first}`, 'drop', 'drop', 'drop', 'drop', body(2, 'x'));
    await signedIn();
    const startedAtMs = Date.now();
    application.start();
    await log.waitFor('conversation added x');
    expect(Date.now() - startedAtMs).toBeGreaterThanOrEqual(5 + 10 + 20 + 40);
    expect(log.words.filter((word) => word === 'recovering')).toHaveLength(1);
  });

  it('opens the channel anew when a body stays unreadable', async () => {
    const poison = { headers: { 'Content-Type': 'application/json' }, body: '{' };
    ucwa.on(`GET ${first}`, poison, poison, poison, poison, poison, body(2, 'x'));
    await signedIn();
    application.start();
    await log.waitFor('conversation added x');
    expect(server.seen('POST', /^\/apps$/)).toHaveLength(2);
    expect(log.words).toEqual([
      'connected',
      'recovering',
      'resynced',
      'connected',
      'conversation added x',
    ]);
  });

  it('does not spin on a server that answers at once and says nothing', async () => {
    for (let ack = 1; ack < 40; ack += 1) ucwa.on(`GET ${at(ack)}`, body(ack + 1));
    ucwa.on(`GET ${first}`, body(2));
    await signedIn({ ...times, backOff: { firstMs: 60_000, baseMs: 60_000, maxMs: 60_000 } });
    application.start();
    await server.waitFor('GET', /ack=4/);
    // Requests made after the fourth P-GET was answered: a channel that spins would have polled again.
    for (let round = 0; round < 5; round += 1)
      await application.client.get(`${server.origin}/apps/1`);
    expect(polls()).toHaveLength(4);
  });

  it('says connected as soon as the server can be reached again, though no event comes', async () => {
    ucwa.on(`GET ${first}`, 'drop', 'hang');
    await signedIn();
    application.start();
    await log.waitFor('connected', 2);
    expect(log.words).toEqual(['connected', 'recovering', 'connected']);
    expect(server.seen('GET', /^\/apps\/1$/)).toHaveLength(1);
  });

  it('makes the application anew at once when the probe is the first to hear that it is lost', async () => {
    const lost = { status: 404, body: { code: 'NotFound', subcode: 'ApplicationNotFound' } };
    ucwa.on(`GET ${first}`, 'drop', 'hang');
    ucwa.on('GET /apps/1', lost);
    const again = { status: 201, body: applicationResource('2') };
    ucwa.on('POST /apps', { status: 201, body: applicationResource() }, again);
    ucwa.on('GET /apps/2/events', body(3, 'x'), 'hang');
    await signedIn({ ...times, backOff: { firstMs: 10, baseMs: 60_000, maxMs: 60_000 } });
    application.start();
    await log.waitFor('conversation added x');
    expect(log.words.slice(0, 4)).toEqual(['connected', 'recovering', 'recreated', 'connected']);
  });

  it('retries at once when it is woken up', async () => {
    ucwa.on(`GET ${first}`, 'drop', body(2, 'x'));
    await signedIn({ ...times, backOff: { firstMs: 60_000, baseMs: 60_000, maxMs: 60_000 } });
    application.start();
    await log.waitFor('recovering');
    application.wakeUp();
    await log.waitFor('conversation added x');
  });

  it('takes a new ticket when the old one is refused, and keeps the ack', async () => {
    ucwa.on(`GET ${first}`, { status: 401, headers: challengeHeaders(server.origin) }, (request) =>
      ucwa.authorized(request, body(2, 'x')),
    );
    await signedIn();
    ucwa.token = 'cwt=SECOND';
    application.start();
    await log.waitFor('conversation added x');
    expect(log.words).toEqual(['connected', 'conversation added x']);
    expect(polls().slice(0, 2)).toEqual([first + told, first + told]);
    expect(server.seen('POST', /ticket/)).toHaveLength(2);
  });

  it('goes on later when the ticket service is down', async () => {
    const refused = { status: 401, headers: challengeHeaders(server.origin) };
    ucwa.on(`GET ${first}`, refused, refused, (request) => ucwa.authorized(request, body(2, 'x')));
    await signedIn();
    ucwa.token = 'cwt=SECOND';
    ucwa.on(
      'POST /ticket',
      { status: 503 },
      {
        body: { access_token: ucwa.token, expires_in: 28289 },
      },
    );
    application.start();
    await log.waitFor('conversation added x');
    expect(log.words).not.toContain('ended:credentials-rejected');
  });

  it('ends when the password is not good any more', async () => {
    ucwa.on(`GET ${first}`, { status: 401, headers: challengeHeaders(server.origin) });
    await signedIn();
    ucwa.on('POST /ticket', { status: 400, body: { error: 'invalid_grant' } });
    application.start();
    await log.waitFor('ended:credentials-rejected');
  });
});

describe('the resources of the application', () => {
  it('take over what an event embeds before it is told', async () => {
    const more = { _embedded: { communication: communicationResource(false) } };
    const event = ['communication', '/apps/1/communication', 'updated', more] as const;
    ucwa.on(`GET ${first}`, { body: eventsBody({ next: at(2) }, [event]) });
    await signedIn();
    expect(application.communication.links.startAudio).toBeDefined();
    let links: string[] = [];
    application.events.subscribe((each) => {
      if (each.type === 'event') links = Object.keys(application.communication.links);
    });
    application.start();
    await log.waitFor('communication updated communication');
    expect(links).toEqual(['self', 'startAudioVideo']);
  });

  it('are read again when an event only names them', async () => {
    ucwa.on(`GET ${first}`, {
      body: eventsBody({ next: at(2) }, [['me', '/apps/1/ME', 'updated']]),
    });
    ucwa.on(
      'GET /apps/1/me',
      { body: meResource(true) },
      { body: { ...meResource(true), title: 'Boss' } },
    );
    await signedIn();
    application.start();
    await log.waitFor('me updated ME');
    await expect.poll(() => application.me.properties.title).toBe('Boss');
  });
});

describe('the end', () => {
  it('sign-out deletes the application, ends the P-GET and makes nothing anew; twice is harmless', async () => {
    await signedIn();
    application.start();
    await server.waitFor('GET', /events/);
    await Promise.all([application.signOut(), application.signOut()]);
    await application.signOut();
    expect(server.seen('DELETE', /^\/apps\/1$/)).toHaveLength(1);
    expect(polls()).toHaveLength(1);
    expect(server.seen('POST', /^\/apps$/)).toHaveLength(1);
    expect(log.words).toEqual(['connected']);
  });

  it('sign-out succeeds without a server', async () => {
    ucwa.on('DELETE /apps/1', 'drop');
    await signedIn();
    application.start();
    await application.signOut();
    expect(logger.text()).toContain('The application stays on the server');
  });

  it('stop leaves the application alive; starting again does nothing', async () => {
    await signedIn();
    application.start();
    await server.waitFor('GET', /events/);
    application.stop();
    application.stop();
    application.start();
    application.wakeUp();
    await application.signOut();
    expect(polls()).toHaveLength(1);
    expect(server.seen('DELETE', /./)).toHaveLength(0);
  });
});
