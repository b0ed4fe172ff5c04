import { spawn } from 'node:child_process';
import { projectRoot } from './paths.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The process is killed after this time; then `code` is null. */
  readonly timeoutMs?: number;
}

export interface RunResult {
  /** Exit code; null when a signal ended it, undefined when the program is not there. */
  readonly code: number | null | undefined;
  readonly stdout: string;
  /** Standard output and standard error in the order they came. */
  readonly output: string;
}

/** Runs a program to its end, without a shell and without input, and collects what it prints. */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const stdout: Buffer[] = [];
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk);
      output.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    const finish = (code: number | null | undefined): void =>
      resolve({ code, stdout: text(stdout), output: text(output) });
    child.once('error', () => finish(undefined));
    child.once('close', (code) => finish(code));
  });
}

/** Runs a program in the terminal of this process, ends it with this process, gives its exit code. */
export function runInTerminal(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: 'inherit' });
    const end = (): void => {
      child.kill('SIGTERM');
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve(code ?? 130);
    });
  });
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
