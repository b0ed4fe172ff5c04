import { join } from 'node:path';
import { type App, globalShortcut, session } from 'electron';
import { showAccelerator } from '../app/domain/accelerator.ts';
import type { Environment } from '../app/domain/app-state.ts';
import { createTranslator, type Translator } from '../app/i18n/translator.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { MediaEngine } from '../app/ports/media-engine.ts';
import type { SecretStore } from '../app/ports/secret-store.ts';
import type { SettingsStore } from '../app/ports/settings-store.ts';
import type { Trace } from '../app/ports/trace.ts';
import { Parley } from '../app/services/parley.ts';
import { SessionBus } from './adapters/dbus/session-bus.ts';
import { electronAttention } from './adapters/electron-attention.ts';
import { ElectronNetTransport, httpSessionOptions } from './adapters/electron-net-transport.ts';
import { ElectronSurroundings } from './adapters/electron-surroundings.ts';
import { ElectronWakeUps } from './adapters/electron-wake-ups.ts';
import { KeytarSecretStore, loadKeytar } from './adapters/keytar-secret-store.ts';
import { createLogger } from './adapters/logging/electron-logger.ts';
import { logFailures } from './adapters/logging/log-failures.ts';
import { DbusNotifier } from './adapters/notifications/dbus-notifier.ts';
import { ElectronNotifier } from './adapters/notifications/electron-notifier.ts';
import { SettingsFile } from './adapters/settings-file.ts';
import { systemClock } from './adapters/system-clock.ts';
import { systemRandom } from './adapters/system-random.ts';
import { noTrace, TraceFile } from './adapters/trace-file.ts';
import { type AppFolders, appFolders } from './app-folders.ts';
import { type CommandLine, keychainService } from './command-line.ts';
import type { CastMember } from './demo/cast.ts';
import { Colleague } from './demo/colleague.ts';
import { demoHandlers } from './demo/demo-handlers.ts';
import { DemoMode } from './demo/demo-mode.ts';
import { startDemoServer } from './demo/demo-server.ts';
import { DivertibleSecretStore } from './demo/divertible-secret-store.ts';
import { MediaWindow } from './demo/media-window.ts';
import { MemorySecretStore } from './demo/memory-secret-store.ts';
import { memorySettingsStore } from './demo/memory-settings-store.ts';
import { noMedia } from './demo/no-media.ts';
import { AttentionSeeker } from './desktop/attention-seeker.ts';
import { CallActions } from './desktop/call-actions.ts';
import { CallNotifications } from './desktop/call-notifications.ts';
import { programIconPath, trayIconPath } from './desktop/icon-files.ts';
import { MainWindowClosing } from './desktop/main-window-closing.ts';
import { RingWindowController } from './desktop/ring-window-controller.ts';
import { Shortcuts } from './desktop/shortcuts.ts';
import type { Subscriber } from './desktop/subscriber.ts';
import { builtInTrayHost, StatusNotifierTrayHost } from './desktop/tray-host.ts';
import { TrayIcon } from './desktop/tray-icon.ts';
import { TrayPresence } from './desktop/tray-presence.ts';
import { startEnvironment } from './environment.ts';
import { answerHandler } from './ipc/call-handlers.ts';
import { CommandEndpoint } from './ipc/command-endpoint.ts';
import { MediaEngineProxy } from './ipc/media-engine-proxy.ts';
import { mediaHandlers } from './ipc/media-handlers.ts';
import { Publisher } from './ipc/publisher.ts';
import { registerCommands } from './ipc/register.ts';
import { stateHandlers } from './ipc/state-handlers.ts';
import { windowHandlers } from './ipc/window-handlers.ts';
import { Shell } from './shell.ts';
import { withTimeLimit } from './time-limit.ts';
import { serveApp } from './windows/app-protocol.ts';
import { lockDownAllContents } from './windows/lock-down.ts';
import { MainWindow } from './windows/main-window.ts';
import { guardPermissions } from './windows/permissions.ts';
import { RingWindow } from './windows/ring-window.ts';
import { WindowFactory } from './windows/window-factory.ts';

/** What every Parley of this process shares: the user's own and the demo's colleagues. */
interface Foundation {
  readonly app: App;
  readonly folders: AppFolders;
  readonly logger: Logger;
  readonly trace: Trace;
  readonly wakeUps: ElectronWakeUps;
  readonly surroundings: ElectronSurroundings;
  readonly environment: Environment;
  readonly translator: Translator;
  readonly windows: WindowFactory;
}

