import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { distDir, projectRoot } from '../lib/paths.ts';
import { nodeTarget } from './targets.ts';

/** The preload script: one file, since a sandboxed preload can require `electron` and no more. */
export const preloadBundle: InlineConfig = {
  configFile: false,
  root: projectRoot,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['electron'], target: 'webworker' },
  build: {
    ssr: join(projectRoot, 'main', 'preload', 'index.ts'),
    outDir: join(distDir, 'preload'),
    emptyOutDir: true,
    target: nodeTarget,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  },
};
