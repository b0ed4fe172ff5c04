import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultList, faults, type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { passwordTicket, UcwaClient } from './ucwa-client.ts';

let sandbox: Sandbox;
let alex: UcwaClient;
let undo: () => void = () => undefined;

beforeAll(async () => {
  sandbox = await startSandbox({
    slowAnswerMs: 400,
    eventChannel: { mediumSeconds: 0, minimumSeconds: 0 },
  });
});

afterEach(() => {
  undo();
  undo = () => undefined;
});

afterAll(() => sandbox.stop());

async function signIn(): Promise<void> {
  alex = await UcwaClient.signIn(sandbox.origin, 'alex@parley.test', 'fault');
}

/** Signs in if nobody is. */
async function ensureSignedIn(): Promise<void> {
  const living = sandbox.control.applicationsOf('alex@parley.test');
  if (living.length === 0) await signIn();
}

interface Asked {
  readonly method: string;
  /** Within the application; `creation` stands for a new one. */
  readonly path: string;
}

const applications = '/ucwa/oauth/v1/applications';

function ask({ method, path }: Asked): Promise<Response> {
  const href = path === 'creation' ? applications : `${alex.application._links.self?.href}${path}`;
  const isBatch = path === '/batch';
  return alex.send(method, href, {
    headers: { 'Content-Type': isBatch ? 'multipart/batching; boundary=b' : 'application/json' },
    ...(method === 'GET' ? {} : { body: isBatch ? '--b--' : '{}' }),
  });
}

const post = (path: string): Asked => ({ method: 'POST', path });
const get = (path: string): Asked => ({ method: 'GET', path });
const put = (path: string): Asked => ({ method: 'PUT', path });

const note = post('/me/note');
const startMessaging = post('/communication/messagingInvitations');
const toTeam = post('/me/callForwardingSettings/simultaneousRingSettings/simultaneousRingToTeam');

/** What shows each fault of the first kind, and how the answer begins. */
const refusals: Readonly<Record<string, readonly [Asked, string]>> = {
  'bad-request': [note, '400 BadRequest'],
  'deserialization-failure': [note, '400 BadRequest DeserializationFailure'],
  'parameter-validation-failure': [note, '400 BadRequest ParameterValidationFailure'],
  'normalization-failed': [
    post('/me/phones/home/changeNumber'),
    '400 BadRequest NormalizationFailed',
  ],
  forbidden: [note, '403 Forbidden'],
  'anonymous-not-allowed': [post('/me/makeMeAvailable'), '403 Forbidden AnonymousNotAllowed'],
  'limit-exceeded': [post('/people/presenceSubscriptions'), '403 Forbidden LimitExceeded'],
  'operation-not-supported': [
    get('/people/groupMemberships'),
    '403 Forbidden OperationNotSupported',
  ],
  'too-many-contacts-in-group': [
    get('/people/groups/product-team@parley.test/expandDistributionGroup'),
    '403 Forbidden TooManyContacts',
  ],
  'dialout-not-allowed': [startMessaging, '403 Forbidden DialoutNotAllowed'],
  'attendee-not-allowed': [
    post('/communication/conversations/1/participants'),
    '403 Forbidden AttendeeNotAllowed',
  ],
  'not-found': [get('/people'), '404 NotFound'],
  'application-not-found': [get('/people'), '404 NotFound ApplicationNotFound'],
  'conversation-not-found': [
    get('/communication/conversations/1'),
    '404 NotFound ConversationNotFound',
  ],
  'destination-not-found': [startMessaging, '404 NotFound DestinationNotFound'],
  'api-version-not-supported': [get('/people/groups'), '404 NotFound APIVersionNotSupported'],
  'method-not-allowed': [put('/communication'), '405 MethodNotAllowed'],
  'not-acceptable': [get('/people'), '406 NotAcceptable'],
  conflict: [note, '409 Conflict'],
  'already-exists': [post('/me/makeMeAvailable'), '409 Conflict AlreadyExists'],
  'make-me-available-required': [note, '409 Conflict MakeMeAvailableRequired'],
  'too-many-groups': [post('/people/groups'), '409 Conflict TooManyGroups'],
  'too-many-contacts': [post('/people/groupMemberships'), '409 Conflict LimitExceeded'],
  'no-delegates': [
    post('/me/callForwardingSettings/immediateForwardSettings/immediateForwardToDelegates'),
    '409 Conflict NoDelegatesConfigured',
  ],
  'no-team': [toTeam, '409 Conflict NoTeamMembersConfigured'],
  'another-operation-pending': [startMessaging, '409 Conflict AnotherOperationPending'],
  'too-many-conversations': [startMessaging, '409 Conflict TooManyConversations'],
  'thread-id-already-exists': [startMessaging, '409 Conflict ThreadIdAlreadyExists'],
  'too-many-online-meetings': [
    post('/communication/onlineMeetingInvitations'),
    '409 Conflict TooManyOnlineMeetings',
  ],
  'pget-replaced': [get('/events?ack=1'), '409 Conflict PGetReplaced'],
  'too-many-applications': [post('creation'), '410 Gone TooManyApplications'],
  'inactive-application-expired': [get('/me'), '410 Gone InactiveApplicationExpired'],
  'user-agent-not-allowed': [post('creation'), '410 Gone UserAgentNotAllowed'],
  gone: [get('/people'), '410 Gone'],
  'cannot-redirect': [get('/me'), '410 Gone CannotRedirect'],
  'precondition-failed': [put('/communication'), '412 PreconditionFailed'],
  'entity-too-large': [note, '413 EntityTooLarge'],
  'unsupported-media-type': [note, '415 UnsupportedMediaType'],
  'precondition-required': [put('/communication'), '428 PreconditionRequired'],
  'batch-too-many-requests': [post('/batch'), '429 TooManyRequests'],
  'too-many-requests': [get('/me'), '429 TooManyRequests'],
  'service-failure': [get('/me'), '500 ServiceFailure'],
  'callback-channel-error': [note, '500 ServiceFailure CallbackChannelError'],
  'invalid-exchange-version': [
    get('/people/contacts'),
    '500 ServiceFailure InvalidExchangeServerVersion',
  ],
  'meeting-options-unavailable': [
    get('/onlineMeetings/policies'),
    '500 ServiceFailure InvalidExchangeServerVersion',
  ],
  'migration-in-progress': [post('/people/groups'), '500 ServiceFailure MigrationInProgress'],
  'provisioning-data-unavailable': [
    get('/policies'),
    '500 ServiceFailure ProvisioningDataUnavailable',
  ],
  'service-unavailable': [get('/me'), '503 ServiceUnavailable'],
  'gateway-timeout': [get('/me'), '504 GatewayTimeout Timeout'],
  'application-creation-unavailable': [post('creation'), '503 ServiceUnavailable Unavailable'],
};

