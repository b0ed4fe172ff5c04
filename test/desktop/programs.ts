import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Programs that a session consists of, by the name they are started with. */
export const sessionPrograms: readonly string[] = [
  'Xvfb',
  'dbus-daemon',
  'gnome-keyring-daemon',
  'openbox',
  'xfce4-panel',
  'xfce4-notifyd',
  'dunst',
  'dunstctl',
  'xdotool',
  'xprop',
  'xev',
  'import',
];

/** The needed programs that this machine does not have. */
export async function missingPrograms(): Promise<string[]> {
  const found = await Promise.all(
    sessionPrograms.map((name) =>
      findProgram(name).then(
        () => true,
        () => false,
      ),
    ),
  );
  return sessionPrograms.filter((_name, index) => found[index] === false);
}

/**
 * The path of a program: on PATH, or where distributions put services that only the bus starts.
 * @throws Error when it is not installed
 */
export async function findProgram(name: string): Promise<string> {
  const path = (process.env.PATH ?? '').split(delimiter);
  const folders = [...path, '/usr/lib/xfce4/notifyd', '/usr/libexec', ...(await libraryFolders())];
  for (const folder of folders) {
    const candidate = join(folder, name);
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  throw new Error(`${name} is not installed.`);
}

/** `/usr/lib/<architecture>/xfce4/notifyd` of every architecture. */
async function libraryFolders(): Promise<string[]> {
  const entries = await readdir('/usr/lib').catch(() => []);
  return entries
    .filter((entry) => entry.endsWith('-linux-gnu'))
    .map((entry) => join('/usr/lib', entry, 'xfce4', 'notifyd'));
}
