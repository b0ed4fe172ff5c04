import { runScript } from './setup.mjs';

process.exitCode = await runScript('build/package/package.ts');
