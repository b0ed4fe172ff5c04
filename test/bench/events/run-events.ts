import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { table } from '../../support/table.ts';
import type { BenchOutcome } from '../outcome.ts';
import { summarize } from '../statistics.ts';
import { headlessParley } from '../support/headless-parley.ts';
import { BenchServer, origin } from './bench-server.ts';
import { eventBodies } from './bodies.ts';

const totalEvents = 1_000_000;
/** Code gets compiled and caches fill: not what is measured. */
const warmUpEvents = 50_000;
/** Of growth from the first to the last round: more is not flat. */
const flatMegabytes = 8;

export interface EventsSample {
  readonly events: number;
  readonly eventsPerSecond: number;
  /** JSON.parse alone on the same bodies, in the same round. */
  readonly parsedPerSecond: number;
  readonly megabytesPerSecond: number;
  /** In use after the round, garbage collected. */
  readonly heapMegabytes: number;
}

/**
 * `npm run bench -- events`: a million events through decoding, services and state of a signed-in
 * Parley, in as many rounds as asked for, and the memory after each.
 */
export async function runEvents(runs: number): Promise<BenchOutcome> {
  const collectGarbage = garbageCollector();
  const server = new BenchServer();
  const parley = headlessParley(server);
  let patches = 0;
  parley.store.patches.subscribe(() => {
    patches += 1;
  });
  await parley.commandHandlers['session.signIn']({
    address: 'alex@bench.test',
    discoveryUrl: `${origin}/root`,
    trustedHosts: [],
    choice: { method: 'password', userName: null, password: 'bench' },
  });
  console.log(`${runs} rounds of ${totalEvents / runs} events on Node ${process.versions.node}`);
  await server.give(warmUpEvents);
  const samples: EventsSample[] = [];
  const bodies = eventBodies(origin);
  const patchesBefore = patches;
  for (let round = 0; round < runs; round += 1) {
    const startMs = performance.now();
    const events = await server.give(totalEvents / runs);
    const seconds = (performance.now() - startMs) / 1000;
    const parsed = parseAlone(bodies, events);
    collectGarbage();
    samples.push({
      events,
      eventsPerSecond: events / seconds,
      parsedPerSecond: events / parsed.seconds,
      megabytesPerSecond: parsed.bytes / 2 ** 20 / seconds,
      heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20,
    });
  }
  const patchCount = patches - patchesBefore;
  await parley.stop();
  const content = { node: process.versions.node, patches: patchCount, samples };
  return { text: reportText(samples, patchCount), content };
}

/** As many events as JSON.parse alone reads them. */
function parseAlone(
  bodies: ReturnType<typeof eventBodies>,
  events: number,
): { readonly seconds: number; readonly bytes: number } {
  const startMs = performance.now();
  let bytes = 0;
  for (let count = 0; count < events; count += bodies.eventsEach) {
    const text = bodies.next(count);
    bytes += text.length;
    JSON.parse(text);
  }
  return { seconds: (performance.now() - startMs) / 1000, bytes };
}

function reportText(samples: readonly EventsSample[], patches: number): string {
  const heaps = samples.map(({ heapMegabytes }) => heapMegabytes);
  const first = heaps[0] ?? 0;
  const last = heaps.at(-1) ?? 0;
  const events = samples.reduce((sum, sample) => sum + sample.events, 0);
  const verdict = last - first <= flatMegabytes ? 'flat' : 'GROWING';
  return [
    table([
      ['', 'min', 'median', 'max'],
      row('events a second', samples, ({ eventsPerSecond }) => eventsPerSecond),
      row('megabytes a second', samples, ({ megabytesPerSecond }) => megabytesPerSecond),
      row('JSON.parse alone, events a second', samples, ({ parsedPerSecond }) => parsedPerSecond),
    ]),
    '',
    `${events} events, ${patches} changes of the state`,
    `heap in use: ${first.toFixed(1)} MB after the first round, ${last.toFixed(1)} MB after the ` +
      `last, ${Math.max(...heaps).toFixed(1)} MB at most: ${verdict}`,
  ].join('\n');
}

function row(
  name: string,
  samples: readonly EventsSample[],
  pick: (sample: EventsSample) => number,
): readonly string[] {
  const values = samples.map(pick);
  const { min, median } = summarize(values);
  return [name, min.toFixed(0), median.toFixed(0), Math.max(...values).toFixed(0)];
}

/** Node's own, which it hides unless it is asked for it. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return () => {
    if (typeof collect === 'function') collect();
  };
}
