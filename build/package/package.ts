import { readArguments } from '../lib/arguments.ts';
import { runCommand } from '../lib/user-error.ts';
import { findRuntime } from '../runtime/find-runtime.ts';
import { packageProgram } from './package-program.ts';

const usage = 'npm run package [-- --installers]';

/** `npm run package [-- --installers]`: the unpacked program, or the named targets of this system. */
await runCommand(async () => {
  const options = { installers: { type: 'boolean', default: false } } as const;
  const { installers } = readArguments(usage, { options }).values;
  const runtime = await findRuntime();
  console.log(runtime.reason);
  console.log('Packing, which takes a while …');
  const executable = await packageProgram(runtime, { installers });
  console.log(`The program is in ${executable}`);
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('As root it starts with --no-sandbox only; better use an ordinary account.');
  }
  return 0;
});
