import { expect, test } from 'vitest';
import type { MenuEntry } from '../../desktop/tray-menu.ts';
import { findEntry } from '../../desktop/tray-menu.ts';

const entry = (id: number, label: string, more: Partial<MenuEntry> = {}): MenuEntry => ({
  id,
  label,
  enabled: true,
  visible: true,
  separator: false,
  checked: undefined,
  children: [],
  ...more,
});

const menu = [
  entry(1, 'Answer', { visible: false }),
  entry(2, 'Presence', { children: [entry(3, 'Busy')] }),
];

test('finds an entry in a submenu', () => {
  expect(findEntry(menu, ['Presence', 'Busy'])?.id).toBe(3);
});

test('does not find what is hidden, or not there', () => {
  expect(findEntry(menu, ['Answer'])).toBeUndefined();
  expect(findEntry(menu, ['Presence', 'Away'])).toBeUndefined();
  expect(findEntry(menu, ['Nothing', 'Busy'])).toBeUndefined();
});
