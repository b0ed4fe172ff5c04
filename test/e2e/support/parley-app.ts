import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import type { ElectronRuntime } from '../../../build/runtime/runtime.ts';
import type { SandboxUser } from '../../../main/sandbox/index.ts';

export interface LaunchOptions {
  readonly runtime: ElectronRuntime;
  /** Environment of the desktop session. */
  readonly env: NodeJS.ProcessEnv;
  /** Further switches of Parley or Chromium. */
  readonly args?: readonly string[];
  /** Whether the computer has a microphone and a camera (made-up ones); default true. */
  readonly devices?: boolean;
  /** A profile that outlives the app; a temporary one when left out. */
  readonly profileDir?: string;
  /** Parley as a copy that another user can run: its starter and its folder. */
  readonly staged?: { readonly executablePath: string; readonly projectDir: string };
}

const projectDir = join(import.meta.dirname, '../../..');

const permissionSwitch = '--use-fake-ui-for-media-stream';
const devicesSwitch = '--use-fake-device-for-media-stream';

const logTailLines = 60;

/** One running Parley, used as a person uses it. */
export class ParleyApp {
  readonly electronApp: ElectronApplication;
  /** The main window's page. */
  readonly page: Page;
  readonly profileDir: string;
  /** What the pages and the main process wrote to their consoles. */
  readonly consoleErrors: string[];
  readonly #ownsProfile: boolean;

  private constructor(
    electronApp: ElectronApplication,
    page: Page,
    profile: { dir: string; owned: boolean },
    consoleErrors: string[],
  ) {
    this.electronApp = electronApp;
    this.page = page;
    this.profileDir = profile.dir;
    this.consoleErrors = consoleErrors;
    this.#ownsProfile = profile.owned;
  }

  /** Starts Parley and waits for its main window. */
  static async launch(options: LaunchOptions): Promise<ParleyApp> {
    const owned = options.profileDir === undefined;
    const dir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'parley-profile-')));
    const consoleErrors: string[] = [];
    const { electronApp, page } = await attach(options, dir, consoleErrors);
    return new ParleyApp(electronApp, page, { dir, owned }, consoleErrors);
  }

  /** Process id of the main process. */
  get pid(): number {
    const { pid } = this.electronApp.process();
    if (pid === undefined) throw new Error('Parley is not running.');
    return pid;
  }

  /** The always-on-top ring window. */
  ringWindow(): Promise<Page> {
    return windowOf(this.electronApp, (url) => url.includes('view=ring'));
  }

  /** The palette that calls from anywhere; it is made a moment after the start. */
  quickDial(): Promise<Page> {
    return windowOf(this.electronApp, (url) => url.includes('view=quick-dial'));
  }

  async fillSignIn(user: SandboxUser, discoveryUrl: string): Promise<void> {
    const { page } = this;
    await page.getByRole('textbox', { name: 'Sign-in address' }).fill(bareAddress(user));
    await page.getByLabel('Password', { exact: true }).fill(user.password);
    const discovery = page.getByRole('textbox', { name: 'Discovery URL' });
    if (!(await discovery.isVisible())) {
      await page.getByRole('button', { name: 'Advanced' }).click();
    }
    await discovery.fill(discoveryUrl);
  }

  async signIn(user: SandboxUser, discoveryUrl: string): Promise<void> {
    await this.fillSignIn(user, discoveryUrl);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await this.expectSignedIn();
  }

  async expectSignedIn(): Promise<void> {
    await expect(this.dialBox()).toBeVisible({ timeout: 15_000 });
  }

  dialBox() {
    return this.page.getByRole('combobox', { name: 'Call somebody' });
  }

  /** Calls by keyboard: types into the dial box and presses Enter, or Ctrl+Enter for video. */
  async dial(text: string, modality: 'audio' | 'audioVideo' = 'audio'): Promise<void> {
    await this.dialBox().fill(text);
    await this.dialBox().press(modality === 'audio' ? 'Enter' : 'Control+Enter');
  }

  /** Takes the call that rings, on the ring screen of the main window. */
  async answer(): Promise<void> {
    const ring = this.page.getByRole('alertdialog');
    await ring.getByRole('button', { name: 'Answer', exact: true }).click();
  }

  callWith(name: string) {
    return this.page.getByRole('region', { name: `Call with ${name}` });
  }

  /** The lines of the history, newest first. */
  async openRecents() {
    const tab = this.page.getByRole('tab', { name: 'Recent' });
    // In one column a conversation stands in front of the lists.
    const back = this.page.getByRole('button', { name: 'Back to the lists' });
    if (await back.isVisible()) await back.click();
    if (await tab.isVisible()) await tab.click();
    return this.page.getByRole('list', { name: 'Recent calls' }).getByRole('listitem');
  }

  /** Packets that the call screen's details show: a user can read them too. */
  async packetsReceived(name: string, kind: 'Audio' | 'Video'): Promise<number> {
    const call = this.callWith(name);
    const statistics = call.getByTestId('media-stats');
    const open = call.getByRole('button', { name: 'Call details' });
    await expect(statistics.or(open).first()).toBeVisible();
    if (!(await statistics.isVisible())) await open.click();
    return Number(await statistics.getAttribute(`data-${kind.toLowerCase()}-packets-received`));
  }

  /** Waits until packets of the other side keep arriving. */
  async expectPacketsArriving(name: string, kind: 'Audio' | 'Video'): Promise<void> {
    const before = await this.packetsReceived(name, kind);
    await expect
      .poll(() => this.packetsReceived(name, kind), { timeout: 15_000 })
      .toBeGreaterThan(before + 5);
  }

  /** Whether the main window is on the screen. */
  async isMainWindowShown(): Promise<boolean> {
    const window = await this.electronApp.browserWindow(this.page);
    return await window.evaluate((browserWindow) => browserWindow.isVisible());
  }

  /** Closes the main window as its title bar does. */
  async closeMainWindow(): Promise<void> {
    const window = await this.electronApp.browserWindow(this.page);
    await window.evaluate((browserWindow) => browserWindow.close());
  }

  /** The end of the log, for whoever looks into a failure. */
  async logTail(): Promise<string> {
    const log = await readFile(join(this.profileDir, 'logs', 'parley.log'), 'utf8').catch(() => '');
    return log.split('\n').slice(-logTailLines).join('\n');
  }

  async quit(): Promise<void> {
    await this.electronApp.close();
    if (this.#ownsProfile) await rm(this.profileDir, { recursive: true, force: true });
  }

  /** Ends the program the hard way. */
  kill(): void {
    this.electronApp.process().kill('SIGKILL');
  }
}

