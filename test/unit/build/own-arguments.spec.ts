import { expect, test } from 'vitest';
import { ownArguments } from '../../../build/start/own-arguments.ts';

test('the start command keeps its own arguments and hands on the rest', () => {
  expect(ownArguments(['--headless', '--hidden', '--user-data-dir=/d'])).toEqual({
    headless: true,
    refreshRuntime: false,
    rest: ['--hidden', '--user-data-dir=/d'],
  });
});
