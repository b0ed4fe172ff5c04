import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from '../../build/lib/arguments.ts';
import { runCommand, UserError } from '../../build/lib/user-error.ts';
import { readCorpus } from './read-corpus.ts';

const usage = 'npm run corpus -- DIR... [--values]';

/** `npm run corpus -- DIR…`: reads every document of the folders and says what could not be read. */
await runCommand(async () => {
  const { positionals, values } = readArguments(usage, {
    allowPositionals: true,
    options: { values: { type: 'boolean' } },
  });
  if (positionals.length === 0) throw new UserError(`Usage: ${usage}`);
  const from = process.env.INIT_CWD ?? process.cwd();
  const folders = positionals.map((folder) => path.resolve(from, folder));
  for (const folder of folders) {
    if (!existsSync(folder)) throw new UserError(`There is no folder ${folder}.`);
  }
  const report = await readCorpus(folders);
  if (report.files === 0) {
    throw new UserError(`There is no .json and no .xml file in ${folders.join(', ')}.`);
  }
  const nameOf = (file: string) => path.relative(from, file);
  for (const { file, problem } of report.failures) console.log(`${nameOf(file)}: ${problem}`);
  console.log(`read ${report.read} of ${report.files}`);
  console.log(`equal ${report.equal} of ${report.pairs}`);
  const others = report.otherValues.length;
  if (others > 0) {
    console.log(
      `${others} of these pairs have the same members and types, but other values: the ` +
        `documentation makes up enumeration members, numbers, times and ids anew (--values: which)`,
    );
  }
  if (values.values) for (const line of report.otherValues) console.log(`  ${nameOf(line)}`);
  return report.failures.length === 0 ? 0 : 1;
});
