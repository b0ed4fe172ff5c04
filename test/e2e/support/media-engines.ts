import { join } from 'node:path';
import { build } from 'vite';

/** `engines-page.ts` as a script for a page that has nothing of Parley. */
export async function enginesScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'chrome108',
      lib: {
        entry: join(import.meta.dirname, 'engines-page.ts'),
        formats: ['iife'],
        name: 'page',
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .flatMap((part) => (part.type === 'chunk' ? [part.code] : []))
    .join('\n');
}
