import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { filesBelow } from '../lib/hash.ts';
import { projectRoot } from '../lib/paths.ts';

const sourceFolders = ['app', 'main', 'renderer', 'build', 'test'];
const specFolders = ['unit', 'integration', 'e2e'].map((name) => join(projectRoot, 'test', name));
const maxLines = 500;

/** Source and style files over the limit; fixtures are data. */
export async function tooLongFiles(): Promise<string[]> {
  const files = (await sourceFiles()).filter(
    (file) =>
      /\.(ts|tsx|mjs|cjs|css|html|md)$/.test(file) && !file.includes(`${sep}fixtures${sep}`),
  );
  const sizes = await Promise.all(files.map(countLines));
  return files.filter((_file, index) => (sizes[index] ?? 0) > maxLines);
}

/** Files that look like tests and lie where no runner looks, or have a name no runner takes. */
export async function unknownSpecs(): Promise<string[]> {
  const looksLikeTests = (await sourceFiles()).filter((file) =>
    /\.(spec|test)\.[jt]sx?$/.test(file),
  );
  return looksLikeTests.filter((file) => {
    const folder = specFolders.find((candidate) => file.startsWith(candidate + sep));
    return folder === undefined || !/\.spec\.tsx?$/.test(file);
  });
}

async function sourceFiles(): Promise<string[]> {
  const lists = await Promise.all(sourceFolders.map((name) => filesBelow(join(projectRoot, name))));
  return lists.flat();
}

async function countLines(file: string): Promise<number> {
  return (await readFile(file, 'utf8')).split('\n').length;
}
