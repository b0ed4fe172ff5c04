import { Variant } from '@jellybrick/dbus-next';
import { expect, test } from 'vitest';
import { unwrap } from '../../desktop/variants.ts';

test('unwraps variants at any depth and leaves bytes alone', () => {
  const bytes = Buffer.from([1, 2]);
  const value = { urgency: new Variant('y', 2), list: [new Variant('v', new Variant('s', 'x'))] };
  expect(unwrap(value)).toEqual({ urgency: 2, list: ['x'] });
  expect(unwrap(bytes)).toBe(bytes);
});
