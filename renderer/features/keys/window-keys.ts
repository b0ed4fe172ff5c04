/**
 * Every key of the main window, as Electron writes accelerators, in the order of the list that `?` opens.
 * Each presses the control that carries it (`windowKeyProps`): what cannot be pressed by mouse cannot be
 * pressed by key, either. Control on every system: on a Mac, ⌘ with most letters is the system's.
 */
export const windowKeys = {
  answer: { group: 'call', keys: 'Control+Y' },
  decline: { group: 'call', keys: 'Control+Shift+Y' },
  mute: { group: 'call', keys: 'Control+M' },
  camera: { group: 'call', keys: 'Control+E' },
  hold: { group: 'call', keys: 'Control+H' },
  keypad: { group: 'call', keys: 'Control+K' },
  hangUp: { group: 'call', keys: 'Control+Shift+E' },
  addPeople: { group: 'conversation', keys: 'Control+Shift+P', whileHidden: true },
  chat: { group: 'conversation', keys: 'Control+T' },
  participants: { group: 'conversation', keys: 'Control+P' },
  dial: { group: 'lists', keys: 'Control+D' },
  search: { group: 'lists', keys: 'Control+F' },
  people: { group: 'lists', keys: 'Control+1' },
  chats: { group: 'lists', keys: 'Control+2' },
  recents: { group: 'lists', keys: 'Control+3' },
  meetings: { group: 'lists', keys: 'Control+4' },
  presence: { group: 'parley', keys: 'Control+Shift+S' },
  meetNow: { group: 'parley', keys: 'Control+Shift+N' },
  settings: { group: 'parley', keys: 'Control+,' },
  list: { group: 'parley', keys: '?' },
} as const satisfies Readonly<Record<string, WindowKey>>;

export interface WindowKey {
  readonly group: WindowKeyGroup;
  readonly keys: string;
  /** The control may be pressed although the layout hides it for want of room. */
  readonly whileHidden?: boolean;
}

export const windowKeyGroups = ['call', 'conversation', 'lists', 'parley'] as const;

export type WindowKeyGroup = (typeof windowKeyGroups)[number];

export type WindowKeyName = keyof typeof windowKeys;

const isName = (name: string): name is WindowKeyName => Object.hasOwn(windowKeys, name);

export const windowKeyNames: readonly WindowKeyName[] = Object.keys(windowKeys).filter(isName);

/** What carries a key: its name for screen readers, and how it is found. */
export const windowKeyProps = (name: WindowKeyName) => ({
  'aria-keyshortcuts': windowKeys[name].keys,
  'data-window-key': name,
});

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** The key's name in the table: the place of letters and digits, which Shift does not change. */
const nameOf = ({ key, code }: Pressed): string => /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key;

/** What was pressed, if it is a key of the window. */
export const windowKeyOf = (pressed: Pressed): WindowKeyName | null => {
  if (pressed.altKey || pressed.metaKey) return null;
  // Where `?` is on the keyboard differs; that it was typed counts.
  if (pressed.key === '?' && !pressed.ctrlKey) return 'list';
  if (!pressed.ctrlKey) return null;
  const keys = ['Control', ...(pressed.shiftKey ? ['Shift'] : []), nameOf(pressed)].join('+');
  return windowKeyNames.find((name) => windowKeys[name].keys === keys) ?? null;
};
