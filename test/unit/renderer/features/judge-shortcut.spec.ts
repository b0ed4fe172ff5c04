import { describe, expect, it } from 'vitest';
import { defaultShortcuts } from '../../../../app/domain/shortcuts.ts';
import { judgeShortcut } from '../../../../renderer/features/settings/judge-shortcut.ts';

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const chord = (letter: string, modifiers: Partial<typeof none>) => ({
  key: letter.toLowerCase(),
  code: `Key${letter}`,
  ...none,
  ...modifiers,
});

describe('judgeShortcut', () => {
  it('takes free keys', () => {
    const pressed = chord('J', { ctrlKey: true, shiftKey: true });
    expect(judgeShortcut(pressed, 'mute', defaultShortcuts, 'linux')).toEqual({
      kind: 'good',
      accelerator: 'Control+Shift+J',
    });
  });

  it('refuses keys of the system', () => {
    const pressed = chord('C', { ctrlKey: true });
    expect(judgeShortcut(pressed, 'mute', defaultShortcuts, 'linux').kind).toBe('reserved');
  });

  it('names the shortcut that has the keys, unless it is the same one', () => {
    const pressed = chord('M', { ctrlKey: true, shiftKey: true });
    expect(judgeShortcut(pressed, 'hold', defaultShortcuts, 'win32')).toEqual({
      kind: 'taken',
      by: 'mute',
    });
    expect(judgeShortcut(pressed, 'mute', defaultShortcuts, 'win32').kind).toBe('good');
    // On a Mac the default is with Command, not with Control.
    expect(judgeShortcut(pressed, 'hold', defaultShortcuts, 'darwin').kind).toBe('good');
  });

  it('wants more than a letter', () => {
    const pressed = chord('M', { shiftKey: true });
    expect(judgeShortcut(pressed, 'mute', defaultShortcuts, 'linux').kind).toBe('needsModifier');
  });
});
