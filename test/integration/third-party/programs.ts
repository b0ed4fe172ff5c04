import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';

const cli = join(projectRoot, 'main', 'sandbox', 'cli.ts');

type Program = ChildProcessByStdio<null, Readable, Readable>;

/** What a client reports of one step. */
export type Step = Readonly<Record<string, unknown>>;

/** How to reach the server, and what to trust. */
export interface ServerAddress {
  readonly discoveryUrl: string;
  /** The file with the authority; undefined over plain HTTP. */
  readonly caFile: string | undefined;
}

/** A client that runs: `ready` once it has reported the step it was started for. */
export interface Client {
  readonly ready: Promise<void>;
  /** Every step by its name, once the client has ended. */
  readonly steps: Promise<ReadonlyMap<unknown, Step>>;
}

/** A Python to run clients with. */
export async function findPython(): Promise<string | undefined> {
  for (const command of ['python3', 'python']) {
    if ((await run(command, ['--version'])).code === 0) return command;
  }
  return undefined;
}

/** The stand-alone server and clients of other people, each in a process of its own. */
export class Programs {
  readonly #folder: string;
  readonly #running: Program[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async prepare(): Promise<Programs> {
    return new Programs(await mkdtemp(join(tmpdir(), 'parley-third-party-')));
  }

  /** Starts the server as anybody would, over HTTPS with an authority of its own, or plain HTTP. */
  async server(scheme: 'HTTPS' | 'HTTP', ...args: readonly string[]): Promise<ServerAddress> {
    const caFile = scheme === 'HTTPS' ? join(this.#folder, 'ca.pem') : undefined;
    const how = caFile === undefined ? ['--http'] : ['--ca-out', caFile];
    const program = this.#start(process.execPath, [cli, '--port', '0', ...how, ...args]);
    for await (const line of createInterface({ input: program.stdout })) {
      const discoveryUrl = /^Discovery URL: (\S+)$/.exec(line)?.[1];
      if (discoveryUrl !== undefined) return { discoveryUrl, caFile };
    }
    throw new Error(await text(program.stderr));
  }

  /** Starts a client; `steps` rejects with what it complains of if it does not get to its last step. */
  client(
    command: readonly [program: string, ...args: string[]],
    expected: { readonly ready: string; readonly last: string },
    env: NodeJS.ProcessEnv = {},
  ): Client {
    const [executable, ...args] = command;
    const program = this.#start(executable, args, env);
    let isReady: () => void = () => undefined;
    const ready = new Promise<void>((resolve) => {
      isReady = resolve;
    });
    const steps = readSteps(program, expected.last, ({ step }) => {
      if (step === expected.ready) isReady();
    });
    return { ready: Promise.race([ready, steps.then(() => undefined)]), steps };
  }

  async end(): Promise<void> {
    for (const program of this.#running) program.kill('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }

  #start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
    const program = spawn(command, args, {
      env: { ...process.env, INIT_CWD: this.#folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.push(program);
    return program;
  }
}

async function readSteps(
  client: Program,
  last: string,
  onStep: (step: Step) => void,
): Promise<ReadonlyMap<unknown, Step>> {
  const errors = text(client.stderr);
  const steps = new Map<unknown, Step>();
  for await (const line of createInterface({ input: client.stdout })) {
    // A client may say other things than what it reports.
    if (!line.startsWith('{')) continue;
    const step = JSON.parse(line) as Step;
    steps.set(step.step, step);
    onStep(step);
  }
  if (!steps.has(last))
    throw new Error(`got as far as ${[...steps.keys()].join()}: ${await errors}`);
  return steps;
}
