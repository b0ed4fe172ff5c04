import { expect, it } from 'vitest';
import { mayUse } from '../../../../main/windows/permissions.ts';

it.each([
  ['media', 'parley://app/index.html', true],
  ['speaker-selection', 'parley://app/index.html', true],
  ['hid', 'parley://app/index.html', true],
  ['hid', 'https://app/index.html', false],
  ['media', 'parley://app.evil/index.html', false],
  ['media', 'https://app/index.html', false],
  ['media', '', false],
  ['geolocation', 'parley://app/index.html', false],
  ['notifications', 'parley://app/index.html', false],
  ['clipboard-read', 'parley://app/index.html', false],
  ['openExternal', 'parley://app/index.html', false],
  ['display-capture', 'parley://app/index.html', false],
])('%s for %j: %s', (permission, url, expected) => {
  expect(mayUse(permission, url)).toBe(expected);
});
