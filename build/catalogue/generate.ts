import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readArguments } from '../lib/arguments.ts';
import { runCommand, UserError } from '../lib/user-error.ts';
import { generatedFiles, generatedFolder } from './generated-files.ts';

const usage = 'npm run catalogue -- PATH/TO/catalogue.json';

/** `npm run catalogue`: writes the typed catalogue anew. */
await runCommand(async () => {
  const [file, ...rest] = readArguments(usage, { allowPositionals: true }).positionals;
  if (file === undefined || rest.length > 0) throw new UserError(`Usage: ${usage}`);
  const files = await generatedFiles(resolve(file));
  await mkdir(generatedFolder, { recursive: true });
  for (const old of await readdir(generatedFolder)) {
    if (!files.has(old)) await rm(join(generatedFolder, old));
  }
  for (const [name, text] of files) await writeFile(join(generatedFolder, name), text);
  console.log(`${files.size} files in ${generatedFolder}`);
  return 0;
});
