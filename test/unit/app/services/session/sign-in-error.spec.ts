import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../../app/ports/http-transport.ts';
import {
  hostOf,
  isTransient,
  toSignInError,
} from '../../../../../app/services/session/sign-in-error.ts';
import { SignInProblemError } from '../../../../../app/ucwa/sign-in-problem.ts';
import { UcwaError, type UcwaErrorKind } from '../../../../../app/ucwa/ucwa-error.ts';

const ucwaError = (kind: UcwaErrorKind, status: number | null = null, cause?: unknown) =>
  new UcwaError(kind, 'failed', {
    advice: 'tell-the-user',
    ...(status === null ? {} : { status }),
    ...(cause === undefined ? {} : { cause }),
  });

const transport = (kind: ConstructorParameters<typeof TransportError>[0]) =>
  ucwaError('transport', null, new TransportError(kind, 'failed'));

describe('toSignInError', () => {
  it.each([
    [transport('host-not-found'), 'host-not-found', true],
    [transport('connection-failed'), 'server-unreachable', true],
    [transport('disconnected'), 'server-unreachable', true],
    [transport('timeout'), 'timeout', true],
    [transport('offline'), 'offline', true],
    [transport('certificate-untrusted'), 'certificate-untrusted', false],
    [transport('certificate-date'), 'certificate-date', false],
    [transport('certificate-name-mismatch'), 'certificate-name-mismatch', false],
    [transport('too-large'), 'not-a-ucwa-server', false],
    [transport('aborted'), 'cancelled', false],
    [new TransportError('offline', 'failed'), 'offline', true],
    [ucwaError('ucwa', 503), 'server-failure', true],
    [ucwaError('proxy', 502), 'server-failure', true],
    [ucwaError('proxy', 404), 'not-a-ucwa-server', false],
    [ucwaError('malformed', 200), 'not-a-ucwa-server', false],
    [ucwaError('missing-link'), 'not-a-ucwa-server', false],
    [ucwaError('ucwa', 403), 'forbidden', false],
    [ucwaError('ucwa', 429), 'server-failure', true],
    [ucwaError('ucwa', 409), 'unexpected', false],
    [new SignInProblemError('clock-skew', 'pool', null), 'clock-skew', false],
    [new Error('a bug'), 'unexpected', false],
  ])('names %s %s', (error, failure, transient) => {
    const told = toSignInError(error, 'parley.test');
    expect(told.failure).toBe(failure);
    expect(isTransient(told)).toBe(transient);
  });

  it('names the host that the problem is at, else where the sign-in was directed', () => {
    const problem = new SignInProblemError('forbidden', 'pool.parley.test', '28055');
    expect(toSignInError(problem, 'parley.test')).toMatchObject({
      host: 'pool.parley.test',
      detail: '28055',
    });
    expect(toSignInError(transport('timeout'), 'parley.test').host).toBe('parley.test');
  });
});

describe('hostOf', () => {
  it.each([
    ['alex@parley.test', null, 'parley.test'],
    ['alex@parley.test', 'https://pool.example.com:4443/root', 'pool.example.com:4443'],
    ['alex@parley.test', 'nonsense', null],
    ['alex', null, null],
  ])('is for %s and %s: %s', (address, discoveryUrl, host) => {
    expect(hostOf(address, discoveryUrl)).toBe(host);
  });
});
