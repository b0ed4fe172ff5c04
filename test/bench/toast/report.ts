import { table } from '../../support/table.ts';
import { type Summary, summarize } from '../statistics.ts';
import type { ToastSample } from './sample.ts';

/** How much later than the floor the notification may come, by the medians, in milliseconds. */
const notificationTargetMs = 5;
/** When the ring screen has to be painted, by the median, in milliseconds. */
const ringPaintTargetMs = 150;

export interface ToastReport {
  readonly floorMs: Summary;
  readonly notificationMs: Summary;
  /** Of the differences within each round. */
  readonly aboveFloorMs: Summary;
  readonly ringPaintMs: Summary;
}

export function reportOf(samples: readonly ToastSample[]): ToastReport {
  return {
    floorMs: summarize(samples.map((sample) => sample.floorMs)),
    notificationMs: summarize(samples.map((sample) => sample.notificationMs)),
    aboveFloorMs: summarize(samples.map((sample) => sample.notificationMs - sample.floorMs)),
    ringPaintMs: summarize(samples.map((sample) => sample.ringPaintMs)),
  };
}

/** The report as text: a table, and whether the targets are met. */
export function reportText(samples: readonly ToastSample[]): string {
  const { floorMs, notificationMs, aboveFloorMs, ringPaintMs } = reportOf(samples);
  const distanceMs = notificationMs.median - floorMs.median;
  const rows = [
    ['milliseconds from the server writing the event to', 'min', 'median', 'p99'],
    row('floor: the notification call of an empty Electron', floorMs),
    row('(a): the notification call', notificationMs),
    row('(a) - floor, in the same round', aboveFloorMs),
    row("(b): the ring screen's first paint", ringPaintMs),
  ];
  return [
    table(rows),
    '',
    verdict('median (a) - median floor', distanceMs, notificationTargetMs),
    verdict('median (b)', ringPaintMs.median, ringPaintTargetMs),
    '',
    table([['median milliseconds within Parley, by its own trace', ''], ...stageRows(samples)]),
  ].join('\n');
}

const fixed = (valueMs: number): string => valueMs.toFixed(1);

const row = (title: string, { min, median, p99 }: Summary): string[] => [
  title,
  fixed(min),
  fixed(median),
  fixed(p99),
];

function verdict(what: string, valueMs: number, targetMs: number): string {
  const isMet = valueMs <= targetMs;
  return `${what}: ${fixed(valueMs)} ms, target ${targetMs} ms: ${isMet ? 'met' : 'MISSED'}`;
}

function stageRows(samples: readonly ToastSample[]): string[][] {
  const names = Object.keys(samples[0]?.stagesMs ?? {});
  return names.map((name) => {
    const values = samples.flatMap(({ stagesMs }) => stagesMs[name] ?? []);
    return [name, fixed(summarize(values).median)];
  });
}
