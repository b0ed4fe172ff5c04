import type { Translator } from '../../app/i18n/translator.ts';
import type { Logger } from '../../app/ports/logger.ts';
import type { SignInSurfaces } from '../../app/services/parley.ts';
import { ElectronPassiveWindow } from '../adapters/sign-in/electron-passive-window.ts';
import { electronSystemBrowser } from '../adapters/sign-in/electron-system-browser.ts';
import { LoopbackRedirectServer } from '../adapters/sign-in/loopback-redirect-server.ts';
import { nodeCryptography } from '../adapters/sign-in/node-cryptography.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { foreignSession } from '../windows/foreign-pages.ts';

/** Where the user signs in outside of Parley's own pages. */
export function signInSurfaces(
  translator: Translator,
  icon: string,
  logger: Logger,
): SignInSurfaces {
  return {
    passiveWindow: new ElectronPassiveWindow({
      session: foreignSession(),
      title: (host) => translator.translate('signIn.pageTitle', { host }),
      icon,
      clock: systemClock,
      logger: logger.scoped('sign-in-page'),
    }),
    browser: electronSystemBrowser,
    loopback: new LoopbackRedirectServer({
      title: translator.translate('app.name'),
      done: translator.translate('signIn.browserDone'),
    }),
    cryptography: nodeCryptography,
  };
}
