import { describe, expect, it } from 'vitest';
import { clipboardTarget } from '../../../../app/domain/clipboard-target.ts';
import type { Person } from '../../../../app/domain/person.ts';

const sam: Person = {
  uri: 'sip:sam@parley.test',
  name: 'Sam Okafor',
  title: null,
  department: null,
  company: null,
  emailAddress: null,
  workPhoneNumber: null,
  presence: { availability: 'Online', activity: null },
};

const read = (text: string): string | null =>
  clipboardTarget(text, { people: [sam], region: 'US' });

describe('clipboardTarget', () => {
  it.each([
    '+1 425 555 0100',
    '(425) 555-0100',
    'tel:+14255550100',
    'sip:kim@parley.test',
    'kim@parley.test',
    'sam okafor',
  ])('takes “%s”, which is there to be called', (text) => {
    expect(read(` ${text}\n`)).toBe(text);
  });

  it.each([
    '',
    'Sam',
    '042 117',
    'correct horse battery staple',
    'hunter2@vault',
    'p4ss@w0rd1',
    'https://parley.test/meet/sam',
    'Call me:\n+1 425 555 0100',
    `${'x'.repeat(320)}@parley.test`,
  ])('takes nothing of “%s”, which may be anything', (text) => {
    expect(read(text)).toBeNull();
  });
});
