import type { Translator } from '../../app/i18n/translator.ts';
import type { Parley } from '../../app/services/parley.ts';
import type { MainWindow } from '../windows/main-window.ts';
import { type CloseSurface, decideClose, handleClose } from './close-behaviour.ts';
import type { Notifier } from './desktop-notification.ts';
import type { Subscriber } from './subscriber.ts';

const hintTimeoutMs = 10_000;

/** What happens when the user closes the main window. */
export class MainWindowClosing implements Subscriber, CloseSurface {
  readonly #window: MainWindow;
  readonly #parley: Pick<Parley, 'store' | 'settings'>;
  readonly #notifier: Notifier;
  readonly #translator: Translator;
  #isWatching = false;

  constructor(
    window: MainWindow,
    parley: Pick<Parley, 'store' | 'settings'>,
    notifier: Notifier,
    translator: Translator,
  ) {
    this.#window = window;
    this.#parley = parley;
    this.#notifier = notifier;
    this.#translator = translator;
  }

  start(): void {
    this.#isWatching = true;
    this.#window.window.browserWindow.on('close', (event) => {
      handleClose(event, decideClose(!this.#isWatching, this.#parley.store.state), this);
    });
  }

  /** From now on closing is closing: Parley quits. */
  stop(): void {
    this.#isWatching = false;
  }

  hide(): void {
    this.#window.hide();
  }

  tellAboutTray(): void {
    const { translate } = this.#translator;
    this.#notifier.show({
      key: 'tray-hint',
      title: translate('tray.hint.title'),
      body: translate('tray.hint.body'),
      urgency: 'normal',
      timeoutMs: hintTimeoutMs,
      actions: [{ id: 'open', label: translate('tray.open') }],
      category: null,
    });
    void this.#parley.settings.update({ trayHintShown: true });
  }

  ask(): void {
    this.#window.show(true);
    this.#window.window.send({ type: 'askClose' });
  }
}
