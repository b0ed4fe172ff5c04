import { join, relative } from 'node:path';
import { projectRoot } from '../lib/paths.ts';
import { run } from '../lib/run.ts';
import type { Check, Outcome } from './check.ts';
import { single } from './check.ts';
import { tooLongFiles, unknownSpecs } from './source-rules.ts';
import { runTool } from './tools.ts';

const environments = ['app', 'main', 'renderer', 'build', 'test'] as const;

/** Everything that can be said about the sources without running them, and the build. */
export const staticChecks: readonly Check[] = [
  check('format and lint', () => tool('biome', ['check', '--error-on-warnings', '.'])),
  ...environments.map((name) =>
    check(`types of ${name}`, () => tool('tsc', ['--project', `tsconfig.${name}.json`])),
  ),
  check('import rules', () =>
    tool('depcruise', ['app', 'main', 'renderer', 'build', 'test', '--output-type', 'err-long']),
  ),
  check('file sizes', async () => listed('Longer than 500 lines', await tooLongFiles())),
  check('every spec belongs to a runner', async () =>
    listed('No runner finds these specs', await unknownSpecs()),
  ),
  check('build', async () => {
    const script = join(projectRoot, 'build', 'bundle', 'build.ts');
    const { code, output } = await run(process.execPath, [script]);
    return single(code === 0, output);
  }),
];

function check(name: string, run: () => Promise<Outcome>): Check {
  return { name, group: 'static', run };
}

async function tool(...call: Parameters<typeof runTool>): Promise<Outcome> {
  const { code, output } = await runTool(...call);
  return single(code === 0, output);
}

function listed(what: string, files: readonly string[]): Outcome {
  const names = files.map((file) => `  ${relative(projectRoot, file)}`);
  return single(files.length === 0, `${what}:\n${names.join('\n')}\n`);
}
