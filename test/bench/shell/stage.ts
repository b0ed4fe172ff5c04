import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../build/lib/paths.ts';
import type { ElectronRuntime } from '../../../build/runtime/runtime.ts';
import { type Sandbox, startSandbox } from '../../../main/sandbox/index.ts';
import { DesktopSession } from '../../desktop/session.ts';
import { TraceFollower } from '../../support/trace-follower.ts';
import { Caller } from '../support/caller.ts';
import { demoUser } from '../support/demo-user.ts';
import { signInOnce, startParley } from '../support/parley-program.ts';
import { Program } from '../support/program.ts';

const emptyAppDir = join(import.meta.dirname, 'empty-app');

/** One of the two that are compared: how it is started, and where its moments are read. */
export interface Contestant {
  readonly trace: TraceFollower;
  /** The key that shows its window, as xdotool names it. */
  readonly chord: string;
  /** The command line of a verb, for a program that starts and ends. */
  readonly verb: readonly string[];
  start(): Program;
}

/** A desktop session, a server, a caller, Parley signed in by the keychain, and the empty window. */
export interface Stage {
  readonly executable: string;
  readonly desktop: DesktopSession;
  readonly sandbox: Sandbox;
  readonly caller: Caller;
  readonly parley: Contestant;
  readonly empty: Contestant;
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

export const callee = 'sam';

export async function openStage(runtime: ElectronRuntime): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  const cleanUps: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  ];
  const close = async (): Promise<void> => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  };
  try {
    const desktop = await DesktopSession.start();
    cleanUps.push(() => desktop.stop());
    const sandbox = await startSandbox();
    cleanUps.push(() => sandbox.stop());
    const follow = async (name: string) => {
      const path = join(folder, name);
      const trace = await TraceFollower.follow(path);
      cleanUps.push(() => trace.close());
      return { path, trace };
    };
    const [ours, theirs] = [await follow('parley.jsonl'), await follow('empty.jsonl')];
    const env = { ...desktop.env, EMPTY_TRACE: theirs.path };
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const place = { runtime, env, profileDir: join(folder, 'parley') };
    const offer = await signInOnce(place, sandbox, demoUser(sandbox, callee));
    const caller = await Caller.signIn(sandbox, demoUser(sandbox, 'alex').userName, offer);
    const emptyArgs = [...asRoot, emptyAppDir, `--user-data-dir=${join(folder, 'empty')}`];
    return {
      executable: runtime.executablePath,
      ...{ desktop, sandbox, caller, env, close },
      parley: {
        trace: ours.trace,
        chord: 'ctrl+shift+d',
        verb: [...asRoot, projectRoot, `--user-data-dir=${place.profileDir}`, '--status'],
        start: () => startParley(place, asRoot, ours.path),
      },
      empty: {
        trace: theirs.trace,
        chord: 'ctrl+shift+e',
        verb: [...emptyArgs, '--verb'],
        start: () => new Program('The empty window', runtime.executablePath, emptyArgs, env),
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