const bareAddress = (user: SandboxUser): string => user.uri.replace(/^sip:/, '');

/**
 * Starts Electron under Playwright's control. Playwright cannot hold the start of a given executable
 * back, and about once in a hundred starts it comes too late to see the debugger's address or the
 * first window, while Parley itself is up. Such a start is made again.
 */
async function attach(
  options: LaunchOptions,
  profileDir: string,
  consoleErrors: string[],
  attemptsLeft = 2,
): Promise<{ electronApp: ElectronApplication; page: Page }> {
  let electronApp: ElectronApplication | undefined;
  try {
    electronApp = await startElectron(options, profileDir);
    electronApp.context().on('console', (message) => {
      if (message.type() === 'error') consoleErrors.push(message.text());
    });
    return { electronApp, page: await windowOf(electronApp, (url) => !url.includes('view=')) };
  } catch (error) {
    electronApp?.process().kill('SIGKILL');
    if (attemptsLeft === 0) throw error;
    return attach(options, profileDir, consoleErrors, attemptsLeft - 1);
  }
}

function startElectron(options: LaunchOptions, profileDir: string): Promise<ElectronApplication> {
  const { staged } = options;
  const asRoot = process.getuid?.() === 0 && staged === undefined;
  return electron.launch({
    executablePath: staged?.executablePath ?? options.runtime.executablePath,
    args: [
      permissionSwitch,
      ...(options.devices === false ? [] : [devicesSwitch]),
      staged?.projectDir ?? projectDir,
      `--user-data-dir=${profileDir}`,
      ...(options.args ?? []),
    ],
    // Chromium refuses its sandbox to root.
    chromiumSandbox: !asRoot,
    env: stringsOnly(options.env),
    timeout: 15_000,
  });
}

/** Waits for the window of Parley whose address fits. */
async function windowOf(
  electronApp: ElectronApplication,
  fits: (url: string) => boolean,
): Promise<Page> {
  const timeoutMs = 10_000;
  let stop = (): void => undefined;
  const found = new Promise<Page>((resolve, reject) => {
    const look = (page: Page): void => {
      if (page.url().startsWith('parley:') && fits(page.url())) resolve(page);
    };
    const watch = (page: Page): void => {
      page.on('framenavigated', () => look(page));
      look(page);
    };
    const timer = setTimeout(() => {
      const urls = electronApp.windows().map((page) => page.url());
      reject(new Error(`Parley opened no such window, only ${urls.join(', ') || 'none'}.`));
    }, timeoutMs);
    stop = () => {
      clearTimeout(timer);
      electronApp.off('window', watch);
    };
    electronApp.on('window', watch);
    electronApp.windows().forEach(watch);
  });
  try {
    const page = await found;
    await page.waitForLoadState('domcontentloaded');
    return page;
  } finally {
    stop();
  }
}

function stringsOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
