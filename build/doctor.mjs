import { runScript } from './setup.mjs';

process.exitCode = await runScript('main/doctor/cli/index.ts');
