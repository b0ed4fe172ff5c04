import type { Environment } from '../app/domain/app-state.ts';
import packageJson from '../package.json';
import { isWaylandSession } from './wayland-session.ts';

const majorOf = (version: string): number => Number.parseInt(version, 10);

/** Systems that are no Windows and no macOS behave like Linux desktops. */
function desktopPlatform(platform: NodeJS.Platform): Environment['platform'] {
  return platform === 'win32' || platform === 'darwin' ? platform : 'linux';
}

/**
 * What is known at once; whether there is a tray, a keychain and a portal for keys is found out while
 * starting.
 */
export function startEnvironment(parleyVersion: string): Environment {
  const platform = desktopPlatform(process.platform);
  const { electron = '', chrome = '' } = process.versions;
  return {
    parleyVersion,
    electronVersion: electron,
    chromiumVersion: chrome,
    // Only told to the user: nothing behaves differently.
    testRuntime: majorOf(electron) < majorOf(packageJson.devDependencies.electron),
    platform,
    hasTray: platform !== 'linux',
    globalKeys: platform === 'linux' && isWaylandSession(process.env) ? 'ownWindows' : 'everywhere',
    hasKeychain: true,
    demoColleagues: [],
  };
}
