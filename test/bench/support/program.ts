import { type ChildProcess, spawn } from 'node:child_process';
import { UserError } from '../../../build/lib/user-error.ts';

const stopTimeoutMs = 5_000;

/** A started Electron program, without a debugger: what is measured runs as it runs for a user. */
export class Program {
  readonly #name: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #output = '';
  #isEnded = false;

  constructor(name: string, executable: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#name = name;
    this.#child = spawn(executable, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer): void => {
      this.#output += chunk.toString('utf8');
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (error) => {
        this.#output += error.message;
        resolve();
      });
      this.#child.once('close', () => resolve());
    });
    void this.#ended.then(() => {
      this.#isEnded = true;
    });
  }

  /** Number of its main process. */
  get pid(): number {
    const { pid } = this.#child;
    if (pid === undefined) throw new UserError(`${this.#name} was not started.`);
    return pid;
  }

  /** @throws UserError with what it printed, if it has ended by itself */
  check(): void {
    if (this.#isEnded) throw new UserError(`${this.#name} has ended:\n${this.#output}`);
  }

  /** Asks it to end, and makes it end when it does not. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), stopTimeoutMs);
    this.#child.kill('SIGTERM');
    await this.#ended;
    clearTimeout(timer);
  }
}
