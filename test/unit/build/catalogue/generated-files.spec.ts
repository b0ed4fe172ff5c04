import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedFiles, generatedFolder } from '../../../../build/catalogue/generated-files.ts';
import {
  noUcwaReference,
  ucwaReference,
  ucwaReferencePath,
} from '../../../support/ucwa-reference.ts';

it('the generated files are exactly those that are checked in', async ({ skip }) => {
  skip(ucwaReference === null, noUcwaReference);
  const files = await generatedFiles(ucwaReferencePath('catalogue.json'));
  expect([...files.keys()].sort()).toEqual((await readdir(generatedFolder)).sort());
  for (const [name, text] of files) {
    expect(text, name).toBe(await readFile(join(generatedFolder, name), 'utf8'));
  }
});
