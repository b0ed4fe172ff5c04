import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runCommand, UserError } from '../../build/lib/user-error.ts';
import { preparedRuntime } from '../support/prepared-runtime.ts';
import { benchArguments } from './arguments.ts';
import { reportOf, reportText } from './toast/report.ts';
import { runToastBench } from './toast/toast-bench.ts';

/** `npm run bench -- toast [--runs N] [--json FILE]`. */
await runCommand(async () => {
  const { runs, json } = benchArguments(process.argv.slice(2));
  if (process.platform !== 'linux') {
    throw new UserError('The bench reads the message bus of a desktop session: it needs Linux.');
  }
  const runtime = await preparedRuntime();
  console.log(`${runs} rounds on ${runtime.title}`);
  const samples = await runToastBench(runtime, runs, (round) => {
    if (round % 10 === 0 || round === runs) console.log(`  ${round} of ${runs}`);
  });
  console.log(reportText(samples));
  if (json !== undefined) {
    const content = { electron: runtime.versions, summary: reportOf(samples), samples };
    const file = resolve(process.env.INIT_CWD ?? process.cwd(), json);
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  }
  return 0;
});
