import { BrowserWindow } from 'electron';
import type { Attention } from '../../app/ports/attention.ts';

/** Asks Electron, which only knows Parley's own windows. */
export const electronAttention: Attention = {
  isFocused: () => BrowserWindow.getFocusedWindow() !== null,
};
