import { buildParts } from '../bundle/build-parts.ts';
import { ensureDebianPackages, runtimePackages, sessionPackages } from '../debian-packages.ts';
import { projectRoot } from '../lib/paths.ts';
import { runInTerminal } from '../lib/run.ts';
import { runCommand } from '../lib/user-error.ts';
import { findRuntime } from '../runtime/find-runtime.ts';
import { checkLibraries } from '../runtime/libraries.ts';
import { openDisplay, requireDisplay } from './display.ts';
import { ownArguments } from './own-arguments.ts';

/** Chromium keeps to itself what it misses in a desktop; Parley's own warnings are printed. */
const quiet = '--log-level=3';

/** `npm start [-- --headless] [--refresh-runtime] [arguments of Parley]`. */
await runCommand(async () => {
  const { headless, refreshRuntime, rest } = ownArguments(process.argv.slice(2));
  requireDisplay(headless);
  await ensureDebianPackages([...runtimePackages, ...(headless ? sessionPackages : [])]);
  const runtime = await findRuntime({ refresh: refreshRuntime });
  console.log(runtime.reason);
  await checkLibraries(runtime.executablePath);
  await buildParts();
  const display = await openDisplay(headless);
  try {
    const args = [projectRoot, quiet, ...sandboxArguments(), ...rest];
    return await runInTerminal(runtime.executablePath, args, display.env);
  } finally {
    await display.stop();
  }
});

/** Chromium refuses to run its sandbox as root. */
function sandboxArguments(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  console.log('Running as root: started with --no-sandbox. Use an ordinary account for daily use.');
  return ['--no-sandbox'];
}
