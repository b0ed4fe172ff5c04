import type { Environment } from '../../../app/domain/app-state.ts';
import {
  canonicalAccelerator,
  isReservedAccelerator,
} from '../../../app/domain/reserved-accelerators.ts';
import {
  type ShortcutKeys,
  type ShortcutName,
  shortcutNames,
} from '../../../app/domain/shortcuts.ts';
import { type PressedKeys, readAccelerator } from './read-accelerator.ts';

/** What can be said of keys that were pressed to be a shortcut. */
export type JudgedShortcut =
  | { readonly kind: 'good'; readonly accelerator: string }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'needsModifier' }
  /** The system or every program has them. */
  | { readonly kind: 'reserved' }
  /** Another shortcut of Parley's has them. */
  | { readonly kind: 'taken'; readonly by: ShortcutName };

/** Whether `name` can have the keys that were pressed. */
export const judgeShortcut = (
  pressed: PressedKeys,
  name: ShortcutName,
  shortcuts: ShortcutKeys,
  platform: Environment['platform'],
): JudgedShortcut => {
  const read = readAccelerator(pressed);
  if (read.kind !== 'accelerator') return read;
  const { accelerator } = read;
  if (isReservedAccelerator(accelerator, platform)) return { kind: 'reserved' };
  const keys = canonicalAccelerator(accelerator, platform);
  const by = shortcutNames.find((other) => {
    const present = shortcuts[other];
    return other !== name && present !== null && canonicalAccelerator(present, platform) === keys;
  });
  return by === undefined ? { kind: 'good', accelerator } : { kind: 'taken', by };
};
