import { runScript } from './setup.mjs';

process.exitCode = await runScript('main/sandbox/cli.ts');
