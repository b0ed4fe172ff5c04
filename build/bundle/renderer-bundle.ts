import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { distDir, projectRoot } from '../lib/paths.ts';
import { chromiumTarget } from './targets.ts';

/** The windows: a web page that loads nothing from elsewhere and has nothing inline. */
export const rendererBundle: InlineConfig = {
  configFile: false,
  root: join(projectRoot, 'renderer'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: join(distDir, 'renderer'),
    emptyOutDir: true,
    target: chromiumTarget,
    cssTarget: chromiumTarget,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 4_000,
  },
};
