import type { Environment } from './app-state.ts';

type Platform = Environment['platform'];

const labels: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  darwin: {
    CommandOrControl: '⌘',
    Command: '⌘',
    Super: '⌘',
    Control: '⌃',
    Alt: '⌥',
    Shift: '⇧',
    Return: '↩',
  },
  linux: { CommandOrControl: 'Ctrl', Control: 'Ctrl', Return: 'Enter' },
  win32: { CommandOrControl: 'Ctrl', Control: 'Ctrl', Return: 'Enter', Super: 'Win' },
};

/** An accelerator as keyboards of the platform are labelled: `Ctrl+Shift+A`, `⌘⇧A`. */
export const showAccelerator = (accelerator: string, platform: Platform): string =>
  accelerator
    .split('+')
    .map((part) => labels[platform][part] ?? part)
    .join(platform === 'darwin' ? '' : '+');
