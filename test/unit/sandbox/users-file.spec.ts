import { describe, expect, it } from 'vitest';
import { parseUsersFile } from '../../../main/sandbox/users-file.ts';

const jo = { uri: 'sip:jo@example.test', userName: 'jo', password: 'p', name: 'Jo' };

describe('a users file', () => {
  it('gives the users', () => {
    expect(parseUsersFile(JSON.stringify([jo]))).toEqual([jo]);
  });

  it.each([
    ['{', /^The users file is not JSON: /],
    ['[]', /The list: must name at least one user/],
    [JSON.stringify([{ ...jo, uri: 'jo' }]), /User 1, uri: must look like sip:/],
    [
      JSON.stringify([jo, { ...jo, uri: 'SIP:jo@example.test' }]),
      /User 2, uri: must look like sip:/,
    ],
    [
      JSON.stringify([jo, { ...jo, uri: 'sip:JO@example.test' }]),
      /sip:JO@example.test is there twice/,
    ],
  ])('%s says what is wrong', (text, message) => {
    expect(() => parseUsersFile(text)).toThrow(message);
  });
});
