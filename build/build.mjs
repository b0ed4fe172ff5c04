import { runScript } from './setup.mjs';

process.exitCode = await runScript('build/bundle/build.ts');
