import { join } from 'node:path';
import { type App, clipboard, session } from 'electron';
import { createTranslator } from '../app/i18n/translator.ts';
import { ElectronSurroundings } from './adapters/electron-surroundings.ts';
import { ElectronWakeUps } from './adapters/electron-wake-ups.ts';
import { KeytarSecretStore, loadKeytar } from './adapters/keytar-secret-store.ts';
import { createLogger } from './adapters/logging/electron-logger.ts';
import { logFailures } from './adapters/logging/log-failures.ts';
import { SettingsFile } from './adapters/settings-file.ts';
import { systemClock } from './adapters/system-clock.ts';
import { noTrace, TraceFile } from './adapters/trace-file.ts';
import { openWebPage } from './adapters/web-page.ts';
import { appFolders } from './app-folders.ts';
import { type CommandLine, keychainService } from './command-line.ts';
import { createColleague, createParley } from './compose/communicator.ts';
import { composeDesktop } from './compose/desktop.ts';
import type { Foundation } from './compose/foundation.ts';
import { prepare } from './compose/prepare.ts';
import { reportMaker, reportPlaces } from './compose/report-places.ts';
import { signInSurfaces } from './compose/sign-in-surfaces.ts';
import { demoHandlers } from './demo/demo-handlers.ts';
import { DemoMode } from './demo/demo-mode.ts';
import { startDemoServer } from './demo/demo-server.ts';
import { DivertibleSecretStore } from './demo/divertible-secret-store.ts';
import { programIconPath } from './desktop/icon-files.ts';
import { startEnvironment } from './environment.ts';
import { answerHandler } from './ipc/call-handlers.ts';
import { CommandEndpoint } from './ipc/command-endpoint.ts';
import { doctorHandlers } from './ipc/doctor-handlers.ts';
import { headsetHandlers } from './ipc/headset-handlers.ts';
import { MediaEngineProxy } from './ipc/media-engine-proxy.ts';
import { mediaHandlers } from './ipc/media-handlers.ts';
import { meetingHandlers } from './ipc/meeting-handlers.ts';
import { Publisher } from './ipc/publisher.ts';
import { quickDialHandlers } from './ipc/quick-dial-handlers.ts';
import { registerCommands } from './ipc/register.ts';
import { shortcutHandlers } from './ipc/shortcut-handlers.ts';
import { stateHandlers } from './ipc/state-handlers.ts';
import { windowHandlers } from './ipc/window-handlers.ts';
import { Shell } from './shell.ts';
import { serveApp } from './windows/app-protocol.ts';
import { askWhichHeadset } from './windows/ask-which-headset.ts';
import { foreignSession, guardForeignSession } from './windows/foreign-pages.ts';
import { HeadsetChoice } from './windows/headset-choice.ts';
import { lockDownAllContents } from './windows/lock-down.ts';
import { MainWindow } from './windows/main-window.ts';
import { guardPermissions } from './windows/permissions.ts';
import { RingWindow } from './windows/ring-window.ts';
import { WindowFactory } from './windows/window-factory.ts';

/**
 * Wires everything together. Pages begin to load; nothing else runs before the shell is started.
 * Only after Electron's `ready`.
 */
export function compose(app: App, commandLine: CommandLine): Shell {
  const userData = app.getPath('userData');
  const logger = createLogger(join(userData, 'logs'));
  logFailures(app, logger);
  const folders = appFolders(app.getAppPath());
  lockDownAllContents(app, foreignSession(), logger);
  guardForeignSession(foreignSession());
  guardPermissions(session.defaultSession);
  const headsets = new HeadsetChoice(
    () => parley.store.state.settings.headset,
    (names) => askWhichHeadset(names, translator),
  );
  headsets.guard(session.defaultSession);
  serveApp(session.defaultSession, folders.renderer, logger);

  const traceFile =
    commandLine.traceFile === null
      ? null
      : new TraceFile(commandLine.traceFile, systemClock, logger);
  const translator = createTranslator(app.getLocale());
  const foundation: Foundation = {
    app,
    folders,
    logger,
    trace: traceFile ?? noTrace,
    wakeUps: new ElectronWakeUps((error) => logger.error('A listener failed', { error })),
    surroundings: new ElectronSurroundings((error) => logger.error('A listener failed', { error })),
    environment: startEnvironment(app.getVersion()),
    translator,
    surfaces: signInSurfaces(translator, programIconPath(folders.icons, 256), logger),
    windows: new WindowFactory(
      session.defaultSession,
      folders.preload,
      programIconPath(folders.icons, 256),
      systemClock,
      logger,
    ),
  };
  const { trace, wakeUps, surroundings, windows } = foundation;

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
  const places = reportPlaces(translator, app.getPath('documents'));
  const endpoint = new CommandEndpoint(
    {
      ...parley.commandHandlers,
      ...stateHandlers(publisher),
      ...mediaHandlers(media),
      ...demoHandlers(demo),
      ...doctorHandlers(
        () => parley.store.state.doctor,
        reportMaker(foundation.environment),
        translator,
        places,
      ),
      ...meetingHandlers(() => parley.store.state.meetings, translator, places.copy),
      ...windowHandlers(
        {
          minimizeMainWindow: () => mainWindow.minimize(),
          quit: () => app.quit(),
          networkIsBack: () => wakeUps.networkIsBack(),
          openWebPage,
          copyText: (text) => clipboard.writeText(text),
          showConversation: (conversationId) => {
            mainWindow.show(true);
            if (conversationId !== null) {
              mainWindow.window.send({
                type: 'goTo',
                place: { kind: 'conversation', conversationId },
              });
            }
          },
        },
        trace,
        logger,
      ),
      ...quickDialHandlers(() => desktop.quickDial),
      ...headsetHandlers(() => desktop.verbs),
      ...shortcutHandlers(() => desktop.shortcuts),
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