/**
 * Wires everything together. Pages begin to load; nothing else runs before the shell is started.
 * Only after Electron's `ready`.
 */
export function compose(app: App, commandLine: CommandLine): Shell {
  const userData = app.getPath('userData');
  const logger = createLogger(join(userData, 'logs'));
  logFailures(app, logger);
  const folders = appFolders(app.getAppPath());
  lockDownAllContents(app, logger);
  guardPermissions(session.defaultSession);
  serveApp(session.defaultSession, folders.renderer, logger);

  const traceFile =
    commandLine.traceFile === null
      ? null
      : new TraceFile(commandLine.traceFile, systemClock, logger);
  const foundation: Foundation = {
    app,
    folders,
    logger,
    trace: traceFile ?? noTrace,
    wakeUps: new ElectronWakeUps((error) => logger.error('A listener failed', { error })),
    surroundings: new ElectronSurroundings((error) => logger.error('A listener failed', { error })),
    environment: startEnvironment(app.getVersion()),
    translator: createTranslator(app.getLocale()),
    windows: new WindowFactory(
      session.defaultSession,
      folders.preload,
      programIconPath(folders.icons, 256),
      logger,
    ),
  };
  const { trace, wakeUps, surroundings, translator, windows } = foundation;

  const keychain = new KeytarSecretStore(
    loadKeytar,
    keychainService(commandLine),
    systemClock,
    logger,
  );
  const secrets = new DivertibleSecretStore(keychain);
  const media = new MediaEngineProxy(systemClock, logger);
  const settings = new SettingsFile(join(userData, 'settings.json'), logger);
  const parley = createParley(foundation, { secrets, settings, media });
  const demo = new DemoMode({
    parley,
    secrets,
    startServer: startDemoServer,
    createColleague: (member) => createColleague(foundation, member),
    logger,
  });

  const publisher = new Publisher(parley.store);
  const endpoint = new CommandEndpoint(
    {
      ...parley.commandHandlers,
      ...stateHandlers(publisher),
      ...mediaHandlers(media),
      ...demoHandlers(demo),
      ...windowHandlers(
        {
          minimizeMainWindow: () => mainWindow.minimize(),
          quit: () => app.quit(),
          networkIsBack: () => wakeUps.networkIsBack(),
        },
        trace,
        logger,
      ),
      ...answerHandler(
        parley.commandHandlers['calls.answer'],
        { show: (focus) => mainWindow.show(focus) },
        trace,
      ),
    },
    logger,
  );
  registerCommands((event) => windows.senderOf(event), logger);
  const mainWindow = new MainWindow(windows, endpoint, translator.translate('window.title'));
  const ringWindow = new RingWindow(
    windows,
    endpoint,
    translator.translate('window.ring.idle'),
    foundation.environment.platform,
  );
  const desktop = composeDesktop(foundation, { parley, endpoint, mainWindow, ringWindow });

  return new Shell({
    mainWindow,
    // The notification first: nothing of the others may stand before it when a call comes in.
    subscribers: [...desktop.notifications, publisher, surroundings, wakeUps, ...desktop.others],
    prepare: () => prepare({ parley, keychain, mainWindow, desktop, demo, commandLine, logger }),
    sayGoodbye: () => Promise.all([parley.stop(), demo.stop(), traceFile?.flush()]),
    clock: systemClock,
    logger,
  });
}

/** A communicator of its own. */
function createParley(
  { logger, trace, wakeUps, surroundings, environment, app }: Foundation,
  own: { secrets: SecretStore; settings: SettingsStore; media: MediaEngine },
): Parley {
  return new Parley({
    ...own,
    transport: new ElectronNetTransport(
      session.fromPartition('http', httpSessionOptions),
      systemClock,
    ),
    clock: systemClock,
    random: systemRandom,
    logger,
    trace,
    wakeUps,
    surroundings,
    attention: electronAttention,
    environment,
    identity: { userAgent: `Parley/${environment.parleyVersion}`, culture: app.getLocale() },
  });
}

