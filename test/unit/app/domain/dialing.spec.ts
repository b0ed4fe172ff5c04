import { describe, expect, it } from 'vitest';
import { readDialTarget } from '../../../../app/domain/dialing.ts';
import { rankPeople } from '../../../../app/domain/people-search.ts';
import { formatPhoneNumber, readPhoneNumber } from '../../../../app/domain/phone-number.ts';
import { readSipAddress } from '../../../../app/domain/sip-address.ts';
import { buildPerson } from './builders/build-call.ts';

const sam = buildPerson('Sam Okafor', {
  title: 'Designer',
  workPhoneNumber: 'tel:+14255550123',
  emailAddress: 'sokafor@parley.test',
});
const samira = buildPerson('Samira Haddad', { department: 'Sales' });
const kim = buildPerson('Kim Lindqvist', { title: 'Sales lead' });
const zoe = buildPerson('Zoë Müller');
const people = [kim, samira, sam, zoe];
const context = { people, region: 'US' };

describe('readDialTarget', () => {
  it.each([
    ['alex@parley.test', 'sip:alex@parley.test', 'alex@parley.test'],
    ['  Alex@Parley.TEST ', 'sip:Alex@parley.test', 'Alex@parley.test'],
    ['sip:SAM@parley.test', 'sip:SAM@parley.test', 'Sam Okafor'],
    ['sips:alex@parley.test:5061', 'sips:alex@parley.test:5061', 'alex@parley.test:5061'],
    ['(425) 555-0199', 'tel:+14255550199', '(425) 555-0199'],
    ['+49 30 123456', 'tel:+4930123456', '+49 30 123456'],
    ['tel:+1-425-555-0123', 'tel:+14255550123', 'Sam Okafor'],
    ['425 555 0199 ext. 42', 'tel:+14255550199;ext=42', '(425) 555-0199 ext. 42'],
    ['Sam Okafor', 'sip:sam@parley.test', 'Sam Okafor'],
    ['zoe muller', 'sip:zoë@parley.test', 'Zoë Müller'],
    ['lind', 'sip:kim@parley.test', 'Kim Lindqvist'],
  ])('reads %s as %s', (typed, uri, name) => {
    expect(readDialTarget(typed, context)).toEqual({ ok: true, value: { uri, name } });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['javascript:alert(1)', 'unsupported-scheme'],
    ['http://parley.test/', 'unsupported-scheme'],
    ['file:///etc/passwd', 'unsupported-scheme'],
    ['callto:+14255550123', 'unsupported-scheme'],
    ['sip:', 'invalid-address'],
    ['sip:nobody', 'invalid-address'],
    ['alex@', 'invalid-address'],
    ['alex@-bad-.test', 'invalid-address'],
    ['al ex@parley.test', 'invalid-address'],
    ['alex@parley.test?subject=x', 'invalid-address'],
    ['alex@parley.test\r\nTo: eve@evil.test', 'invalid-address'],
    ['alex@parley.test>', 'invalid-address'],
    [`${'a'.repeat(320)}@parley.test`, 'invalid-address'],
    ['12', 'invalid-number'],
    ['+1 425', 'invalid-number'],
    ['tel:abc', 'invalid-number'],
    ['sam', 'several-named'],
    ['Nobody Atall', 'nobody-named'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(readDialTarget(typed, context)).toEqual({ ok: false, error: problem });
  });

  it('reads a national number in the country of the settings', () => {
    expect(readPhoneNumber('030 123456', 'DE')).toBe('tel:+4930123456');
    expect(readPhoneNumber('030 123456', 'ZZ')).toBeNull();
    expect(formatPhoneNumber('tel:+4930123456', 'DE')).toBe('030 123456');
  });
});

describe('readSipAddress', () => {
  it('keeps the parameters of a conference address', () => {
    const uri = 'sip:alex@parley.test;gruu;opaque=app:conf:focus:id:ABC123';
    expect(readSipAddress(uri)).toBe(uri);
  });
});

describe('rankPeople', () => {
  it.each([
    ['sam', ['Sam Okafor', 'Samira Haddad']],
    ['SAM OKAFOR', ['Sam Okafor']],
    ['o s', ['Sam Okafor']],
    ['sokafor@', ['Sam Okafor']],
    ['5550123', ['Sam Okafor']],
    ['kafo', ['Sam Okafor']],
    ['sales', ['Kim Lindqvist', 'Samira Haddad']],
    ['mull', ['Zoë Müller']],
    ['xyz', []],
    ['', ['Kim Lindqvist', 'Sam Okafor', 'Samira Haddad', 'Zoë Müller']],
  ])('finds for %j %j', (query, names) => {
    expect(rankPeople(query, people).map(({ name }) => name)).toEqual(names);
  });
});
