import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from '../../build/lib/paths.ts';
import { run } from '../../build/lib/run.ts';
import type { ElectronRuntime } from '../../build/runtime/runtime.ts';
import type { Account } from './children.ts';

const userName = 'parley-tester';

/** What Parley consists of when it runs from the sources. */
const programParts = ['package.json', 'dist', 'node_modules/keytar'];

/** Parley and its runtime, where an ordinary user can read and run them. */
export interface StagedParley {
  readonly account: Account;
  /** Starts the runtime as that user; takes the same arguments. */
  readonly executablePath: string;
  /** The folder to start it with. */
  readonly projectDir: string;
  remove(): Promise<void>;
}

/**
 * Gets Parley ready to be run by an ordinary user, who may use Chromium's sandbox, while this
 * process belongs to root: the user is made if there is none yet, and everything that lies in
 * root's own folders is copied to a place for all.
 */
export async function stageForOrdinaryUser(runtime: ElectronRuntime): Promise<StagedParley> {
  const account = await ordinaryAccount();
  const folder = await mkdtemp(join(tmpdir(), 'parley-staged-'));
  await chmod(folder, 0o755);
  await copy(runtime.distPath, join(folder, 'runtime'));
  const projectDir = join(folder, 'project');
  for (const part of programParts) await copy(join(projectRoot, part), join(projectDir, part));
  const executablePath = join(folder, 'parley-as-user');
  await writeFile(executablePath, starter(account, join(folder, 'runtime'), runtime));
  await chmod(executablePath, 0o755);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { account, executablePath, projectDir, remove };
}

function starter({ uid, gid }: Account, distPath: string, runtime: ElectronRuntime): string {
  const electron = join(distPath, basename(runtime.executablePath));
  return `#!/bin/sh\nexec setpriv --reuid=${uid} --regid=${gid} --clear-groups '${electron}' "$@"\n`;
}

async function ordinaryAccount(): Promise<Account> {
  const known = await run('id', ['-u', userName]);
  if (known.code !== 0) await must('useradd', ['--system', '--no-create-home', userName]);
  const uid = Number((await must('id', ['-u', userName])).trim());
  const gid = Number((await must('id', ['-g', userName])).trim());
  return { uid, gid };
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await must('cp', ['-a', from, to]);
}

async function must(command: string, args: readonly string[]): Promise<string> {
  const { code, stdout, output } = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${output}`);
  return stdout;
}
