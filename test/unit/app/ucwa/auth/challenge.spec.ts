import { describe, expect, it } from 'vitest';
import { offeredSchemes, readChallenge } from '../../../../../app/ucwa/auth/challenge.ts';

const bearer =
  'Bearer trusted_issuers="00000002-0000-0ff1-ce00-000000000000@example.test", client_id="00000004"';
const ticket =
  'MsRtcOAuth href="https://web.example.test/WebTicket/oauthtoken",grant_type="urn:microsoft.rtc:windows,urn:microsoft.rtc:anonmeeting,password"';
const expected = {
  ticketHref: 'https://web.example.test/WebTicket/oauthtoken',
  grantTypes: ['urn:microsoft.rtc:windows', 'urn:microsoft.rtc:anonmeeting', 'password'],
  authorizationUri: null,
};
const response = (...lines: string[]) => ({
  status: 401,
  headers: { 'www-authenticate': lines },
  body: '',
});

describe('readChallenge', () => {
  it.each([
    ['in its own line', [bearer, ticket]],
    ['first', [ticket, bearer]],
    ['joined after another', [`${bearer}, ${ticket}`]],
    ['joined before another', [`${ticket}, ${bearer}`]],
    ['among bare schemes', ['Negotiate', `NTLM, ${ticket}, Basic realm="a, b"`]],
    ['with its name in another case', [ticket.replace('MsRtcOAuth', 'msrtcoauth')]],
    [
      'with an unquoted href',
      [
        'MsRtcOAuth href=https://web.example.test/WebTicket/oauthtoken, grant_type="urn:microsoft.rtc:windows,urn:microsoft.rtc:anonmeeting,password"',
      ],
    ],
  ])('is found %s', (_, lines) => {
    expect(readChallenge(response(...lines))).toEqual(expected);
  });

  it('names the authorization server of the hosted service, with or without own tickets', () => {
    const uri = 'https://login.example.test/common/oauth2/authorize';
    const hosted = `${bearer}, authorization_uri="${uri}"`;
    expect(readChallenge(response(`${hosted}, ${ticket}`))).toEqual({
      ...expected,
      authorizationUri: uri,
    });
    expect(readChallenge(response(hosted))).toEqual({
      ticketHref: null,
      grantTypes: [],
      authorizationUri: uri,
    });
  });

  it.each([
    ['without a header', []],
    ['with other schemes only', [bearer, 'Negotiate']],
    ['without href', ['MsRtcOAuth grant_type="password"']],
    ['when only its name is mentioned', ['Basic realm="no MsRtcOAuth here"']],
  ])('is none %s', (_, lines) => {
    expect(readChallenge(response(...lines))).toBeNull();
  });
});

it('names all schemes that are offered', () => {
  expect(offeredSchemes(response(bearer, 'Negotiate', `NTLM, ${ticket}`))).toEqual([
    'Bearer',
    'Negotiate',
    'NTLM',
    'MsRtcOAuth',
  ]);
});
