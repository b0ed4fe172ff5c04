import { join } from 'node:path';

/** Where the built parts of the program lie. */
export interface AppFolders {
  readonly renderer: string;
  /** The preload script. */
  readonly preload: string;
  readonly icons: string;
  /** The same icons as plain files, for other programs: they cannot look into the archive. */
  readonly plainIcons: string;
}

/** @param appPath folder or archive of the program, as Electron names it */
export function appFolders(appPath: string): AppFolders {
  const icons = join(appPath, 'dist', 'icons');
  return {
    renderer: join(appPath, 'dist', 'renderer'),
    preload: join(appPath, 'dist', 'preload', 'index.cjs'),
    icons,
    plainIcons: icons.replace(/\.asar(?=[\\/])/, '.asar.unpacked'),
  };
}
