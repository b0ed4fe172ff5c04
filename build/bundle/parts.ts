import type { InlineConfig } from 'vite';
import { drawIcons } from './icons.ts';
import { mainBundle } from './main-bundle.ts';
import { preloadBundle } from './preload-bundle.ts';
import { rendererBundle } from './renderer-bundle.ts';

/** One part of what is built into `dist/`. */
export interface Part {
  readonly name: string;
  /** Files and folders, relative to the project's root, whose change makes it outdated. */
  readonly inputs: readonly string[];
  /** A file, relative to `dist/`, that is there when the part is built. */
  readonly output: string;
  /** How it is built: a bundle, or drawn. */
  readonly how: { readonly vite: InlineConfig } | { readonly make: () => Promise<void> };
}

const common = ['package-lock.json', 'tsconfig.base.json', 'build/bundle', 'build/lib/paths.ts'];

export const parts: readonly Part[] = [
  {
    name: 'main',
    inputs: ['app', 'main', ...common],
    output: 'main/index.cjs',
    how: { vite: mainBundle },
  },
  {
    name: 'preload',
    inputs: ['app/ipc', 'app/domain', 'app/util', 'main/preload', ...common],
    output: 'preload/index.cjs',
    how: { vite: preloadBundle },
  },
  {
    name: 'renderer',
    inputs: [
      ...['app/ipc', 'app/domain', 'app/util', 'app/i18n', 'app/ports', 'renderer'],
      ...common,
    ],
    output: 'renderer/index.html',
    how: { vite: rendererBundle },
  },
  {
    name: 'icons',
    inputs: ['build/icons', 'build/bundle/icons.ts'],
    output: 'icons/app/512x512.png',
    how: { make: drawIcons },
  },
];
