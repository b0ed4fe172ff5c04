import { runScript } from './setup.mjs';

process.exitCode = await runScript('test/demo/demo.ts');
