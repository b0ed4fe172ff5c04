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

/** How long a program may take to end by itself after it was asked to. */
const endTimeoutMs = 10_000;

/**
 * Runs a program whose output goes to the terminal of this process, and gives its exit code.
 * Ctrl-C asks it, and only its first process, to end; a second one, or 10 s, ends it for good.
 */
export function runInTerminal(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env,
      // In a group of its own, a program with many processes loses none of them to Ctrl-C.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    let timer: NodeJS.Timeout | undefined;
    const end = (): void => {
      child.kill(timer === undefined ? 'SIGTERM' : 'SIGKILL');
      timer ??= setTimeout(() => child.kill('SIGKILL'), endTimeoutMs);
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve(code ?? 130);
    });
  });
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
