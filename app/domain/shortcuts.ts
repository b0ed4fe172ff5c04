/** A keyboard shortcut in Electron's accelerator notation, or null for none. */
export type Accelerator = string | null;

/** What keys that work in every program can do, in the order in which settings show it. */
export const shortcutNames = [
  'dial',
  'answer',
  'decline',
  'mute',
  'hold',
  'hangUp',
  'raise',
] as const;

export type ShortcutName = (typeof shortcutNames)[number];

export type ShortcutKeys = Readonly<Record<ShortcutName, Accelerator>>;

/**
 * Ctrl+Shift (⌘⇧ on a Mac) with a letter: Windows keeps its own key and Ctrl+Alt (which is AltGr) to
 * itself, Linux desktops Super and Ctrl+Alt, macOS ⌘ alone, and ⌘⇧ with digits, Q and Z. None of the
 * letters is one that a system uses in this way. All but `dial` are taken only while there is a call
 * that they are for.
 */
export const defaultShortcuts: ShortcutKeys = {
  dial: 'CommandOrControl+Shift+D',
  answer: 'CommandOrControl+Shift+A',
  decline: 'CommandOrControl+Shift+X',
  mute: 'CommandOrControl+Shift+M',
  hold: 'CommandOrControl+Shift+L',
  hangUp: 'CommandOrControl+Shift+H',
  raise: 'CommandOrControl+Shift+Y',
};
