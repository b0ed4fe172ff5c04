import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../build/lib/paths.ts';
import { linuxSpecs } from '../../e2e/support/linux-specs.ts';

const folder = join(projectRoot, 'test', 'e2e');

it('names exactly the end-to-end specs that use the desktop', async () => {
  const specs = (await readdir(folder)).filter((name) => name.endsWith('.spec.ts'));
  const texts = await Promise.all(specs.map((name) => readFile(join(folder, name), 'utf8')));
  const using = specs.filter((_name, index) => /\bdesktop(Options)?\b/.test(texts[index] ?? ''));
  expect([...linuxSpecs].sort()).toEqual(using.sort());
});
