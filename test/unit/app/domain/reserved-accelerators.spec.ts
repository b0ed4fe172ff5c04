import { describe, expect, it } from 'vitest';
import {
  canonicalAccelerator,
  isReservedAccelerator,
} from '../../../../app/domain/reserved-accelerators.ts';
import { defaultShortcuts } from '../../../../app/domain/shortcuts.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;

describe('canonicalAccelerator', () => {
  it('knows two spellings of the same keys, which depend on the platform', () => {
    expect(canonicalAccelerator('Shift+CommandOrControl+A', 'linux')).toBe('Control+Shift+A');
    expect(canonicalAccelerator('CommandOrControl+A', 'darwin')).toBe('Super+A');
    expect(canonicalAccelerator('Cmd+Alt+A', 'darwin')).toBe('Alt+Super+A');
  });
});

describe('isReservedAccelerator', () => {
  it.each([
    ['linux', 'Control+Alt+F2'],
    ['linux', 'Shift+Control+U'],
    ['linux', 'Alt+F4'],
    ['linux', 'Super+L'],
    ['linux', 'Control+C'],
    ['win32', 'Super+J'],
    ['win32', 'Control+Alt+Delete'],
    ['win32', 'F12'],
    ['darwin', 'Super+Space'],
    ['darwin', 'Super+Shift+4'],
    ['darwin', 'CommandOrControl+Q'],
  ] as const)('%s has %s', (platform, accelerator) => {
    expect(isReservedAccelerator(accelerator, platform)).toBe(true);
  });

  it.each([
    ['linux', 'Super+J'],
    ['linux', 'F12'],
    ['win32', 'Control+Shift+U'],
    ['darwin', 'Control+C'],
  ] as const)('%s leaves %s to programs', (platform, accelerator) => {
    expect(isReservedAccelerator(accelerator, platform)).toBe(false);
  });
});

describe('defaultShortcuts', () => {
  it.each(platforms)('collide with nothing of %s, nor with each other', (platform) => {
    const keys = Object.values(defaultShortcuts).filter((each) => each !== null);
    expect(keys).toHaveLength(7);
    expect(keys.filter((each) => isReservedAccelerator(each, platform))).toEqual([]);
    expect(new Set(keys.map((each) => canonicalAccelerator(each, platform))).size).toBe(7);
  });
});
