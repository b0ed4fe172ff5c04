import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../lib/paths.ts';
import { UserError } from '../lib/user-error.ts';
import { runTool } from '../test/tools.ts';
import { toFacts } from './catalogue-facts.ts';
import { render } from './render.ts';
import { readSamples } from './samples.ts';
import { readSource } from './source.ts';

/** Where the generated files are checked in. */
export const generatedFolder: string = join(projectRoot, 'app/ucwa/catalogue/generated');

/**
 * The files made of a catalogue, formatted, by name.
 * @param catalogueFile its samples are in the folder `samples` beside it
 */
export async function generatedFiles(catalogueFile: string): Promise<ReadonlyMap<string, string>> {
  const source = await readSource(catalogueFile);
  const samples = await readSamples(join(dirname(catalogueFile), 'samples'));
  return formatted(render(toFacts(source, samples)));
}

/** Formats the files in a folder of their own: none of the project's changes on the way. */
async function formatted(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-catalogue-'));
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    const config = join(projectRoot, 'biome.json');
    const { code, output } = await runTool('biome', [
      'format',
      '--write',
      '--vcs-enabled=false',
      `--config-path=${config}`,
      folder,
    ]);
    if (code !== 0) throw new UserError(`The generated files cannot be formatted:\n${output}`);
    const read = [...files.keys()].map(
      async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')],
    );
    return new Map(await Promise.all(read));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
