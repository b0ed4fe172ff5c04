import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { demoArguments } from '../../demo/arguments.ts';

const here = resolve('somewhere');

it('takes a folder relative to where the command was given', () => {
  expect(demoArguments(['--out', 'tour'], here)).toEqual({ outDir: join(here, 'tour') });
});

it.each([[[]], [['--out', '']], [['tour']], [['--in', 'x']]])('shows the usage for %j', (args) => {
  expect(() => demoArguments(args, here)).toThrow('Usage: npm run demo');
});
