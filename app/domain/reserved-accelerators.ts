import type { Environment } from './app-state.ts';

type Platform = Environment['platform'];

/** Modifiers in the order in which they are compared. */
const modifierOrder = ['Control', 'Alt', 'Shift', 'Super'] as const;

const modifierNames: Readonly<Record<string, (typeof modifierOrder)[number]>> = {
  Control: 'Control',
  Ctrl: 'Control',
  Alt: 'Alt',
  Option: 'Alt',
  Shift: 'Shift',
  Super: 'Super',
  Meta: 'Super',
  Command: 'Super',
  Cmd: 'Super',
};

/** One spelling for the same keys: modifiers in a fixed order, ⌘ and the Windows key as `Super`. */
export function canonicalAccelerator(accelerator: string, platform: Platform): string {
  const parts = accelerator.split('+').map((part) => {
    if (part === 'CommandOrControl' || part === 'CmdOrCtrl') {
      return platform === 'darwin' ? 'Super' : 'Control';
    }
    return modifierNames[part] ?? part;
  });
  const modifiers = modifierOrder.filter((modifier) => parts.includes(modifier));
  const keys = parts.filter((part) => !modifierOrder.some((modifier) => modifier === part));
  return [...modifiers, ...keys].join('+');
}

const functionKeys = Array.from({ length: 12 }, (_none, index) => `F${index + 1}`);
const arrows = ['Up', 'Down', 'Left', 'Right'] as const;

/** Cutting, copying, pasting, undoing, saving: what every program and everybody uses. */
const editing = (modifier: 'Control' | 'Super'): readonly string[] =>
  ['A', 'C', 'F', 'N', 'O', 'P', 'Q', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z'].map(
    (key) => `${modifier}+${key}`,
  );

/**
 * Keys that the system or every program has, so that taking them would break something else or never
 * arrive. Windows: its documented keys, `F12` (kept for debuggers by `RegisterHotKey`), and everything
 * with its own key, which `isReservedAccelerator` adds. macOS: Apple's list of system shortcuts. Linux:
 * what GNOME, KDE and Xfce ship with, the consoles on Ctrl+Alt+F1 to F12, and IBus's Ctrl+Shift+U.
 */
const reserved: Readonly<Record<Platform, ReadonlySet<string>>> = {
  win32: new Set([
    ...editing('Control'),
    'Control+Alt+Delete',
    'Control+Shift+Escape',
    'Control+Escape',
    'Control+Alt+Tab',
    'Alt+Tab',
    'Alt+Shift+Tab',
    'Alt+Escape',
    'Alt+Space',
    'Alt+F4',
    'F12',
  ]),
  darwin: new Set([
    ...editing('Super'),
    ...['H', 'M', 'Tab', 'Space', '`', ','].map((key) => `Super+${key}`),
    ...['3', '4', '5', '6', 'Q', 'Tab', 'Z'].map((key) => `Shift+Super+${key}`),
    ...['Space', 'Escape', 'H', 'D', 'M'].map((key) => `Alt+Super+${key}`),
    ...['Q', 'Space', 'F'].map((key) => `Control+Super+${key}`),
    ...arrows.map((key) => `Control+${key}`),
    'Control+Space',
    'Alt+Shift+Super+Q',
  ]),
  linux: new Set([
    ...editing('Control'),
    ...functionKeys.map((key) => `Control+Alt+${key}`),
    ...arrows.flatMap((key) => [`Control+Alt+${key}`, `Control+Alt+Shift+${key}`, `Super+${key}`]),
    ...['Delete', 'Backspace', 'Tab', 'T', 'L'].map((key) => `Control+Alt+${key}`),
    ...['Tab', 'Escape', 'Space', 'F1', 'F2', 'F4', 'F7', 'F8', 'F10'].map((key) => `Alt+${key}`),
    ...['A', 'D', 'E', 'H', 'L', 'M', 'N', 'P', 'S', 'V', 'Space', 'Tab'].map(
      (key) => `Super+${key}`,
    ),
    ...['Tab'].flatMap((key) => [`Alt+Shift+${key}`, `Shift+Super+${key}`]),
    'Control+Shift+U',
    'Control+Escape',
  ]),
};

/** Whether the keys belong to the system, or to what every program does with them. */
export function isReservedAccelerator(accelerator: string, platform: Platform): boolean {
  const keys = canonicalAccelerator(accelerator, platform);
  if (platform === 'win32' && keys.split('+').includes('Super')) return true;
  return reserved[platform].has(keys);
}
