import { describe, expect, it } from 'vitest';
import { en } from '../../../../app/i18n/en/index.ts';
import { createTranslator } from '../../../../app/i18n/translator.ts';
import { TransportError } from '../../../../app/ports/http-transport.ts';
import { toCommandError } from '../../../../app/services/command-failure.ts';
import { ucwaCodecs } from '../../../../app/ucwa/codec/ucwa-codecs.ts';
import { subcodeAdvice } from '../../../../app/ucwa/error-advice.ts';
import { fromErrorResponse, fromTransportError } from '../../../../app/ucwa/transport/errors.ts';
import { UcwaError } from '../../../../app/ucwa/ucwa-error.ts';

const url = 'https://pool.example.test/thing';
const told = Object.entries(subcodeAdvice)
  .filter(([, advice]) => advice === 'tell-the-user')
  .map(([subcode]) => subcode);

function refused(status: number, body: object | string) {
  const isJson = typeof body === 'object';
  const response = {
    status,
    headers: { 'content-type': [isJson ? 'application/json' : 'text/html'] },
    body: isJson ? JSON.stringify(body) : body,
  };
  return toCommandError(fromErrorResponse(response, ucwaCodecs(), url));
}

describe('what the user reads about a refusal', () => {
  it.each(told)('%s has a text of its own', (subcode) => {
    const error = refused(409, { code: 'Conflict', subcode });
    expect(error.messageKey).toBe(`serverError.${subcode}`);
    const text = createTranslator('en').translateData(error.messageKey, error.values);
    expect(text).toMatch(/^[A-Z].*\.$/s);
    expect(text).not.toContain('{{');
  });

  it('has no text for what the user is not told', () => {
    const texts = Object.keys(en).filter((key) => key.startsWith('serverError.'));
    expect(texts.sort()).toEqual(told.map((subcode) => `serverError.${subcode}`).sort());
  });

  it('names the field that is too long, and its limit', () => {
    const fault = { name: 'subject', rule: 'maxLength', limit: 250 } as const;
    const failure = (field: typeof fault | { name: string; rule: 'required'; limit: null }) =>
      toCommandError(new UcwaError('field-limit', 'No', { advice: 'tell-the-user', field }));
    expect(failure(fault)).toEqual({
      code: 'field-limit',
      messageKey: 'error.fieldLimit',
      values: { field: 'subject', limit: '250' },
    });
    // Nothing that the user could put right.
    expect(failure({ name: 'to', rule: 'required', limit: null }).code).toBe('internal');
  });

  it('names what the server did not accept', () => {
    const parameters = [{ name: 'phoneNumber', reason: 'Invalid' }, { name: 'to' }];
    const error = refused(400, {
      subcode: 'ParameterValidationFailure',
      code: 'BadRequest',
      parameters,
    });
    expect(error.values).toEqual({ fields: 'phoneNumber, to' });
  });

  it.each<[number, object | string, string, string]>([
    [403, { code: 'Forbidden' }, 'not-allowed', 'error.notAllowed'],
    [
      403,
      { code: 'Forbidden', subcode: 'LimitExceeded' },
      'not-allowed',
      'serverError.LimitExceeded',
    ],
    [404, { code: 'NotFound' }, 'not-found', 'error.gone'],
    [410, { code: 'Gone' }, 'not-found', 'error.gone'],
    [409, { code: 'Conflict', subcode: 'AlreadyExists' }, 'server', 'error.server'],
    [429, { code: 'TooManyRequests' }, 'server', 'error.busyServer'],
    [500, { code: 'ServiceFailure' }, 'server', 'error.busyServer'],
    [503, '<html>', 'server', 'error.busyServer'],
    [403, '<html>', 'server', 'error.proxy'],
    [407, '', 'server', 'error.proxy'],
  ])('HTTP %i %j is %s, %s', (status, body, code, messageKey) => {
    expect(refused(status, body)).toMatchObject({ code, messageKey });
  });

  it('says that the network is the trouble when there is no answer', () => {
    const error = fromTransportError(new TransportError('timeout', 'slow'), url);
    expect(toCommandError(error)).toMatchObject({ code: 'network', messageKey: 'error.network' });
  });
});
