import { describe, expect, it } from 'vitest';
import { ucwaCodecs } from '../../../../../app/ucwa/codec/ucwa-codecs.ts';
import { fromErrorResponse } from '../../../../../app/ucwa/transport/errors.ts';

const url = 'https://pool.example.test:8443/thing';
const date = ['Tue, 24 Nov 2026 13:00:00 GMT'];

function errorOf(status: number, body: string, headers: Readonly<Record<string, string[]>> = {}) {
  const json = { 'content-type': ['application/json; charset=utf-8'] };
  return fromErrorResponse({ status, body, headers: { ...json, ...headers } }, ucwaCodecs(), url);
}

describe('an error response', () => {
  it('is read whole', () => {
    const parameters = [{ name: 'sdp', reason: 'Invalid' }];
    const body = { code: 'BadRequest', subcode: 'ParameterValidationFailure', parameters };
    const error = errorOf(400, JSON.stringify(body), { 'x-ms-diagnostics': ['1;reason="x"'] });
    expect(error).toMatchObject({
      ...{ kind: 'ucwa', status: 400, code: 'BadRequest', parameters },
      subcode: 'ParameterValidationFailure',
      ...{ advice: 'tell-the-user', diagnostics: '1;reason="x"', host: 'pool.example.test:8443' },
    });
    expect(error.message).toBe('HTTP 400 BadRequest/ParameterValidationFailure');
  });

  it('keeps codes that it does not know', () => {
    const error = errorOf(409, '{"code":"Conflict","subcode":"FromTheFuture"}');
    expect(error).toMatchObject({ kind: 'ucwa', code: 'Conflict', subcode: null });
    expect(error.reason?.subcode).toBe('FromTheFuture');
  });

  it('quotes nothing that is no code', () => {
    const error = errorOf(409, '{"code":"Call Sam at 5, password tulip"}');
    expect(error.message).toBe('HTTP 409 -/-');
  });

  it.each([
    ['text/html', '<html>Bad gateway</html>'],
    ['text/plain', '{"code":"NotFound","subcode":"ApplicationNotFound"}'],
    ['application/json', '[]'],
    ['application/json', '{'],
  ])('is a proxy’s when it is %s %s', (type, body) => {
    const error = errorOf(404, body, { 'content-type': [type] });
    expect(error).toMatchObject({ kind: 'proxy', advice: 'give-up', reason: null });
  });

  it.each([
    ['120', {}, 120_000],
    [' 0 ', {}, 0],
    ['Tue, 24 Nov 2026 13:01:30 GMT', { date }, 90_000],
    ['Tue, 24 Nov 2026 12:00:00 GMT', { date }, 0],
    ['Tue, 24 Nov 2026 13:01:30 GMT', {}, null],
    ['soon', { date }, null],
    ['-5', { date }, null],
  ])('asks with Retry-After %j %j for %s ms', (retryAfter, headers, expected) => {
    const error = errorOf(503, '', { 'retry-after': [retryAfter], ...headers });
    expect(error.retryAfterMs).toBe(expected);
  });
});