/** A colleague of the demo; one who takes calls has a hidden window for the media. */
function createColleague(foundation: Foundation, member: CastMember): Colleague {
  const logger = foundation.logger.scoped(`colleague/${member.uri}`);
  const engine = member.manner === 'answers' ? new MediaEngineProxy(systemClock, logger) : null;
  const parley = createParley(
    { ...foundation, logger, trace: noTrace },
    { secrets: new MemorySecretStore(), settings: memorySettingsStore, media: engine ?? noMedia },
  );
  if (engine === null) return new Colleague(member, parley, () => undefined, systemClock, logger);
  const publisher = new Publisher(parley.store);
  publisher.start();
  const window = new MediaWindow(foundation.windows, engine, publisher, logger);
  const leave = (): void => {
    publisher.stop();
    window.close();
  };
  return new Colleague(member, parley, leave, systemClock, logger);
}

interface Desktop {
  readonly notifications: readonly Subscriber[];
  readonly others: readonly Subscriber[];
  isTrayKnown(): Promise<void>;
}

/** The tray, notifications, shortcuts and windows that follow the state. */
function composeDesktop(
  { app, folders, logger, trace, translator, environment }: Foundation,
  own: {
    readonly parley: Parley;
    readonly endpoint: CommandEndpoint;
    readonly mainWindow: MainWindow;
    readonly ringWindow: RingWindow;
  },
): Desktop {
  const { parley, endpoint, mainWindow, ringWindow } = own;
  const { store } = parley;
  const { platform } = environment;
  const bus = platform === 'linux' ? new SessionBus(logger) : null;
  const icon = programIconPath(folders.plainIcons, 48);
  const notifier =
    bus === null ? new ElectronNotifier(icon, logger) : new DbusNotifier(bus, icon, logger);
  const trayHost = bus === null ? builtInTrayHost : new StatusNotifierTrayHost(bus, logger);
  const actions = new CallActions(endpoint);
  const trayIcon = new TrayIcon(
    store,
    actions,
    {
      open: () => mainWindow.show(true),
      // The menu is answered before the icon goes away with it.
      quit: () => setImmediate(() => app.quit()),
    },
    (model) => trayIconPath(folders.icons, platform, model),
    translator,
  );
  const trayPresence = new TrayPresence(trayHost, store, trayIcon);
  const notifications = new CallNotifications({
    source: store,
    notifier,
    actions,
    windows: {
      present: () => (ringWindow.isVisible ? ringWindow.show(true) : mainWindow.show(true)),
    },
    translator,
    locale: app.getLocale(),
    trace,
  });
  const shortcuts = new Shortcuts(store, globalShortcut, actions, {
    openDialBox: () => {
      mainWindow.show(true);
      mainWindow.window.send({ type: 'focusDialBox' });
    },
    shortcutUnavailable: (accelerator) => {
      const shortcut = showAccelerator(accelerator, platform);
      parley.notices.show('warning', 'notice.shortcutUnavailable', { shortcut });
    },
    later: (task) => void setImmediate(task),
  });
  return {
    notifications: [notifier, notifications],
    others: [
      new RingWindowController(store, ringWindow, trace),
      new AttentionSeeker(store, mainWindow, app.dock),
      trayIcon,
      trayPresence,
      shortcuts,
      new MainWindowClosing(mainWindow, parley, notifier, translator),
    ],
    isTrayKnown: () => trayPresence.known(),
  };
}

/** The main window waits for the answer, but not for a desktop that hangs. */
const trayAnswerLimitMs = 1_000;

/** What takes time after everything runs, in the order in which the user notices it. */
async function prepare(own: {
  readonly parley: Parley;
  readonly keychain: KeytarSecretStore;
  readonly mainWindow: MainWindow;
  readonly desktop: Desktop;
  readonly demo: DemoMode;
  readonly commandLine: CommandLine;
  readonly logger: Logger;
}): Promise<void> {
  const { parley, keychain, mainWindow, desktop, demo, commandLine, logger } = own;
  await withTimeLimit(desktop.isTrayKnown(), trayAnswerLimitMs, systemClock).catch(() => {
    logger.warn('The desktop does not say whether it has a tray');
  });
  // Without a tray a hidden window could not be found again.
  if (!commandLine.hidden || !parley.store.state.environment.hasTray) mainWindow.showWhenReady();
  const hasKeychain = keychain.isAvailable().then((available) =>
    parley.store.update((draft) => {
      draft.environment.hasKeychain = available;
    }),
  );
  if (commandLine.demo) {
    await parley.settings.load();
    await demo.start();
  } else {
    await parley.start();
  }
  if (commandLine.discoveryUrl !== null) {
    await parley.settings.update({ lastDiscoveryUrl: commandLine.discoveryUrl });
  }
  await hasKeychain;
  logger.info('Parley is ready', { ...parley.store.state.environment, demoColleagues: undefined });
}
