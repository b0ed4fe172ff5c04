import { runScript } from './setup.mjs';

process.exitCode = await runScript('build/catalogue/generate.ts');
