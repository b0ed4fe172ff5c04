import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { runCommand } from '../../build/lib/user-error.ts';
import { type BenchName, benchArguments } from './arguments.ts';
import { runCodec } from './codec/run-codec.ts';
import { runEvents } from './events/run-events.ts';
import type { BenchOutcome } from './outcome.ts';
import { runShell } from './shell/run-shell.ts';
import { runSignIn } from './sign-in/run-sign-in.ts';
import { runToast } from './toast/run-toast.ts';

const benches: Readonly<Record<BenchName, (runs: number) => Promise<BenchOutcome>>> = {
  toast: runToast,
  codec: runCodec,
  events: runEvents,
  signin: runSignIn,
  shell: runShell,
};

/** `npm run bench -- NAME [--runs N] [--json FILE]`. */
await runCommand(async () => {
  const { bench, runs, json } = benchArguments(process.argv.slice(2));
  const { text, content } = await benches[bench](runs);
  console.log(text);
  if (json !== undefined) {
    const file = resolve(process.env.INIT_CWD ?? process.cwd(), json);
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  }
  return 0;
});
