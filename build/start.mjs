import { runScript } from './setup.mjs';

process.exitCode = await runScript('build/start/start.ts');
