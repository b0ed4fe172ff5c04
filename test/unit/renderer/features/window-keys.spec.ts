import { describe, expect, it } from 'vitest';
import { isReservedAccelerator } from '../../../../app/domain/reserved-accelerators.ts';
import {
  windowKeyNames,
  windowKeyOf,
  windowKeyProps,
  windowKeys,
} from '../../../../renderer/features/keys/window-keys.ts';

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

/** The event of the keys of the table. */
function press(keys: string) {
  const parts = keys.split('+');
  const name = parts[parts.length - 1] ?? '';
  const code = /^[A-Z]$/.test(name) ? `Key${name}` : /^\d$/.test(name) ? `Digit${name}` : 'Other';
  const ctrlKey = parts.includes('Control');
  return { ...none, key: name.toLowerCase(), code, ctrlKey, shiftKey: parts.includes('Shift') };
}

describe('the keys of the window', () => {
  it.each(windowKeyNames)('knows the keys of “%s” again, and no other has them', (name) => {
    expect(windowKeyOf(press(windowKeys[name].keys))).toBe(name);
    expect(windowKeyProps(name)).toEqual({
      'aria-keyshortcuts': windowKeys[name].keys,
      'data-window-key': name,
    });
  });

  it('reads “?” as it is typed, wherever it is on the keyboard', () => {
    expect(windowKeyOf({ ...none, key: '?', code: 'Minus', shiftKey: true })).toBe('list');
  });

  it('leaves keys alone that are not quite those', () => {
    expect(windowKeyOf({ ...press('Control+M'), altKey: true })).toBeNull();
    expect(windowKeyOf({ ...press('Control+M'), metaKey: true })).toBeNull();
    expect(windowKeyOf({ ...press('Control+M'), ctrlKey: false })).toBeNull();
    expect(windowKeyOf(press('Control+Shift+M'))).toBeNull();
  });

  it('takes nothing that copies, pastes or undoes', () => {
    const editing = ['A', 'C', 'V', 'X', 'Z'].map((key) => windowKeyOf(press(`Control+${key}`)));
    expect(editing).toEqual([null, null, null, null, null]);
    expect(isReservedAccelerator(windowKeys.hangUp.keys, 'linux')).toBe(false);
  });
});
