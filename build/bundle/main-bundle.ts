import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { distDir, projectRoot } from '../lib/paths.ts';
import { nodeTarget } from './targets.ts';

/** The main process: CommonJS for the oldest supported runtime, everything inside but natives. */
export const mainBundle: InlineConfig = {
  configFile: false,
  root: projectRoot,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['electron', 'keytar'], target: 'node' },
  build: {
    ssr: join(projectRoot, 'main', 'index.ts'),
    outDir: join(distDir, 'main'),
    emptyOutDir: true,
    target: nodeTarget,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      output: {
        format: 'cjs',
        entryFileNames: 'index.cjs',
        chunkFileNames: 'chunks/[name]-[hash].cjs',
      },
    },
  },
};
