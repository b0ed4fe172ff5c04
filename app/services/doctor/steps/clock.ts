import type { Examination } from '../examination.ts';
import { advise, finding, passed, type StepOutcome, skipped } from '../remarks.ts';

/** Tickets that are hours old or not valid yet by one of the clocks are refused. */
const failingMs = 10 * 60_000;
const worthSayingMs = 2 * 60_000;

/** Compares this computer's clock with the last time that a server named. */
export async function compareClocks({ transport }: Examination): Promise<StepOutcome> {
  const differences = transport.exchanges.flatMap((exchange) => exchange.clockDifferenceMs ?? []);
  const differenceMs = differences.at(-1);
  if (differenceMs === undefined) return skipped(finding('noDate'));
  // The header has whole seconds, so that half of one is nothing.
  const seen = finding('clockDifference', { seconds: String(Math.trunc(differenceMs / 1000)) });
  const offMs = Math.abs(differenceMs);
  if (offMs <= worthSayingMs) return passed(seen);
  const status = offMs > failingMs ? 'failed' : 'warning';
  return { status, findings: [seen], advice: advise('clock') };
}
