import type { BusClient, BusObject } from './bus-client.ts';
import type { MenuEntry } from './tray-menu.ts';
import { clickEntry, findEntry, readMenu } from './tray-menu.ts';
import { waitTimeoutMs, within } from './wait.ts';

const watcher: BusObject = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
};
const itemInterface = 'org.kde.StatusNotifierItem';

/** The tray of the panel, read and used from outside as a desktop does. */
export class Tray {
  readonly #bus: BusClient;

  constructor(bus: BusClient) {
    this.#bus = bus;
  }

  /** The icons in the tray now. */
  async items(): Promise<TrayItem[]> {
    const property = 'org.kde.StatusNotifierWatcher.RegisteredStatusNotifierItems' as const;
    const names = (await this.#bus.get(watcher, property)) as string[];
    return names.map((name) => new TrayItem(this.#bus, toObject(name)));
  }

  /**
   * Waits for the icon of a program.
   * @param pid the program's (main) process; any icon when left out
   */
  async waitForItem(pid?: number, timeoutMs: number = waitTimeoutMs): Promise<TrayItem> {
    return await watching(this.#bus, `interface='${watcher.destination}'`, {
      timeoutMs,
      describe: () => `an icon in the tray${pid === undefined ? '' : ` of process ${pid}`}`,
      look: async () => {
        for (const item of await this.items()) {
          if (pid === undefined || (await item.pid().catch(() => undefined)) === pid) return item;
        }
        return undefined;
      },
    });
  }
}

/** One icon in the tray (StatusNotifierItem, the specification of freedesktop.org). */
export class TrayItem {
  readonly #bus: BusClient;
  readonly #object: BusObject;

  constructor(bus: BusClient, object: BusObject) {
    this.#bus = bus;
    this.#object = object;
  }

  pid(): Promise<number> {
    return this.#bus.pidOf(this.#object.destination);
  }

  async title(): Promise<string> {
    return String(await this.#property('Title'));
  }

  /** Title and text of the tooltip, joined. */
  async tooltip(): Promise<string> {
    const tooltip = await this.#property('ToolTip');
    const [, , title, text] = Array.isArray(tooltip) ? tooltip : [];
    return [title, text].filter(Boolean).join('\n');
  }

  /** The pixels of the icon in its biggest size, in hexadecimal: good for comparing. */
  async icon(): Promise<string> {
    const pixmaps = (await this.#property('IconPixmap')) as [number, number, Buffer][];
    const biggest = [...pixmaps].sort(([a], [b]) => b - a)[0];
    return biggest === undefined ? '' : Buffer.from(biggest[2]).toString('hex');
  }

  /** What a click on the icon does. */
  async activate(): Promise<void> {
    await this.#bus.call(this.#object, `${itemInterface}.Activate`, 'ii', [0, 0]);
  }

  async menu(): Promise<MenuEntry[]> {
    return await readMenu(this.#bus, await this.#menuObject());
  }

  /**
   * Chooses an entry of the menu as soon as it is there and enabled.
   * @param path its label, after the labels of its parents
   */
  async choose(...path: [string, ...string[]]): Promise<void> {
    const menu = await this.#menuObject();
    const entry = await this.waitForEntry(path);
    await clickEntry(this.#bus, menu, entry);
  }

  /** Waits until an entry is there and enabled. */
  async waitForEntry(path: readonly string[], timeoutMs = waitTimeoutMs): Promise<MenuEntry> {
    const menu = await this.#menuObject();
    let seen: readonly MenuEntry[] = [];
    return await watching(this.#bus, "interface='com.canonical.dbusmenu'", {
      timeoutMs,
      describe: () => `${path.join(' > ')} in the tray menu, which has ${labels(seen)}`,
      look: async () => {
        seen = await readMenu(this.#bus, menu);
        const entry = findEntry(seen, path);
        return entry?.enabled ? entry : undefined;
      },
    });
  }

  /** Waits until the icon, read anew with every change of it, is as wanted. */
  async waitUntil(
    what: string,
    test: (item: TrayItem) => Promise<boolean>,
    timeoutMs: number = waitTimeoutMs,
  ): Promise<void> {
    await watching(this.#bus, `interface='${itemInterface}'`, {
      timeoutMs,
      describe: () => `tray icon: ${what}`,
      look: async () => ((await test(this)) ? true : undefined),
    });
  }

  #property(name: string): Promise<unknown> {
    return this.#bus.get(this.#object, `${itemInterface}.${name}`);
  }

  async #menuObject(): Promise<BusObject> {
    const path = String(await this.#property('Menu'));
    return { destination: this.#object.destination, path };
  }
}

/** Looks now and after every signal of an interface, until the look finds something. */
async function watching<T>(
  bus: BusClient,
  rule: string,
  options: {
    readonly timeoutMs: number;
    readonly describe: () => string;
    readonly look: () => Promise<T | undefined>;
  },
): Promise<T> {
  let off: (() => void) | undefined;
  const found = new Promise<T>((resolve, reject) => {
    const look = (): void => {
      options.look().then((result) => result !== undefined && resolve(result), reject);
    };
    bus.onSignal(rule, look).then((stop) => {
      off = stop;
      look();
    }, reject);
  });
  try {
    return await within(options.timeoutMs, options.describe, found);
  } finally {
    off?.();
  }
}

/** `:1.7/StatusNotifierItem` or a name alone, as watchers list them. */
function toObject(name: string): BusObject {
  const slash = name.indexOf('/');
  return slash < 0
    ? { destination: name, path: '/StatusNotifierItem' }
    : { destination: name.slice(0, slash), path: name.slice(slash) };
}

function labels(entries: readonly MenuEntry[]): string {
  return entries.map((entry) => (entry.separator ? '—' : entry.label)).join(', ') || 'no entries';
}
