import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './lib/run.ts';
import { UserError } from './lib/user-error.ts';

/** Names of one package, newest first: releases renamed some libraries (`…t64`). */
type PackageNames = readonly string[];

/** What Electron and the keychain module need to run. */
export const runtimePackages: readonly PackageNames[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libsecret-1-0'],
];

/** What a desktop session of one's own needs (`test/desktop`). */
export const sessionPackages: readonly PackageNames[] = [
  ['xvfb'],
  ['dbus'],
  ['gnome-keyring'],
  ['openbox'],
  ['xfce4-panel'],
  ['xfconf'],
  ['xfce4-notifyd'],
  ['dunst'],
  ['at-spi2-core'],
  ['xdotool'],
  ['imagemagick'],
  ['x11-utils'],
  ['adwaita-icon-theme'],
  ['librsvg2-common'],
  ['fonts-noto-core'],
  ['libnss3-tools'],
  ['libglib2.0-bin'],
  ['xdg-utils'],
  ['libsecret-tools'],
];

/** What fetching the test runtime needs. */
export const downloadPackages: readonly PackageNames[] = [['python3'], ['python3-pip']];

const dayMs = 24 * 60 * 60 * 1000;
const listsDir = '/var/lib/apt/lists';

/**
 * Sees to it that Debian packages are there: installs the missing ones as root, names them and the
 * command otherwise. Does nothing on systems without dpkg.
 * @throws UserError when packages are missing and cannot be installed
 */
export async function ensureDebianPackages(wanted: readonly PackageNames[]): Promise<void> {
  const installed = await installedPackages(wanted.flat());
  if (installed === undefined) return;
  const missing = wanted.filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = missing.map((candidates) => candidates.at(-1)).join(' ');
    throw new UserError(
      `System packages are missing: ${names}\nInstall them with: sudo apt-get install ${names}`,
    );
  }
  await install(missing);
}

/** The installed ones of the named packages; undefined where there is no dpkg. */
async function installedPackages(names: readonly string[]): Promise<Set<string> | undefined> {
  if (process.platform !== 'linux') return undefined;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are fields of dpkg-query.
  const format = '${Package} ${db:Status-Abbrev}\n';
  const { code, stdout } = await run('dpkg-query', ['--show', `--showformat=${format}`, ...names]);
  if (code === undefined) return undefined;
  const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  return new Set(lines.flatMap(([name, status]) => (name && status === 'ii' ? [name] : [])));
}

async function install(missing: readonly PackageNames[]): Promise<void> {
  if (await listsAreStale()) await apt(['update']);
  const names = await Promise.all(missing.map(nameInThisRelease));
  console.log(`Installing system packages: ${names.join(' ')}`);
  const options = ['install', '--yes', '--no-install-recommends'];
  const first = await apt([...options, ...names]);
  if (first.code === 0) return;
  await apt(['update']);
  const second = await apt([...options, ...names]);
  if (second.code !== 0) {
    throw new UserError(
      `${second.output}\nThe system packages could not be installed (output above). ` +
        `Once the cause is gone, run: apt-get install ${names.join(' ')}`,
    );
  }
}

async function nameInThisRelease(names: PackageNames): Promise<string> {
  for (const name of names.slice(0, -1)) {
    const { stdout } = await run('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return names.at(-1) ?? '';
}

async function listsAreStale(): Promise<boolean> {
  const files = await readdir(listsDir).catch(() => []);
  const lists = files.filter((file) => /_(In)?Release$|_Packages/.test(file));
  const times = await Promise.all(lists.map((file) => stat(join(listsDir, file))));
  const newestMs = Math.max(0, ...times.map((time) => time.ctimeMs));
  return Date.now() - newestMs > dayMs;
}

function apt(args: readonly string[]): ReturnType<typeof run> {
  return run('apt-get', ['--quiet', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
