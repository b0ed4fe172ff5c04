import { rmSync } from 'node:fs';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BusClient } from './bus-client.ts';
import type { Account } from './children.ts';
import { Children } from './children.ts';
import type { Home } from './home.ts';
import { prepareHome } from './home.ts';
import { Keys } from './keys.ts';
import { startMessageBus } from './message-bus.ts';
import { NotificationMonitor } from './notification-monitor.ts';
import type { NotificationPopups } from './notification-popups.ts';
import { DunstPopups, XfcePopups } from './notification-popups.ts';
import { Panel } from './panel.ts';
import type { NotificationService } from './parts.ts';
import {
  startDisplay,
  startKeyring,
  startNotificationService,
  startWindowManager,
} from './parts.ts';
import { Screen } from './screen.ts';
import { Tray } from './tray.ts';

export interface DesktopSessionOptions {
  /** X display number; a free one when left out. */
  readonly display?: number;
  /** Which program shows notifications; default xfce4-notifyd. */
  readonly notificationService?: NotificationService | 'none';
  /** A panel with a tray; default true. Without it the desktop has no tray host. */
  readonly panel?: boolean;
  /** An unlocked keyring; default true. */
  readonly keyring?: boolean;
  /** Home folder of the session; a temporary one, deleted at the end, when left out. */
  readonly home?: string;
  /** Whose session it is, when root starts it for somebody else. */
  readonly account?: Account;
}

/** Variables of the desktop this process runs in, which must not leak into a session of its own. */
const foreign = ['WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'XAUTHORITY'];

/**
 * A real desktop without a screen: X server, message bus, window manager, keyring, panel with
 * tray, notification service. It ends what it has started and nothing else.
 */
export class DesktopSession {
  /** The environment to start programs of this session with. */
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly bus: BusClient;
  readonly tray: Tray;
  readonly notifications: NotificationMonitor;
  readonly popups: NotificationPopups;
  readonly keys: Keys;
  readonly screen: Screen;
  readonly panel: Panel;
  readonly #children: Children;
  readonly #removeHome: boolean;

  private constructor(parts: {
    env: NodeJS.ProcessEnv;
    home: string;
    removeHome: boolean;
    configDir: string;
    bus: BusClient;
    monitor: NotificationMonitor;
    children: Children;
    service: NotificationService | 'none';
    panel: Panel;
  }) {
    this.env = parts.env;
    this.home = parts.home;
    this.bus = parts.bus;
    this.tray = new Tray(parts.bus);
    this.notifications = parts.monitor;
    this.keys = new Keys(parts.env);
    this.panel = parts.panel;
    this.screen = new Screen(parts.env, parts.children);
    this.popups =
      parts.service === 'dunst'
        ? new DunstPopups(parts.env, parts.configDir)
        : new XfcePopups(parts.bus, this.keys);
    this.#children = parts.children;
    this.#removeHome = parts.removeHome;
  }

  /**
   * Starts a session and waits until all of its parts are ready.
   * @throws Error naming the part that did not start, with what it printed
   */
  static async start(options: DesktopSessionOptions = {}): Promise<DesktopSession> {
    const home = options.home ?? (await mkdtemp(join(tmpdir(), 'parley-session-')));
    const removeHome = options.home === undefined;
    const children = new Children(options.account);
    if (removeHome) process.once('exit', () => rmSync(home, { recursive: true, force: true }));
    try {
      const prepared = await prepareHome(home);
      if (options.account !== undefined) await giveTo(options.account, home);
      const env = await startBase(children, prepared, options.display);
      const address = env.DBUS_SESSION_BUS_ADDRESS ?? '';
      const bus = await BusClient.connect(address);
      const monitor = await NotificationMonitor.attach(address);
      const context = { children, env, bus };
      const service = options.notificationService ?? 'xfce4-notifyd';
      await Promise.all([
        startWindowManager(context),
        options.keyring === false ? undefined : startKeyring(context),
        service === 'none' ? undefined : startNotificationService(context, service),
      ]);
      const panel = new Panel(context);
      if (options.panel !== false) await panel.start();
      const { configDir } = prepared;
      const parts = { env, home, removeHome, configDir, bus, monitor, children, service, panel };
      return new DesktopSession(parts);
    } catch (error) {
      await children.stopAll();
      if (removeHome) await rm(home, { recursive: true, force: true });
      throw error;
    }
  }

  /** Ends the session. Calling it twice is harmless. */
  async stop(): Promise<void> {
    this.notifications.detach();
    this.bus.disconnect();
    await this.#children.stopAll();
    if (this.#removeHome) {
      await rm(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }
}

async function giveTo({ uid, gid }: Account, home: string): Promise<void> {
  for (const path of [home, ...(await readdir(home, { recursive: true }))]) {
    await chown(resolve(home, path), uid, gid);
  }
}

/** The display and the message bus: what everything else is started on. */
async function startBase(
  children: Children,
  home: Home,
  display: number | undefined,
): Promise<NodeJS.ProcessEnv> {
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.includes(name));
  const plain = {
    ...Object.fromEntries(inherited),
    ...home.env,
    XDG_SESSION_TYPE: 'x11',
    XDG_CURRENT_DESKTOP: 'XFCE',
  };
  const env = { ...plain, DISPLAY: await startDisplay({ children, env: plain }, display) };
  const address = await startMessageBus(children, home.runtimeDir, env);
  return { ...env, DBUS_SESSION_BUS_ADDRESS: address };
}
