import { runCommand } from '../lib/user-error.ts';
import { findRuntime } from '../runtime/find-runtime.ts';
import { packageProgram } from './package-program.ts';

/** `npm run package [-- --installers]`: the unpacked program, or the named targets of this system. */
await runCommand(async () => {
  const runtime = await findRuntime();
  console.log(runtime.reason);
  const installers = process.argv.includes('--installers');
  const executable = await packageProgram(runtime, { installers });
  console.log(`The program is in ${executable}`);
  return 0;
});
