import { runScript } from './setup.mjs';

process.exitCode = await runScript('test/fuzz/fuzz.ts');
