import { Variant } from '@jellybrick/dbus-next';
import type { BusClient, BusObject } from './bus-client.ts';

/** An entry of a tray menu (com.canonical.dbusmenu). */
export interface MenuEntry {
  readonly id: number;
  /** Without the mark of the access key. */
  readonly label: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  readonly separator: boolean;
  /** Undefined for entries that cannot be checked. */
  readonly checked: boolean | undefined;
  readonly children: readonly MenuEntry[];
}

const menuInterface = 'com.canonical.dbusmenu';

/** Reads the whole menu as a desktop does before it shows it. */
export async function readMenu(bus: BusClient, menu: BusObject): Promise<MenuEntry[]> {
  // Optional for the program: Chromium answers it with an error, and desktops go on.
  await bus.call(menu, `${menuInterface}.AboutToShow`, 'i', [0]).catch(() => {});
  const reply = await bus.call(menu, `${menuInterface}.GetLayout`, 'iias', [0, -1, []]);
  return [...toEntry(reply[1]).children];
}

/** Does what a click on the entry does. */
export async function clickEntry(bus: BusClient, menu: BusObject, entry: MenuEntry): Promise<void> {
  const body = [entry.id, 'clicked', new Variant('s', ''), 0];
  await bus.call(menu, `${menuInterface}.Event`, 'isvu', body);
}

/** The entry at a path of labels, through submenus; visible ones only. */
export function findEntry(
  entries: readonly MenuEntry[],
  path: readonly string[],
): MenuEntry | undefined {
  const [label, ...rest] = path;
  const entry = entries.find((candidate) => candidate.visible && candidate.label === label);
  return rest.length === 0 || entry === undefined ? entry : findEntry(entry.children, rest);
}

function toEntry(layout: unknown): MenuEntry {
  if (!Array.isArray(layout)) throw new Error('The menu has an unexpected layout.');
  const [id, properties, children] = layout as [number, Record<string, unknown>, unknown[]];
  return {
    id,
    label: String(properties.label ?? '').replace(/_(.)/g, '$1'),
    enabled: properties.enabled !== false,
    visible: properties.visible !== false,
    separator: properties.type === 'separator',
    checked: properties['toggle-type'] ? properties['toggle-state'] === 1 : undefined,
    children: children.map(toEntry),
  };
}
