import { expect, it } from 'vitest';
import { terminalLine } from '../../../../main/adapters/logging/terminal-line.ts';

it('shows a text alone as it is', () => {
  expect(terminalLine(['[sign-in] Signed in'])).toBe('[sign-in] Signed in');
});

it('shows the message of an error without its stack, and other details by name', () => {
  const error = { name: 'Error', message: 'no bus', stack: 'Error: no bus\n    at connect' };
  expect(terminalLine(['No keychain', { error, status: 404, link: null, at: { x: 1 } }])).toBe(
    'No keychain: no bus, status 404, link null, at {"x":1}',
  );
});
