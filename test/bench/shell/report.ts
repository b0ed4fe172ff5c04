import { table } from '../../support/table.ts';
import { summarize } from '../statistics.ts';
import type { Pair, ShellSamples } from './shell-bench.ts';

const paletteTargetMs = 100;
const verbTargetMs = 100;
/** What a thousand calls may leave behind. */
const callsTargetMb = 30;

/** The report as text: each figure beside that of the empty window, and whether the targets are met. */
export function shellReport(samples: ShellSamples): string {
  const { startMs, paletteMs, keyMs, verbMs, idlePermille, startMb, callsMb } = samples;
  const last = callsMb[callsMb.length - 1];
  const grownMb = (last?.memoryMb ?? startMb.parley) - startMb.parley;
  const rows = [
    ['', 'Parley', 'empty window', 'ratio', 'p99'],
    timing('start to signed in, stored token (ms)', startMs),
    timing('shortcut to palette painted (ms)', paletteMs),
    timing('keys pressed by a program to palette painted (ms)', keyMs),
    timing('command line to effect (ms)', verbMs),
    figure('idle, thousandths of a processor', idlePermille),
    figure('memory after start (MB)', startMb),
    ...callsMb.map(({ calls, memoryMb }) =>
      figure(`memory after ${calls} calls (MB)`, { parley: memoryMb, empty: startMb.empty }),
    ),
  ];
  return [
    table(rows),
    '',
    verdict('median shortcut to palette painted', medianOf(paletteMs), paletteTargetMs, 'ms'),
    verdict('median command line to effect', medianOf(verbMs), verbTargetMs, 'ms'),
    verdict('memory that the calls left', grownMb, callsTargetMb, 'MB'),
  ].join('\n');
}

const medianOf = (pairs: readonly Pair<number>[]): number =>
  summarize(pairs.map(({ parley }) => parley)).median;

const fixed = (value: number): string => value.toFixed(1);

function timing(title: string, pairs: readonly Pair<number>[]): string[] {
  const empty = summarize(pairs.map((pair) => pair.empty)).median;
  const { median, p99 } = summarize(pairs.map((pair) => pair.parley));
  return [...figure(title, { parley: median, empty }), fixed(p99)];
}

const figure = (title: string, { parley, empty }: Pair<number>): string[] => [
  title,
  fixed(parley),
  fixed(empty),
  empty === 0 ? '–' : (parley / empty).toFixed(2),
];

function verdict(what: string, value: number, target: number, unit: string): string {
  const outcome = value <= target ? 'met' : 'MISSED';
  return `${what}: ${fixed(value)} ${unit}, target ${target} ${unit}: ${outcome}`;
}
