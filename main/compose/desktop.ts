import { clipboard, globalShortcut } from 'electron';
import { showAccelerator } from '../../app/domain/accelerator.ts';
import type { WindowMessage } from '../../app/ipc/contract.ts';
import type { Parley } from '../../app/services/parley.ts';
import { NotificationInhibition } from '../adapters/dbus/notification-inhibition.ts';
import { DbusScreenLock } from '../adapters/dbus/screen-lock.ts';
import { SessionBus } from '../adapters/dbus/session-bus.ts';
import { electronAttention } from '../adapters/electron-attention.ts';
import { electronBadge } from '../adapters/electron-badge.ts';
import { DbusNotifier } from '../adapters/notifications/dbus-notifier.ts';
import { ElectronNotifier } from '../adapters/notifications/electron-notifier.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { AttentionSeeker } from '../desktop/attention-seeker.ts';
import { CallActions } from '../desktop/call-actions.ts';
import { CallNotifications } from '../desktop/call-notifications.ts';
import { CallVerbs } from '../desktop/call-verbs.ts';
import { ConversationNotifications } from '../desktop/conversation-notifications.ts';
import { programIconPath, trayIconPath } from '../desktop/icon-files.ts';
import { KeyPortal } from '../desktop/key-portal.ts';
import { MainWindowClosing } from '../desktop/main-window-closing.ts';
import { MissedNotifications } from '../desktop/missed-notifications.ts';
import { lockedScreenPrivacy } from '../desktop/privacy.ts';
import { QuickDial } from '../desktop/quick-dial.ts';
import { RingWindowController } from '../desktop/ring-window-controller.ts';
import { Shortcuts } from '../desktop/shortcuts.ts';
import type { Subscriber } from '../desktop/subscriber.ts';
import { trayActions } from '../desktop/tray-actions.ts';
import { builtInTrayHost, StatusNotifierTrayHost } from '../desktop/tray-host.ts';
import { TrayIcon } from '../desktop/tray-icon.ts';
import { TrayPresence } from '../desktop/tray-presence.ts';
import { TrialNotification } from '../desktop/trial-notification.ts';
import { UnseenBadge } from '../desktop/unseen-badge.ts';
import type { CommandEndpoint } from '../ipc/command-endpoint.ts';
import { VerbDesk } from '../verbs/verb-desk.ts';
import { verbPlace } from '../verbs/verb-place.ts';
import { VerbServer } from '../verbs/verb-server.ts';
import type { MainWindow } from '../windows/main-window.ts';
import { QuickDialWindow } from '../windows/quick-dial-window.ts';
import type { RingWindow } from '../windows/ring-window.ts';
import type { Foundation } from './foundation.ts';

export interface Desktop {
  readonly notifications: readonly Subscriber[];
  readonly others: readonly Subscriber[];
  readonly quickDial: QuickDial;
  readonly shortcuts: Shortcuts;
  readonly verbs: CallVerbs;
  isTrayKnown(): Promise<void>;
}

/** The tray, notifications, shortcuts and windows that follow the state. */
export function composeDesktop(
  { app, folders, logger, trace, translator, environment, surroundings, windows }: Foundation,
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
    bus === null
      ? new ElectronNotifier(icon, platform === 'darwin' ? 'darwin' : 'win32', logger)
      : new DbusNotifier(bus, icon, logger);
  const trayHost = bus === null ? builtInTrayHost : new StatusNotifierTrayHost(bus, logger);
  const actions = new CallActions(endpoint);
  const verbs = new CallVerbs(store, actions, { raise: () => mainWindow.show(true) });
  const trayIcon = new TrayIcon(
    store,
    trayActions(actions, {
      open: () => mainWindow.show(true),
      show: (place) => {
        mainWindow.show(true);
        mainWindow.window.send({ type: 'goTo', place });
      },
      dial: () => quickDial.open(),
      // The menu is answered before the icon goes away with it.
      quit: () => setImmediate(() => app.quit()),
    }),
    (model) => trayIconPath(folders.icons, platform, model),
    translator,
  );
  const trayPresence = new TrayPresence(
    trayHost,
    store,
    { trayAppeared: () => trayIcon.restart(), trayLost: () => mainWindow.showIfHidden() },
    systemClock,
  );
  const showMain = (message: WindowMessage): void => {
    mainWindow.show(true);
    mainWindow.window.send(message);
  };
  const privacy = lockedScreenPrivacy(surroundings, store);
  const common = { source: store, notifier, actions, privacy, translator };
  const notifications = [
    new CallNotifications({
      ...common,
      windows: {
        present: () => (ringWindow.isVisible ? ringWindow.raise() : mainWindow.show(true)),
        askReply: (callId) => {
          ringWindow.raise();
          ringWindow.window.send({ type: 'askReply', callId });
        },
      },
      trace,
    }),
    new ConversationNotifications({
      ...common,
      windows: {
        showConversation: (conversationId) =>
          showMain({ type: 'goTo', place: { kind: 'conversation', conversationId } }),
      },
    }),
    new MissedNotifications({
      ...common,
      attention: electronAttention,
      windows: { showMissed: () => showMain({ type: 'goTo', place: { kind: 'recents' } }) },
      locale: app.getLocale(),
    }),
    new TrialNotification(store, notifier, actions, translator),
  ];
  const ofDesktop =
    bus === null
      ? []
      : [
          new DbusScreenLock(bus, (locked) => surroundings.lockChanged(locked)),
          new NotificationInhibition(bus, (on) => parley.desktopDoNotDisturb(on)),
        ];
  const quickDial = new QuickDial({
    source: store,
    makePalette: () =>
      new QuickDialWindow(windows, endpoint, {
        title: translator.translate('window.quickDial'),
        platform,
        app,
      }),
    readClipboard: async () => clipboard.readText(),
    mainWindow: {
      show: (focus) => mainWindow.show(focus),
      send: (message) => mainWindow.window.send(message),
    },
    trace,
    clock: systemClock,
  });
  const shortcuts = new Shortcuts(store, globalShortcut, verbs, {
    openQuickDial: () => quickDial.toggle(),
    shortcutsUnavailable: (accelerators) => {
      const shortcut = accelerators.map((each) => showAccelerator(each, platform)).join(', ');
      parley.notices.show('warning', 'notice.shortcutUnavailable', { shortcut });
    },
    later: (task) => void setImmediate(task),
  });
  const desk = new VerbDesk({
    source: store,
    verbs,
    endpoint,
    showCalls: () => mainWindow.show(false),
    translator,
  });
  const verbServer = new VerbServer(
    verbPlace(app.getPath('userData'), process.platform),
    (verb) => desk.run(verb),
    trace,
    logger,
  );
  return {
    notifications: [notifier, ...notifications],
    others: [
      ...ofDesktop,
      new RingWindowController(store, ringWindow, () => surroundings.idleMs(), trace),
      new AttentionSeeker(store, mainWindow, app.dock),
      trayIcon,
      trayPresence,
      new UnseenBadge(store, electronBadge(app, mainWindow, translator, folders.icons)),
      shortcuts,
      verbServer,
      quickDial,
      new KeyPortal({
        globalKeys: environment.globalKeys,
        bus,
        found: () => {
          store.update((draft) => {
            draft.environment.globalKeys = 'portal';
          });
        },
        logger,
      }),
      new MainWindowClosing(mainWindow, parley, notifier, translator),
    ],
    quickDial,
    shortcuts,
    verbs,
    isTrayKnown: () => trayPresence.known(),
  };
}
