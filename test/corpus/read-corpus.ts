import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../app/util/decode-text.ts';
import { filesBelow } from '../../build/lib/hash.ts';
import { checkDocument, type Document } from './check-document.ts';
import { compareDocuments } from './differences.ts';
import { pairsOf } from './pairs.ts';

export interface CorpusReport {
  /** Files that were read, or refused, as they should be. */
  readonly read: number;
  readonly files: number;
  /** Of the pairs: the JSON and the XML of one resource. */
  readonly equal: number;
  readonly pairs: number;
  /** Pairs that are equal but for values that their samples give differently. */
  readonly otherValues: readonly string[];
  readonly failures: readonly { readonly file: string; readonly problem: string }[];
}

/** Reads every `.json` and `.xml` below the folders, and compares those that only differ in that. */
export async function readCorpus(folders: readonly string[]): Promise<CorpusReport> {
  const lists = await Promise.all(folders.map((folder) => filesBelow(folder)));
  const files = [...new Set(lists.flat())].filter((file) => /\.(?:json|xml)$/i.test(file));
  const failures: { file: string; problem: string }[] = [];
  const documents = new Map<string, Document>();
  for (const file of files) {
    const text = decodeText(await readFile(file));
    const reading = checkDocument({ name: path.basename(file), text });
    if (reading.type === 'failed') failures.push({ file, problem: reading.problem });
    else if (reading.document !== null) documents.set(file, reading.document);
  }
  const read = files.length - failures.length;
  // What was rightly refused, or holds several documents, has nothing to compare.
  const failed = new Set(failures.map(({ file }) => file));
  const isOne = (file: string) => documents.has(file) || failed.has(file);
  const pairs = pairsOf(files).filter(({ json, xml }) => isOne(json) && isOne(xml));
  const otherValues: string[] = [];
  let equal = 0;
  for (const pair of pairs) {
    const file = pair.json;
    const [json, xml] = [documents.get(file), documents.get(pair.xml)];
    // What could not be read is a failure already.
    if (json === undefined || xml === undefined) continue;
    const comparison = compareDocuments(json, xml);
    const [difference] = comparison.differences;
    if (difference === undefined) equal += 1;
    else failures.push({ file, problem: `not as its XML: ${comparison.differences.join(', ')}` });
    if (comparison.otherValues.length > 0) {
      otherValues.push(`${file}: ${comparison.otherValues.join(', ')}`);
    }
  }
  return { read, files: files.length, equal, pairs: pairs.length, otherValues, failures };
}
