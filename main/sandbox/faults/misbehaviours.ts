import { challenge } from '../auth/authorize.ts';
import { type Answer, noReply, type Reply } from '../http/reply.ts';
import type { Fault, RequestPattern } from './fault.ts';

const inside: RequestPattern = { path: /^\/(?!events)/i };
const anywhere: RequestPattern = { path: /^/, scope: 'any' };
const bodies: RequestPattern = { path: /^\/(?!batch)/i, scope: 'any' };

/** What a reverse proxy shows when the server behind it does not answer. */
const proxyPage =
  '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1><p>The proxy received an invalid response from an upstream server.</p></body></html>';

const html = { 'Content-Type': 'text/html' };

/** Changes answers that have a body in one way. */
function altering(change: (reply: Reply, body: Buffer) => Answer): NonNullable<Fault['after']> {
  return (_request, answer) => {
    if (answer === noReply || answer.body === undefined) return answer;
    return change(answer, Buffer.from(answer.body));
  };
}

function withHeaders(reply: Reply, headers: Reply['headers']): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** Changes the challenges of a 401. */
function challenged(
  change: (challenges: readonly string[]) => readonly string[] | string,
): NonNullable<Fault['after']> {
  return (_request, answer) => {
    const given = answer === noReply ? undefined : answer.headers?.['WWW-Authenticate'];
    if (answer === noReply || given === undefined) return answer;
    const list = typeof given === 'string' ? [given] : given;
    return withHeaders(answer, { 'WWW-Authenticate': change(list) });
  };
}

/** How long a request's events are ahead of its answer, in milliseconds. */
const lateMs = 250;

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs).unref());
}

/** What is not in the protocol, but happens on the way to a server. */
export const misbehaviours: readonly Fault[] = [
  {
    name: 'html-proxy',
    description: 'every third request is answered by a proxy: 502 and an HTML page',
    on: inside,
    every: 3,
    before: () => ({ status: 502, headers: html, body: proxyPage }),
  },
  {
    name: 'ucwa-unavailable',
    description: 'every third request: 503 and an HTML page, E_UcwaUnavailable',
    on: inside,
    every: 3,
    before: () => ({
      status: 503,
      headers: { ...html, 'X-Ms-diagnostics': '28099;reason="E_UcwaUnavailable"' },
      body: '<!DOCTYPE html><html><head><title>E_UcwaUnavailable</title></head><body>E_UcwaUnavailable</body></html>',
    }),
  },
  {
    name: 'html-success',
    description: 'every third read is answered 200 with an HTML page, as by a login portal',
    on: { method: 'GET', path: /^\/(?!events)/i },
    every: 3,
    before: () => ({ status: 200, headers: html, body: proxyPage }),
  },
  {
    name: 'slow',
    description: 'every answer takes three seconds longer',
    on: inside,
    before: async ({ world }) => {
      await after(world.options.slowAnswerMs);
      return undefined;
    },
  },
  {
    name: 'late-answer',
    description: 'the events that a POST brings are there before its answer',
    on: { method: 'POST', path: /^\/(?!batch)/i },
    after: async (_request, answer) => {
      await after(lateMs);
      return answer;
    },
  },
  {
    name: 'truncated',
    description: 'every third body stops in the middle and the connection drops',
    on: bodies,
    every: 3,
    after: altering((reply, body) => ({
      ...reply,
      body: body.subarray(0, Math.floor(body.length / 2)),
      announcedLength: body.length,
    })),
  },
  {
    name: 'malformed',
    description: 'every third body is half of what it should be, and says so',
    on: bodies,
    every: 3,
    after: altering((reply, body) => ({
      ...reply,
      body: body.subarray(0, Math.floor(body.length / 2)),
    })),
  },
  {
    name: 'dropped-connection',
    description: 'every fifth request finds the connection dropped; nothing is done',
    on: anywhere,
    every: 5,
    before: () => noReply,
  },
  {
    name: 'lost-answer',
    description: 'every third POST is carried out, but its answer is lost with the connection',
    on: { method: 'POST', path: /^/ },
    every: 3,
    after: () => noReply,
  },
  {
    name: 'bom',
    description: 'bodies begin with a byte order mark',
    on: bodies,
    after: altering((reply, body) => ({
      ...reply,
      body: Buffer.concat([Buffer.from('\uFEFF'), body]),
    })),
  },
  {
    name: 'no-content-type',
    description: 'answers do not say what they are',
    on: bodies,
    after: altering((reply) => withHeaders(reply, { 'Content-Type': [] })),
  },
  {
    name: 'invalid-token',
    description: 'every fifth request: 403 with diagnostics 28055 and both challenges',
    on: inside,
    every: 5,
    before: ({ world, exchange }) =>
      withHeaders(
        { ...challenge(world, exchange), status: 403 },
        {
          Warning: '120 InvalidToken',
          'X-Ms-diagnostics':
            '28055;reason="The web ticket is not valid.";faultcode="wsse:FailedAuthentication"',
        },
      ),
  },
  {
    name: 'expired-token',
    description: 'every tenth request finds its ticket no longer good: 401',
    on: { path: /^/ },
    every: 10,
    before: ({ world, exchange, application }) => {
      world.tickets.revoke(application?.account);
      return challenge(world, exchange);
    },
  },
  {
    name: 'joined-challenges',
    description: 'the challenges of a 401 are joined in one header',
    on: anywhere,
    after: challenged((challenges) => challenges.join(', ')),
  },
  {
    name: 'unquoted-challenge',
    description: 'the address in the challenge of a 401 is not quoted',
    on: anywhere,
    after: challenged((challenges) =>
      challenges.map((line) => line.replace(/href="([^"]*)"/, 'href=$1')),
    ),
  },
  {
    name: 'clock-offset',
    description: 'the server’s clock is an hour ahead',
    start: (world) => {
      world.clockOffsetMs += 3_600_000;
      return () => {
        world.clockOffsetMs -= 3_600_000;
      };
    },
  },
];
