import { resolve } from 'node:path';

/** What Parley understands on its command line; the table is in main/README.md. */
export interface CommandLine {
  /** Folder of the profile: settings, log, lock. Null for the system's own place. */
  readonly userDataDir: string | null;
  /** Start in the tray, without opening the main window. */
  readonly hidden: boolean;
  /** Start the demo at once. */
  readonly demo: boolean;
  /** Put into the sign-in page as discovery URL. */
  readonly discoveryUrl: string | null;
  /** File that the moments of calls are appended to as JSON lines. */
  readonly traceFile: string | null;
  /** Chromium's own switch: run without the operating system's sandbox. */
  readonly noSandbox: boolean;
}

/**
 * Reads `--name` and `--name=value`. Switches of others (Chromium has hundreds) are passed over.
 * @param args the process's arguments, without the program
 * @param workingDirectory what relative paths start from
 */
export function parseCommandLine(args: readonly string[], workingDirectory: string): CommandLine {
  const values = new Map<string, string>();
  for (const arg of args) {
    const match = /^--([a-z-]+)(?:=(.*))?$/s.exec(arg);
    if (match?.[1] !== undefined) values.set(match[1], match[2] ?? '');
  }
  const text = (name: string): string | null => values.get(name) || null;
  const path = (name: string): string | null => {
    const value = text(name);
    return value === null ? null : resolve(workingDirectory, value);
  };
  return {
    userDataDir: path('user-data-dir'),
    hidden: values.has('hidden'),
    demo: values.has('demo'),
    discoveryUrl: text('discovery-url'),
    traceFile: path('trace-file'),
    noSandbox: values.has('no-sandbox'),
  };
}

/** The keychain belongs to the user, not to the profile: each profile has a name of its own in it. */
export const keychainService = ({ userDataDir }: CommandLine): string =>
  userDataDir === null ? 'Parley' : `Parley (${userDataDir})`;
