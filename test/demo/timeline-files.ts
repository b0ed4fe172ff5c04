import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { table } from '../support/table.ts';
import type { TimelineEntry } from './timeline.ts';

/**
 * Writes timeline.txt and timeline.json.
 * @param runtime which Electron it was, in one line
 * @returns the text
 */
export async function writeTimeline(
  outDir: string,
  runtime: string,
  timeline: readonly TimelineEntry[],
): Promise<string> {
  const rows = timeline.map(({ what, sinceEventMs, sincePreviousMs }) => [
    what,
    sinceEventMs.toFixed(1),
    sincePreviousMs.toFixed(1),
  ]);
  const heading = ['milliseconds', 'since the event', 'since the line above'];
  const text = `${runtime}\n\n${table([heading, ...rows])}\n`;
  await writeFile(join(outDir, 'timeline.txt'), text);
  const json = JSON.stringify({ runtime, timeline }, null, 2);
  await writeFile(join(outDir, 'timeline.json'), `${json}\n`);
  return text;
}
