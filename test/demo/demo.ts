import { runCommand } from '../../build/lib/user-error.ts';
import { preparedRuntime } from '../support/prepared-runtime.ts';
import { demoArguments } from './arguments.ts';
import { writeTimeline } from './timeline-files.ts';
import { runTour } from './tour.ts';

/** `npm run demo -- --out DIR`: a scripted tour, with pictures and a timeline. */
await runCommand(async () => {
  const { outDir } = demoArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const runtime = await preparedRuntime();
  console.log(runtime.title);
  const timeline = await runTour(runtime, outDir);
  const text = await writeTimeline(outDir, runtime.title, timeline);
  console.log(`\n${text}`);
  console.log(`Pictures and timeline: ${outDir}`);
  return 0;
});
