import { describe, expect, it } from 'vitest';
import { redactText } from '../../../../app/util/redact-text.ts';

describe('redactText', () => {
  it.each([
    ['a web ticket', 'Authorization: Bearer cwt=AAEB.xyz-1/+=', 'Authorization: [redacted]'],
    ['a ticket alone', 'got cwt=AAEBHAEF.x now', 'got cwt=[redacted] now'],
    ['a bearer token', 'sent Bearer eyJhbGciOi.J9-x to', 'sent Bearer [redacted] to'],
    ['a cookie header', 'Set-Cookie: a=b; c=d', 'Set-Cookie: [redacted]'],
    [
      'a token response',
      '{"access_token":"cwt=AA\\"B","expires_in":28800}',
      '{"access_token":"[redacted]","expires_in":28800}',
    ],
    [
      'a password grant',
      'grant_type=password&username=a%40b.test&password=p%20w!&x=1',
      'grant_type=password&username=a%40b.test&password=[redacted]&x=1',
    ],
    [
      'message text as a data URI',
      '"href":"data:text/plain;charset=utf-8,See+you+at+6"',
      '"href":"data:text/plain,[redacted]"',
    ],
    [
      'SDP as a data URI',
      'data:application/sdp;base64,dj0wDQo= end',
      'data:application/sdp,[redacted] end',
    ],
    ['message text as JSON', '{"plainMessage":"Hi \\"you\\""}', '{"plainMessage":"[redacted]"}'],
    [
      'media keys',
      'm=audio\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:abc|2^31\r\na=mid:0\r\n',
      'm=audio\r\na=crypto:[redacted]\r\na=mid:0\r\n',
    ],
    [
      'an ICE password',
      'a=ice-ufrag:x\r\na=ice-pwd:topsecret\r\n',
      'a=ice-ufrag:x\r\na=ice-pwd:[redacted]\r\n',
    ],
    [
      'an escaped ICE password',
      '"a=ice-pwd:top\\r\\na=mid:0"',
      '"a=ice-pwd:[redacted]\\r\\na=mid:0"',
    ],
    ['a tel URI', 'tel:+14255550101;ext=7', 'tel:…101;ext=7'],
    ['an E.164 number', 'dialled +1 (425) 555-0101.', 'dialled …101.'],
    ['a number as SIP user', 'sip:+14255550101@a.test', 'sip:…101@a.test'],
    ['a national number', 'dialled (425) 555-0101', 'dialled …101'],
  ])('takes out %s', (_what, text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    'sip:alex@parley.test',
    '2030-01-02T10:11:12.345Z took 12345678 ms',
    'operation 4f2a9c3e-1111-2222-3333-123456789012',
    '192.168.100.200:5061',
    'HTTP 401 after 1699999999999',
    'a=candidate:1 1 UDP 2130706431 10.0.0.1 50000 typ host',
  ])('leaves %j alone', (text) => {
    expect(redactText(text)).toBe(text);
  });
});
