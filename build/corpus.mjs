import { runScript } from './setup.mjs';

process.exitCode = await runScript('test/corpus/corpus.ts');
