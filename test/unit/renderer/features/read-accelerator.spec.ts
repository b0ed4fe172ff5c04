import { describe, expect, it } from 'vitest';
import {
  type PressedKeys,
  readAccelerator,
} from '../../../../renderer/features/settings/read-accelerator.ts';

const press = (key: string, code: string, ...modifiers: readonly string[]): PressedKeys => ({
  key,
  code,
  ctrlKey: modifiers.includes('ctrl'),
  altKey: modifiers.includes('alt'),
  shiftKey: modifiers.includes('shift'),
  metaKey: modifiers.includes('meta'),
});

describe('readAccelerator', () => {
  it.each<[string, PressedKeys]>([
    ['Control+Shift+A', press('A', 'KeyA', 'ctrl', 'shift')],
    ['Control+Alt+7', press('7', 'Digit7', 'ctrl', 'alt')],
    ['Super+Up', press('ArrowUp', 'ArrowUp', 'meta')],
    ['Alt+Space', press(' ', 'Space', 'alt')],
    ['Control+F9', press('F9', 'F9', 'ctrl')],
    ['F9', press('F9', 'F9')],
  ])('%s', (accelerator, pressed) => {
    expect(readAccelerator(pressed)).toEqual({ kind: 'accelerator', accelerator });
  });

  it('goes by the place of a letter, not by what Alt makes of it', () => {
    expect(readAccelerator(press('å', 'KeyA', 'alt'))).toEqual({
      kind: 'accelerator',
      accelerator: 'Alt+A',
    });
  });

  it('waits while only modifiers are down', () => {
    expect(readAccelerator(press('Control', 'ControlLeft', 'ctrl')).kind).toBe('incomplete');
  });

  it.each([
    ['a bare letter', press('a', 'KeyA')],
    ['a capital', press('A', 'KeyA', 'shift')],
    ['Delete', press('Delete', 'Delete')],
  ])('refuses %s: no other program could type it', (_what, pressed) => {
    expect(readAccelerator(pressed).kind).toBe('needsModifier');
  });
});
