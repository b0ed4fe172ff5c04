import { runScript } from './setup.mjs';

process.exitCode = await runScript('test/bench/bench.ts');
