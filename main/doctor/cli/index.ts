import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from '../../../app/i18n/translator.ts';
import { PasswordRefused } from './ask-password.ts';
import { type CliArguments, cliArguments, usage } from './cli-arguments.ts';
import { runDoctor } from './run-doctor.ts';

/** The sign-in doctor on the command line: `npm run doctor`. */
const translator = createTranslator('en');
process.exitCode = await main().catch((error: unknown) => {
  // As a shell says it of a program that Ctrl-C ended.
  if (error instanceof PasswordRefused) return 130;
  throw error;
});

async function main(): Promise<number> {
  let args: CliArguments | null;
  let authority: string | null;
  try {
    // npm changes the folder; it says where the command was given.
    args = cliArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
    authority = args?.authorityFile == null ? null : readText(args.authorityFile);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  if (args === null) {
    console.log(usage);
    return 0;
  }
  const { hasFailed, text, json } = await runDoctor(args, authority, version(), translator);
  const isWritten = write(args.reportFile, text) && write(args.jsonFile, json);
  return hasFailed || !isWritten ? 1 : 0;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read (${error instanceof Error ? error.message : error}).`);
  }
}

/** @returns whether the file is as it was asked for */
function write(file: string | null, content: string): boolean {
  if (file === null) return true;
  try {
    writeFileSync(file, content);
    console.log(translator.translate('doctor.cli.reportWritten', { file }));
    return true;
  } catch (error) {
    console.error(`${file} cannot be written (${error instanceof Error ? error.message : error}).`);
    return false;
  }
}

function version(): string {
  const file = join(import.meta.dirname, '..', '..', '..', 'package.json');
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof read === 'object' && read !== null && 'version' in read
    ? String(read.version)
    : '?';
}