function communication(): string {
  return `${alex.application._links.self?.href}/communication`;
}

function on(name: string): void {
  undo = sandbox.control.fault(name, { every: 1 });
}

async function bytesOf(reply: Promise<Response>): Promise<Buffer> {
  return Buffer.from(await (await reply).arrayBuffer());
}

const me = get('/me');

/** What shows each of the other faults. */
const shown: Readonly<Record<string, () => Promise<void>>> = {
  'html-proxy': async () => {
    const reply = await ask(me);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([502, 'text/html']);
  },
  'ucwa-unavailable': async () => {
    const reply = await ask(me);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([503, 'text/html']);
    expect(await reply.text()).toContain('E_UcwaUnavailable');
  },
  'html-success': async () => {
    const reply = await ask(me);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/html']);
  },
  slow: async () => {
    const order: string[] = [];
    const slow = ask(me).then(() => order.push('slow'));
    const quick = fetch(sandbox.discoveryUrl).then(() => order.push('quick'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['quick', 'slow']);
  },
  'late-answer': async () => {
    const order: string[] = [];
    const written = alex.post(alex.application._links.self?.href + note.path, { message: 'new' });
    const answered = written.then(() => order.push('answer'));
    await alex.until('note', 'updated');
    order.push('event');
    await answered;
    expect(order).toEqual(['event', 'answer']);
  },
  truncated: async () => {
    await expect(bytesOf(ask(me))).rejects.toThrow();
  },
  malformed: async () => {
    const text = (await bytesOf(ask(me))).toString();
    expect(text).toContain('"rel":"me"');
    expect(() => JSON.parse(text)).toThrow();
  },
  'dropped-connection': async () => {
    await expect(ask(me)).rejects.toThrow();
  },
  'lost-answer': async () => {
    await expect(
      alex.post(alex.application._links.self?.href + note.path, { message: 'lost, but kept' }),
    ).rejects.toThrow();
    undo();
    expect(await (await ask(get('/me/note'))).json()).toMatchObject({ message: 'lost, but kept' });
  },
  bom: async () => {
    expect((await bytesOf(ask(me))).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  },
  'no-content-type': async () => {
    const reply = await ask(me);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, null]);
  },
  'invalid-token': async () => {
    const reply = await ask(me);
    expect(reply.status).toBe(403);
    expect(reply.headers.get('x-ms-diagnostics')).toMatch(/^28055;/);
    expect(reply.headers.get('www-authenticate')).toContain('MsRtcOAuth href=');
  },
  'expired-token': async () => {
    expect((await ask(me)).status).toBe(401);
    undo();
    expect((await ask(me)).status).toBe(401);
    const fresh: unknown = await (await passwordTicket(sandbox.origin, 'alex@parley.test')).json();
    alex.ticket = (fresh as { readonly access_token: string }).access_token;
    expect((await ask(me)).status).toBe(200);
  },
  'joined-challenges': async () => {
    const reply = await fetch(
      `${sandbox.origin}/Autodiscover/AutodiscoverService.svc/root/oauth/user`,
    );
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer .*, MsRtcOAuth href="/);
  },
  'unquoted-challenge': async () => {
    const reply = await fetch(
      `${sandbox.origin}/Autodiscover/AutodiscoverService.svc/root/oauth/user`,
    );
    expect(reply.headers.get('www-authenticate')).toMatch(/href=http[^"]*oauthtoken,/);
  },
  'clock-offset': async () => {
    const date = async () =>
      Date.parse((await fetch(sandbox.discoveryUrl)).headers.get('date') ?? '');
    const ahead = await date();
    undo();
    expect(ahead - (await date())).toBeGreaterThan(3_500_000);
  },
  resync: async () => {
    expect((await alex.poll())._links).toHaveProperty('resync');
  },
  resume: async () => {
    expect((await alex.poll())._links).toHaveProperty('resume');
  },
  'events-html': async () => {
    const reply = await alex.send('GET', alex.eventsUrl());
    expect([reply.status, reply.headers.get('content-type')]).toEqual([504, 'text/html']);
  },
  'events-merged': async () => {
    const to = 'sip:nobody@parley.test';
    await alex.post(alex.communication._links.startMessaging?.href, { to, operationId: 'm' });
    await alex.until('messagingInvitation', 'completed');
    const types = alex.events
      .filter(({ link }) => link.rel === 'messagingInvitation')
      .map(({ type }) => type);
    expect(types).toEqual(['completed']);
  },
};

/** Why an invitation fails, by the fault that makes it. */
const failures: Readonly<Record<string, string>> = Object.fromEntries(
  faults
    .filter(({ name }) => name.startsWith('invitation-'))
    .map(({ name, description }) => [name, description.replace(/^.*: /, '')]),
);

describe('each fault that lets invitations fail', () => {
  it.each(Object.entries(failures))('%s', async (name, reason) => {
    await ensureSignedIn();
    on(name);
    const reply = await alex.post(`${communication()}/messagingInvitations`, {
      to: 'sip:sam@parley.test',
      operationId: name,
    });
    expect(reply.status).toBe(201);
    const completed = await alex.until('messagingInvitation', 'completed');
    expect(completed.status).toBe('Failure');
    expect(`${completed.reason?.code} ${completed.reason?.subcode}`).toBe(reason);
  });

  it('calls too', async () => {
    await ensureSignedIn();
    on('invitation-busy');
    expect((await alex.call('sip:sam@parley.test')).status).toBe(201);
    const completed = await alex.until('audioVideoInvitation', 'completed');
    expect(completed.reason?.subcode).toBe('Busy');
  });
});

describe('each fault that refuses', () => {
  it.each(Object.entries(refusals))('%s', async (name, [asked, expected]) => {
    await ensureSignedIn();
    on(name);
    const reply = await ask(asked);
    const body = (await reply.json()) as Readonly<Record<string, string | undefined>>;
    const parts = [reply.status, body.code, body.subcode].filter((part) => part !== undefined);
    expect(parts.join(' ')).toBe(expected);
    expect(body.message).toBe(`The fault ${name} is on.`);
    undo();
    if (name === 'pget-replaced') return;
    expect(await (await ask(asked)).text()).not.toContain(`The fault ${name} is on.`);
  });
});

describe('each fault of another kind', () => {
  it.each(Object.entries(shown))('%s', async (name, show) => {
    await sandbox.control.restart({ keepTokens: true });
    await signIn();
    await alex.until('communication', 'updated');
    on(name);
    await show();
  });
});

describe('faults', () => {
  it('are all shown here', () => {
    const all = faults.map(({ name }) => name).sort();
    const here = [refusals, shown, failures].flatMap((table) => Object.keys(table));
    expect(here.sort()).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are listed with one line each', () => {
    const lines = faultList().split('\n');
    expect(lines).toHaveLength(faults.length);
    for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+ {2,}\S/);
  });

  it('strike as often as asked for, and only so many times', async () => {
    await ensureSignedIn();
    undo = sandbox.control.fault('forbidden', { every: 2, times: 1 });
    const statuses: number[] = [];
    for (let round = 0; round < 5; round += 1) statuses.push((await ask(note)).status);
    expect(statuses).toEqual([204, 403, 204, 204, 204]);
  });

  it('strike requests in a batch too', async () => {
    await ensureSignedIn();
    on('not-found');
    const path = `${alex.application._links.self?.href}/me`;
    const part = `--b\r\nContent-Type: application/http; msgtype=request\r\n\r\nGET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
    const reply = await alex.send('POST', alex.application._links.batch?.href, {
      headers: { 'Content-Type': 'multipart/batching;boundary="b"' },
      body: `${part}--b--\r\n`,
    });
    expect(await reply.text()).toContain('HTTP/1.1 404');
  });

  it('must exist', () => {
    expect(() => sandbox.control.fault('bogus')).toThrow('There is no fault named bogus.');
  });
});
