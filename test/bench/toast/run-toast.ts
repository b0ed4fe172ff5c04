import { UserError } from '../../../build/lib/user-error.ts';
import { preparedRuntime } from '../../support/prepared-runtime.ts';
import type { BenchOutcome } from '../outcome.ts';
import { reportOf, reportText } from './report.ts';
import { runToastBench } from './toast-bench.ts';

/** `npm run bench -- toast`. */
export async function runToast(runs: number): Promise<BenchOutcome> {
  if (process.platform !== 'linux') {
    throw new UserError('The bench reads the message bus of a desktop session: it needs Linux.');
  }
  const runtime = await preparedRuntime();
  console.log(`${runs} rounds on ${runtime.title}`);
  const samples = await runToastBench(runtime, runs, (round) => {
    if (round % 10 === 0 || round === runs) console.log(`  ${round} of ${runs}`);
  });
  const content = { electron: runtime.versions, summary: reportOf(samples), samples };
  return { text: reportText(samples), content };
}
