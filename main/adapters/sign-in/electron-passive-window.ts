import { BrowserWindow, type Cookie, type Session } from 'electron';
import type { Clock } from '../../../app/ports/clock.ts';
import { TransportError } from '../../../app/ports/http-transport.ts';
import type { Logger } from '../../../app/ports/logger.ts';
import type {
  PassiveSignInRequest,
  PassiveSignInResult,
  PassiveSignInWindow,
} from '../../../app/ports/passive-sign-in-window.ts';
import { foreignHost } from '../../windows/foreign-pages.ts';
import { hardened } from '../../windows/hardened.ts';
import { transportErrorKind } from '../network-error.ts';

/** How long a page that nobody sees has for finishing by itself. */
const silentLimitMs = 20_000;
/** A load that was replaced by another one is no failure (net::ERR_ABORTED). */
const replacedLoad = -3;

export interface PassiveWindowSetup {
  /** One that foreign pages have for themselves. */
  readonly session: Session;
  /** The window's title, which names the host that the page is from. */
  readonly title: (host: string) => string;
  readonly icon: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A company's sign-in page in a window of its own: no preload script, no Node, nothing of Parley's. */
export class ElectronPassiveWindow implements PassiveSignInWindow {
  readonly #setup: PassiveWindowSetup;

  constructor(setup: PassiveWindowSetup) {
    this.#setup = setup;
  }

  async authenticate(request: PassiveSignInRequest): Promise<PassiveSignInResult> {
    // Whoever is there to type may be somebody else than last time.
    if (request.interactive) await this.forget();
    else if (await this.#remembersNothing()) return { type: 'needs-user' };
    if (request.signal.aborted) return { type: 'closed' };
    return this.#run(request);
  }

  async forget(): Promise<void> {
    await this.#setup.session.clearStorageData();
    await this.#setup.session.clearAuthCache();
  }

  /** Then a page that nobody sees would only show its form. */
  async #remembersNothing(): Promise<boolean> {
    return (await this.#setup.session.cookies.get({})).length === 0;
  }

  #run({ url, cookieName, interactive, signal }: PassiveSignInRequest) {
    const { session, clock, logger } = this.#setup;
    const { hostname } = new URL(url);
    const window = this.#open(url);
    const contents = window.webContents;
    return new Promise<PassiveSignInResult>((resolve) => {
      const finish = (result: PassiveSignInResult): void => {
        session.cookies.removeListener('changed', onCookie);
        signal.removeEventListener('abort', onAbort);
        cancelLimit();
        resolve(result);
        if (!window.isDestroyed()) window.destroy();
      };
      const onAbort = (): void => finish({ type: 'closed' });
      const onCookie = (
        _event: unknown,
        cookie: Cookie,
        _cause: string,
        removed: boolean,
      ): void => {
        const isProof = !removed && cookie.name === cookieName && belongsTo(cookie, hostname);
        if (isProof) finish({ type: 'cookie', value: cookie.value });
      };
      const cancelLimit = interactive
        ? () => undefined
        : clock.after(silentLimitMs, () => finish({ type: 'needs-user' }));
      session.cookies.on('changed', onCookie);
      signal.addEventListener('abort', onAbort, { once: true });
      window.on('closed', () => finish({ type: 'closed' }));
      contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
        if (!isMainFrame || code === replacedLoad) return;
        const message = `net::${description}`;
        finish({ type: 'failed', error: new TransportError(transportErrorKind(message), message) });
      });
      contents.on('render-process-gone', () => finish({ type: 'closed' }));
      if (interactive) window.once('ready-to-show', () => window.show());
      window.loadURL(url).catch((error: unknown) => {
        // `did-fail-load` says so, too, and knows which failures matter.
        logger.info('A sign-in page did not load', { host: hostname, error });
      });
    });
  }

  #open(url: string): BrowserWindow {
    const { session, icon, title } = this.#setup;
    const window = new BrowserWindow({
      show: false,
      width: 520,
      height: 680,
      minWidth: 360,
      minHeight: 400,
      icon,
      webPreferences: { ...hardened, session },
    });
    window.removeMenu();
    const contents = window.webContents;
    const nameHost = (address: string): void => {
      window.setTitle(title(foreignHost(address) ?? ''));
    };
    nameHost(url);
    // The page must not name itself: the title is the only address bar there is.
    window.on('page-title-updated', (event) => event.preventDefault());
    contents.on('did-navigate', (_event, address) => nameHost(address));
    contents.on('before-input-event', (_event, input) => {
      if (input.type === 'keyDown' && input.key === 'Escape') window.close();
    });
    return window;
  }
}

/** Whether a cookie reaches a host. */
function belongsTo({ domain = '', hostOnly }: Cookie, hostname: string): boolean {
  const own = domain.replace(/^\./, '');
  return own === hostname || (hostOnly !== true && hostname.endsWith(`.${own}`));
}
