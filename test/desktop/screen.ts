import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { run } from '../../build/lib/run.ts';
import type { Children } from './children.ts';
import { lineWith } from './children.ts';
import { waitTimeoutMs } from './wait.ts';

/** What is seen on the screen, and programs that are not Parley. */
export class Screen {
  readonly #env: NodeJS.ProcessEnv;
  readonly #children: Children;

  constructor(env: NodeJS.ProcessEnv, children: Children) {
    this.#env = env;
    this.#children = children;
  }

  /** Saves a picture of the whole desktop as PNG; creates the folder. */
  async save(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const { code, output } = await run('import', ['-window', 'root', path], { env: this.#env });
    if (code !== 0) throw new Error(`No picture of the desktop: ${output}`);
  }

  /** Waits until a window whose title holds the text is shown. */
  async waitForWindow(title: string, timeoutMs: number = waitTimeoutMs): Promise<void> {
    const args = ['search', '--sync', '--onlyvisible', '--name', title];
    const { code } = await run('xdotool', args, { env: this.#env, timeoutMs });
    if (code !== 0) throw new Error(`Not within ${timeoutMs} ms: a window named ${title}`);
  }

  /** Opens another program and waits until it has the keyboard focus. */
  async openOtherProgram(): Promise<OtherProgram> {
    const title = 'Another program';
    const child = this.#children.start('xev', ['-name', title], { env: this.#env });
    if (child.stdout === null) throw new Error('xev was started without output.');
    const keys: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      for (const [, key] of chunk.toString('utf8').matchAll(/keysym 0x[0-9a-f]+, (\w+)/g)) {
        if (key !== undefined) keys.push(key);
      }
    });
    await this.#children.ready(child, title, lineWith(child.stdout, /^FocusIn/));
    return { title, keys, close: () => this.#children.stop(child) };
  }
}

/** A window that has nothing to do with Parley. */
export interface OtherProgram {
  readonly title: string;
  /** Names of the keys that arrived at it, so far. */
  readonly keys: readonly string[];
  close(): Promise<void>;
}
