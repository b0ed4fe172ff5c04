import { describe, expect, it } from 'vitest';
import { readTicketAnswer } from '../../../../../app/ucwa/auth/ticket-answer.ts';
import { formBody } from '../../../../../app/ucwa/auth/ticket-service.ts';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const origin = 'https://web.example.test';

function read(status: number, body: unknown, headers: Record<string, string[]> = {}): unknown {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const url = `${origin}/WebTicket/oauthtoken`;
  const reading = { url, origin, nowMs, whenRefused: 'wrong-password' } as const;
  return readTicketAnswer({ status, headers, body: text }, reading);
}

it('encodes what the user typed, special characters intact', () => {
  const password = 'p&ss+w=rd %é"\u{1f511}';
  const body = formBody({ grant_type: 'password', username: 'CONTOSO\\alex', password });
  expect(body).toMatch(/^grant_type=password&username=CONTOSO%5Calex&password=/);
  const parsed = new URLSearchParams(body);
  expect(parsed.get('username')).toBe('CONTOSO\\alex');
  expect(parsed.get('password')).toBe(password);
});

it('reads a ticket with the moment it ends', () => {
  const body = { access_token: 'cwt=AAEB', expires_in: 28289, token_type: 'Bearer' };
  expect(read(200, body)).toEqual({
    type: 'ticket',
    ticket: { accessToken: 'cwt=AAEB', expiresAtMs: nowMs + 28_289_000, origin },
  });
});

describe('a refusal becomes a problem', () => {
  const skewed = { date: ['Sun, 01 Mar 2026 12:45:00 GMT'] };
  it.each([
    ['wrong-password', 400, { error: 'invalid_grant' }, {}],
    ['wrong-password', 401, '', {}],
    ['clock-skew', 400, { error: 'invalid_grant' }, skewed],
    [
      'wrong-password',
      400,
      { error: 'invalid_grant' },
      { date: ['Sun, 01 Mar 2026 12:09:00 GMT'] },
    ],
    ['method-not-offered', 400, { error: 'unsupported_grant_type' }, skewed],
    [
      'method-not-offered',
      400,
      { error: 'invalid_grant' },
      { 'x-ms-diagnostics': ['28029;reason="x"'] },
    ],
    ['forbidden', 403, '', {}],
    ['forbidden', 400, { error: 'invalid_scope' }, {}],
    ['not-a-ucwa-server', 404, '<html>', {}],
    ['not-a-ucwa-server', 200, '<html>', {}],
    ['not-a-ucwa-server', 200, { access_token: '' }, {}],
  ])('%s: HTTP %i %j', (problem, status, body, headers) => {
    expect(read(status, body, headers)).toMatchObject({
      type: 'refused',
      problem: { problem, host: 'web.example.test' },
    });
  });

  it.each([
    [503, '<html>'],
    [429, ''],
    [400, { error: 'server_error' }],
  ])('HTTP %i %j may work later', (status, body) => {
    expect(read(status, body)).toMatchObject({ type: 'try-later', error: { advice: 'retry' } });
  });

  it.each<[boolean, number, unknown, Record<string, string[]>]>([
    [true, 400, { error: 'invalid_grant' }, {}],
    [true, 401, '', { 'x-ms-diagnostics': ['28020;reason="x"'] }],
    [false, 401, '<html>', {}],
    [false, 403, '<html>', {}],
    [false, 200, '<html>', {}],
  ])('by the ticket service itself: %s for HTTP %i %j', (byService, status, body, headers) => {
    expect(read(status, body, headers)).toMatchObject({ byService });
  });
});
