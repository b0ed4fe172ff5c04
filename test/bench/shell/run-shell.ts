import { UserError } from '../../../build/lib/user-error.ts';
import { preparedRuntime } from '../../support/prepared-runtime.ts';
import type { BenchOutcome } from '../outcome.ts';
import { shellReport } from './report.ts';
import { runShellBench } from './shell-bench.ts';

/** `npm run bench -- shell`. */
export async function runShell(runs: number): Promise<BenchOutcome> {
  if (process.platform !== 'linux') {
    throw new UserError(
      'The bench presses keys in a desktop session and reads /proc: it needs Linux.',
    );
  }
  const runtime = await preparedRuntime();
  console.log(`${runs} rounds on ${runtime.title}`);
  const samples = await runShellBench(runtime, runs, (what) => console.log(`  done: ${what}`));
  const text = `${runtime.title}\n${shellReport(samples)}`;
  return { text, content: { electron: runtime.versions, ...samples } };
}
