import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { run } from '../../../build/lib/run.ts';
import type { ElectronRuntime } from '../../../build/runtime/runtime.ts';
import { demoUser, isListening } from '../support/demo-user.ts';
import type { Program } from '../support/program.ts';
import { type Usage, usageOf } from './process-tree.ts';
import { type Contestant, callee, openStage, type Stage } from './stage.ts';

/** A pair of values that belong together: Parley, and the empty window in the same run. */
export interface Pair<T> {
  readonly parley: T;
  readonly empty: T;
}

export interface ShellSamples {
  /** Milliseconds from starting the program until calls can come, or the window is painted. */
  readonly startMs: readonly Pair<number>[];
  /** Milliseconds from the shortcut as the program has it until its palette or window is painted. */
  readonly paletteMs: readonly Pair<number>[];
  /** Milliseconds from pressing the keys, and starting the program that presses them, until then. */
  readonly keyMs: readonly Pair<number>[];
  /** Milliseconds from starting a verb until it reached the running program. */
  readonly verbMs: readonly Pair<number>[];
  /** Thousandths of one processor while nothing happens. */
  readonly idlePermille: Pair<number>;
  /** Megabytes after the idle time. */
  readonly startMb: Pair<number>;
  /** Megabytes after each part of the calls, and a rest; the empty window's at the end. */
  readonly callsMb: readonly { readonly calls: number; readonly memoryMb: number }[];
}

const idleMs = 120_000;
const restMs = 300;
const callsRestMs = 20_000;
const calls = 1_000;
const callsPart = 500;
/** What the notification of a call that rings is, for the desktop. */
const ringing = 'call.incoming';
const startTimeoutMs = 60_000;
/** Starting costs more than everything else: it is not done as often. */
const mostStarts = 10;

/** Measures Parley as a program of the desktop, each time beside an empty window of Electron. */
export async function runShellBench(
  runtime: ElectronRuntime,
  runs: number,
  onStep: (what: string) => void,
): Promise<ShellSamples> {
  const stage = await openStage(runtime);
  const programs: Program[] = [];
  try {
    const startMs: Pair<number>[] = [];
    for (let round = 0; round <= Math.min(runs, mostStarts); round += 1) {
      for (const program of programs.splice(0)) await program.stop();
      const pair = await startBoth(stage, programs);
      // The first start fills the caches of disk and code.
      if (round > 0) startMs.push(pair);
    }
    onStep('starts');
    const [paletteMs, keyMs] = await pressKeys(stage, runs);
    onStep('shortcuts');
    const verbMs = await sendVerbs(stage, runs);
    onStep('verbs');
    const [parley, empty] = programs;
    if (parley === undefined || empty === undefined) throw new Error('Nothing runs.');
    const before = { parley: await usageOf(parley.pid), empty: await usageOf(empty.pid) };
    await pause(idleMs);
    const after = { parley: await usageOf(parley.pid), empty: await usageOf(empty.pid) };
    const busy = (name: keyof Pair<Usage>): number =>
      ((after[name].cpuMs - before[name].cpuMs) / idleMs) * 1000;
    onStep('two minutes of nothing');
    const callsMb = await callOften(stage, parley, onStep);
    for (const program of programs) program.check();
    return {
      ...{ startMs, paletteMs, keyMs, verbMs, callsMb },
      idlePermille: { parley: busy('parley'), empty: busy('empty') },
      startMb: { parley: after.parley.memoryMb, empty: after.empty.memoryMb },
    };
  } finally {
    for (const program of programs) await program.stop();
    await stage.close();
  }
}

async function startBoth(stage: Stage, programs: Program[]): Promise<Pair<number>> {
  const { sandbox, parley, empty } = stage;
  const user = demoUser(sandbox, callee);
  const parleyFrom = Date.now();
  programs.push(parley.start());
  await expect
    .poll(() => isListening(sandbox, user), { timeout: startTimeoutMs, intervals: [5] })
    .toBe(true);
  const parleyMs = Date.now() - parleyFrom;
  await pause(restMs);
  empty.trace.forget();
  const emptyFrom = now();
  programs.push(empty.start());
  const started = await empty.trace.waitFor('empty-started', undefined, startTimeoutMs);
  return { parley: parleyMs, empty: started.atMs - emptyFrom };
}

/** The shortcut of each in turn; a second press puts Parley's palette away. */
async function pressKeys(stage: Stage, runs: number): Promise<[Pair<number>[], Pair<number>[]]> {
  const inside: Pair<number>[] = [];
  const fromKey: Pair<number>[] = [];
  for (let round = 0; round <= runs; round += 1) {
    const parley = await pressOnce(stage, stage.parley);
    await stage.desktop.keys.press('Escape');
    const empty = await pressOnce(stage, stage.empty);
    if (round === 0) continue;
    inside.push({ parley: parley.insideMs, empty: empty.insideMs });
    fromKey.push({ parley: parley.fromKeyMs, empty: empty.fromKeyMs });
  }
  return [inside, fromKey];
}

async function pressOnce(
  { desktop }: Stage,
  { trace, chord }: Contestant,
): Promise<{ readonly insideMs: number; readonly fromKeyMs: number }> {
  await pause(restMs);
  trace.forget();
  const fromMs = now();
  await desktop.keys.press(chord);
  const painted = await trace.waitFor('quick-dial-painted');
  const asked = await trace.waitFor('quick-dial-asked');
  return { insideMs: painted.atMs - asked.atMs, fromKeyMs: painted.atMs - fromMs };
}

async function sendVerbs(stage: Stage, runs: number): Promise<Pair<number>[]> {
  const samples: Pair<number>[] = [];
  for (let round = 0; round <= runs; round += 1) {
    const parley = await sendVerb(stage, stage.parley);
    const empty = await sendVerb(stage, stage.empty);
    if (round > 0) samples.push({ parley, empty });
  }
  return samples;
}

async function sendVerb({ executable, env }: Stage, { trace, verb }: Contestant): Promise<number> {
  await pause(restMs);
  trace.forget();
  const fromMs = now();
  const { code, output } = await run(executable, verb, { env });
  if (code !== 0) throw new Error(`The verb failed: ${output}`);
  return (await trace.waitFor('verb-arrived')).atMs - fromMs;
}

/** Calls that ring and are given up, one after the other. */
async function callOften(
  { sandbox, caller, desktop }: Stage,
  parley: Program,
  onStep: (what: string) => void,
): Promise<{ readonly calls: number; readonly memoryMb: number }[]> {
  const user = demoUser(sandbox, callee);
  const samples: { readonly calls: number; readonly memoryMb: number }[] = [];
  for (let done = 1; done <= calls; done += 1) {
    desktop.notifications.forget();
    await caller.call(user.uri);
    const { id } = await desktop.notifications.waitFor(({ hints }) => hints.category === ringing);
    await caller.cancel();
    await desktop.notifications.waitForClosed(id);
    if (done % callsPart > 0) continue;
    await pause(callsRestMs);
    parley.check();
    samples.push({ calls: done, memoryMb: (await usageOf(parley.pid)).memoryMb });
    onStep(`${done} calls`);
  }
  return samples;
}

const now = (): number => performance.timeOrigin + performance.now();
