import { runScript } from './setup.mjs';

process.exitCode = await runScript('build/test/test.ts');
