import type { ChildProcess, StdioOptions } from 'node:child_process';
import { spawn } from 'node:child_process';

const stopTimeoutMs = 3_000;
const readyTimeoutMs = 20_000;

/** Whose programs they are; numbers as the system has them. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface ChildOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
  readonly stdio?: StdioOptions;
}

/** The programs a session has started, so that it can end exactly these. */
export class Children {
  readonly #running: ChildProcess[] = [];
  readonly #account: Partial<Account>;
  readonly #said = new Map<ChildProcess, string>();

  /** @param account who runs the programs; the user of this process when left out */
  constructor(account?: Account) {
    this.#account = account ?? {};
    // Programs in groups of their own outlive a process that ends in a hurry; these must not.
    process.once('exit', () => {
      for (const child of this.#running) child.kill('SIGKILL');
    });
  }

  /** Starts a program that stays; what it prints is kept for the message of a failure. */
  start(command: string, args: readonly string[], options: ChildOptions): ChildProcess {
    const child = spawn(command, args, {
      ...this.#account,
      env: options.env,
      // Ctrl-C in a terminal is for the program under test; the desktop goes after it.
      detached: true,
      stdio: options.stdio ?? ['pipe', 'pipe', 'pipe'],
    });
    this.#running.push(child);
    this.#said.set(child, '');
    const keep = (chunk: Buffer): void => {
      this.#said.set(child, `${this.#said.get(child) ?? ''}${chunk.toString('utf8')}`);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
    return child;
  }

  /**
   * Waits for a sign that a started program is ready.
   * @throws Error when the program ends before, or after 20 s; with what the program printed
   */
  async ready<T>(child: ChildProcess, what: string, sign: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    let fail: (() => void) | undefined;
    const failure = new Promise<never>((_resolve, reject) => {
      const because = (why: string): void =>
        reject(new Error(`${what} did not become ready: ${why}\n${this.#said.get(child) ?? ''}`));
      timer = setTimeout(() => because(`nothing within ${readyTimeoutMs} ms`), readyTimeoutMs);
      fail = () => because('it ended');
      child.once('exit', fail);
      child.once('error', (error) => because(error.message));
    });
    try {
      return await Promise.race([sign, failure]);
    } finally {
      clearTimeout(timer);
      if (fail !== undefined) child.off('exit', fail);
    }
  }

  /** Ends one started program and waits until it is gone. */
  async stop(child: ChildProcess): Promise<void> {
    const index = this.#running.indexOf(child);
    if (index < 0) return;
    this.#running.splice(index, 1);
    await end(child);
  }

  /** Ends everything, the last started first. */
  async stopAll(): Promise<void> {
    for (let child = this.#running.pop(); child !== undefined; child = this.#running.pop()) {
      await end(child);
    }
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** The first line a stream brings. */
export function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return lineWith(stream, /^.*/);
}

/** The first whole line of a stream that matches. */
export function lineWith(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let rest = '';
    const read = (chunk: Buffer): void => {
      const lines = `${rest}${chunk.toString('utf8')}`.split('\n');
      rest = lines.pop() ?? '';
      const line = lines.find((candidate) => pattern.test(candidate));
      if (line === undefined) return;
      stream.off('data', read);
      resolve(line);
    };
    stream.on('data', read);
  });
}
