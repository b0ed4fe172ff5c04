import {
  Menu,
  type MenuItemConstructorOptions,
  type NativeImage,
  nativeImage,
  Tray,
} from 'electron';
import type { Translator } from '../../app/i18n/translator.ts';
import type { Unsubscribe } from '../../app/util/emitter.ts';
import { follow, type StateSource, type Subscriber } from './subscriber.ts';
import type { TrayAction, TrayEntry } from './tray-entry.ts';
import { type TrayModel, trayModel } from './tray-model.ts';

/** What the icon does when it is clicked or an entry of its menu is chosen. */
export type RunTrayAction = (action: TrayAction) => void;

/** Path of the icon for a state of the tray. */
export type TrayIconPath = (model: Pick<TrayModel, 'presence' | 'call' | 'unseen'>) => string;

/** The icon in the tray, its tooltip and its menu. */
export class TrayIcon implements Subscriber {
  readonly #source: StateSource;
  readonly #run: RunTrayAction;
  readonly #iconPath: TrayIconPath;
  readonly #translator: Translator;
  readonly #images = new Map<string, NativeImage>();
  #tray: Tray | null = null;
  #shown: { icon: string; tooltip: string; menu: string } | null = null;
  #unsubscribe: Unsubscribe | null = null;

  constructor(
    source: StateSource,
    run: RunTrayAction,
    iconPath: TrayIconPath,
    translator: Translator,
  ) {
    this.#source = source;
    this.#run = run;
    this.#iconPath = iconPath;
    this.#translator = translator;
  }

  start(): void {
    this.#unsubscribe ??= follow(this.#source, (state) => {
      this.#apply(trayModel(state, this.#translator));
    });
  }

  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#tray?.destroy();
    this.#tray = null;
    this.#shown = null;
  }

  /** A tray that appears later does not find the icon by itself everywhere: it is made anew. */
  restart(): void {
    this.stop();
    this.start();
  }

  /** Touches only what is different: desktops redraw whatever they are given. */
  #apply(model: TrayModel): void {
    const icon = this.#iconPath(model);
    const menu = JSON.stringify(model.menu);
    const tray = this.#tray ?? this.#create(icon);
    if (this.#shown !== null && this.#shown.icon !== icon) {
      tray.setImage(this.#image(icon));
    }
    if (this.#shown?.tooltip !== model.tooltip) tray.setToolTip(model.tooltip);
    if (this.#shown?.menu !== menu) {
      tray.setContextMenu(Menu.buildFromTemplate(model.menu.map((entry) => this.#item(entry))));
    }
    this.#shown = { icon, tooltip: model.tooltip, menu };
  }

  #create(icon: string): Tray {
    const tray = new Tray(this.#image(icon));
    tray.on('click', () => this.#run({ type: 'open' }));
    this.#tray = tray;
    return tray;
  }

  /** Read from the disk once. */
  #image(path: string): NativeImage {
    const image = this.#images.get(path) ?? nativeImage.createFromPath(path);
    this.#images.set(path, image);
    return image;
  }

  #item(entry: TrayEntry): MenuItemConstructorOptions {
    switch (entry.type) {
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return {
          label: literal(entry.label),
          ...(entry.checked === undefined ? {} : { type: 'radio', checked: entry.checked }),
          click: () => this.#run(entry.action),
        };
      case 'submenu':
        return {
          label: literal(entry.label),
          submenu: entry.entries.map((each) => this.#item(each)),
        };
    }
  }
}

/** A name may contain `&`, which menus take for the mark of a mnemonic. */
const literal = (label: string): string => label.replace(/&/g, '&&');
