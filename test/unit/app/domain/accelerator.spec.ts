import { describe, expect, it } from 'vitest';
import { showAccelerator } from '../../../../app/domain/accelerator.ts';

describe('showAccelerator', () => {
  it('speaks the language of the keyboard', () => {
    const accelerator = 'CommandOrControl+Shift+A';
    expect(showAccelerator(accelerator, 'linux')).toBe('Ctrl+Shift+A');
    expect(showAccelerator(accelerator, 'darwin')).toBe('⌘⇧A');
    expect(showAccelerator('Super+D', 'win32')).toBe('Win+D');
    expect(showAccelerator('Super+Return', 'linux')).toBe('Super+Enter');
  });
});
