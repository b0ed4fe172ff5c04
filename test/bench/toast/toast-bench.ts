import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronRuntime } from '../../../build/runtime/runtime.ts';
import { startSandbox } from '../../../main/sandbox/index.ts';
import { DesktopSession } from '../../desktop/session.ts';
import { TraceFollower } from '../../support/trace-follower.ts';
import { Caller } from '../support/caller.ts';
import { demoUser } from '../support/demo-user.ts';
import { signInOnce, startParley } from '../support/parley-program.ts';
import { startFloor } from './floor.ts';
import { Round } from './round.ts';
import type { ToastSample } from './sample.ts';

/** Caches fill, code gets compiled: not what is measured. */
const warmUpRuns = 3;

/** Who takes which part, by the first part of the address. */
const people = { caller: 'alex', parley: 'sam', floor: 'kim' } as const;

/**
 * Measures the way from an event written by the server to the notification and the ring screen,
 * in a desktop session of its own, over real HTTP; the floor and Parley take turns.
 * @param onSample told after each round, from 1 on
 */
export async function runToastBench(
  runtime: ElectronRuntime,
  runs: number,
  onSample: (round: number, sample: ToastSample) => void,
): Promise<ToastSample[]> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  const cleanUps: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  ];
  try {
    const round = await prepare(runtime, folder, cleanUps);
    for (let warmUp = 0; warmUp < warmUpRuns; warmUp += 1) await round.run();
    const samples: ToastSample[] = [];
    while (samples.length < runs) {
      const sample = await round.run();
      samples.push(sample);
      onSample(samples.length, sample);
    }
    return samples;
  } finally {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
  }
}

async function prepare(
  runtime: ElectronRuntime,
  folder: string,
  cleanUps: (() => Promise<void>)[],
): Promise<Round> {
  const desktop = await DesktopSession.start();
  cleanUps.push(() => desktop.stop());
  const sandbox = await startSandbox();
  cleanUps.push(() => sandbox.stop());
  const callees = {
    parley: demoUser(sandbox, people.parley),
    floor: demoUser(sandbox, people.floor),
  };
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

  const place = { runtime, env: desktop.env, profileDir: join(folder, 'parley') };
  const offer = await signInOnce(place, sandbox, callees.parley);
  const traceFile = join(folder, 'trace.jsonl');
  const trace = await TraceFollower.follow(traceFile);
  cleanUps.push(() => trace.close());
  const parley = startParley(place, args, traceFile);
  cleanUps.push(() => parley.stop());
  const floor = await startFloor({
    executable: runtime.executablePath,
    args,
    env: desktop.env,
    profileDir: join(folder, 'floor'),
    sandbox,
    user: callees.floor,
  });
  cleanUps.push(() => floor.stop());
  const caller = await Caller.signIn(sandbox, demoUser(sandbox, people.caller).userName, offer);
  return new Round({ desktop, sandbox, caller, trace, callees, programs: [parley, floor] });
}
