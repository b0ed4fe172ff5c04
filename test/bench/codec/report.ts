import { table } from '../../support/table.ts';
import { type Summary, summarize } from '../statistics.ts';

/** Of JSON.parse's own speed on the same bytes, in the same round. */
const targetShare = 1 / 3;

/** One round with one document. */
export interface CodecSample {
  readonly document: string;
  readonly bytes: number;
  readonly parseMbPerSecond: number;
  readonly jsonMbPerSecond: number;
  readonly xmlMbPerSecond: number;
}

export interface CodecReport {
  readonly document: string;
  readonly bytes: number;
  readonly parseMbPerSecond: Summary;
  readonly jsonMbPerSecond: Summary;
  readonly xmlMbPerSecond: Summary;
  /** Of the quotients within each round. */
  readonly share: Summary;
}

/** One report for each document, in their order. */
export function reportOf(samples: readonly CodecSample[]): CodecReport[] {
  const names = [...new Set(samples.map(({ document }) => document))];
  return names.map((document) => {
    const own = samples.filter((sample) => sample.document === document);
    return {
      document,
      bytes: own[0]?.bytes ?? 0,
      parseMbPerSecond: summarize(own.map((sample) => sample.parseMbPerSecond)),
      jsonMbPerSecond: summarize(own.map((sample) => sample.jsonMbPerSecond)),
      xmlMbPerSecond: summarize(own.map((sample) => sample.xmlMbPerSecond)),
      share: summarize(own.map((sample) => sample.jsonMbPerSecond / sample.parseMbPerSecond)),
    };
  });
}

/** The report as text: a table, and whether the target is met. */
export function reportText(samples: readonly CodecSample[]): string {
  const reports = reportOf(samples);
  const rows = reports.map((report) => [
    report.document,
    String(report.bytes),
    report.parseMbPerSecond.median.toFixed(0),
    report.jsonMbPerSecond.median.toFixed(0),
    report.xmlMbPerSecond.median.toFixed(0),
    report.share.min.toFixed(2),
    report.share.median.toFixed(2),
  ]);
  const heading = ['megabytes a second, medians', 'bytes', 'JSON.parse', 'JSON', 'XML'];
  const worst = Math.min(...reports.map(({ share }) => share.median));
  const verdict = worst >= targetShare ? 'met' : 'MISSED';
  return [
    table([[...heading, 'JSON / JSON.parse: min', 'median'], ...rows]),
    '',
    `median JSON / JSON.parse: ${worst.toFixed(2)} at worst, ` +
      `target ${targetShare.toFixed(2)}: ${verdict}`,
  ].join('\n');
}
