import { describe, expect, it } from 'vitest';
import { Masks } from '../../../../../app/services/doctor/masks.ts';

describe('masks', () => {
  it.each([
    ['alex@example.com is unknown', '<user-1>@example.com is unknown'],
    ['sip:Alex@Example.com;opaque=user', '<user-1>@example.com;opaque=user'],
    ['no mailbox for sam@example.com', 'no mailbox for <user-2>@example.com'],
    ['User alex is not enabled', 'User <user-1> is not enabled'],
    [String.raw`EXAMPLE\alex is locked`, String.raw`EXAMPLE\<user-1> is locked`],
    ['Alex Rivera may not', '<user-1> may not'],
    ['Bearer cwt=AAEBHAEFAAAAAAAFFQAAAPq8', 'Bearer cwt=[redacted]'],
    ['ticket AAEBHAEFAAAAAAAFFQAAAPq8xyz/ABC+12==', 'ticket <secret>'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGV4In0.c2ln', '<secret>'],
    ['call +1 (425) 555-0101', 'call …101'],
  ])('%s', (text, masked) => {
    const masks = new Masks('alex@example.com');
    masks.person('Alex Rivera');
    expect(masks.text(text)).toBe(masked);
  });

  it.each([
    'https://alex.example.com:8443/Autodiscover/AutodiscoverService.svc/root',
    'lyncpool01-internal-emea-production.example.com',
    'Request 0f8fad5b-d9cb-469f-a165-70867728950e failed',
    '28055;reason="The web ticket is not valid.";faultcode="wsse:FailedAuthentication"',
    'valid 2026-11-23 to 2027-12-26',
    '10.20.30.40, 2001:db8::1',
    'urn:microsoft.rtc:windows, urn:microsoft.rtc:passive',
  ])('lets through what an administrator needs: %s', (text) => {
    expect(new Masks('alex@example.com').text(text)).toBe(text);
  });

  it('gives the same person the same mask, and another one another', () => {
    const masks = new Masks('alex@example.com');
    expect(masks.text('sam@example.com, kim@example.org, sip:SAM@example.com')).toBe(
      '<user-2>@example.com, <user-3>@example.org, <user-2>@example.com',
    );
  });

  it('takes a password out of what a server says', () => {
    const masks = new Masks('alex@example.com');
    masks.secret('Tr0ub4dor');
    const remark = { messageKey: 'key', values: { detail: 'bad Tr0ub4dor', host: 'example.com' } };
    expect(masks.remark(remark).values).toEqual({ detail: 'bad <secret>', host: 'example.com' });
  });
});
