/** The parts of a keyboard event that make an accelerator. */
export interface PressedKeys {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** Keys whose name in Electron's accelerators is not that of the DOM. */
const named: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  '+': 'Plus',
};

const others = /^(?:F(?:[1-9]|1\d|2[0-4])|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Tab)$/;

const keyName = ({ key, code }: PressedKeys): string | null => {
  // The place of the key, not its character: Shift and Alt would change that.
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  if (place !== null) return place[1] ?? place[2] ?? null;
  return named[key] ?? (others.test(key) ? key : null);
};

export type ReadAccelerator =
  | { readonly kind: 'accelerator'; readonly accelerator: string }
  /** Only modifiers so far. */
  | { readonly kind: 'incomplete' }
  /** A bare key would be taken from every other program. */
  | { readonly kind: 'needsModifier' };

/** Reads pressed keys as an accelerator in Electron's notation. Function keys may stand alone. */
export const readAccelerator = (pressed: PressedKeys): ReadAccelerator => {
  const name = keyName(pressed);
  if (name === null) return { kind: 'incomplete' };
  const modifiers = [
    pressed.ctrlKey ? 'Control' : null,
    pressed.metaKey ? 'Super' : null,
    pressed.altKey ? 'Alt' : null,
    pressed.shiftKey ? 'Shift' : null,
  ].filter((modifier) => modifier !== null);
  const strong = pressed.ctrlKey || pressed.metaKey || pressed.altKey;
  if (!strong && !/^F\d+$/.test(name)) return { kind: 'needsModifier' };
  return { kind: 'accelerator', accelerator: [...modifiers, name].join('+') };
};
