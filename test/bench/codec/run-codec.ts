import type { Decoder } from '../../../app/ucwa/codec/codec.ts';
import { ucwaCodecs } from '../../../app/ucwa/codec/ucwa-codecs.ts';
import type { BenchOutcome } from '../outcome.ts';
import { type BenchDocument, benchDocuments } from './documents.ts';
import { type CodecSample, reportOf, reportText } from './report.ts';

/** Code gets compiled: not what is measured. */
const warmUpMs = 500;
/** Of one measurement: long against the clock's grain, short against other work on the machine. */
const measureMs = 40;
const baseUrl = 'https://pool.example.test/ucwa/oauth/v1/applications/103845172650';

/** `npm run bench -- codec`: reading JSON and XML beside JSON.parse alone, by turns in each round. */
export async function runCodec(runs: number): Promise<BenchOutcome> {
  const codecs = ucwaCodecs();
  const json = codecs.for('application/json');
  const xml = codecs.for('application/xml');
  if (json === null || xml === null) throw new Error('no codec');
  console.log(`${runs} rounds on Node ${process.versions.node}`);
  const samples: CodecSample[] = [];
  for (const document of benchDocuments) {
    const subjects = {
      parse: { text: document.json, read: () => JSON.parse(document.json) },
      json: { text: document.json, read: reader(json, document, document.json) },
      xml: { text: document.xml, read: reader(xml, document, document.xml) },
    };
    for (const subject of Object.values(subjects)) speedOf(subject, warmUpMs);
    for (let round = 0; round < runs; round += 1) {
      samples.push({
        document: document.name,
        bytes: Buffer.byteLength(document.json),
        parseMbPerSecond: speedOf(subjects.parse, measureMs),
        jsonMbPerSecond: speedOf(subjects.json, measureMs),
        xmlMbPerSecond: speedOf(subjects.xml, measureMs),
      });
    }
  }
  const content = { node: process.versions.node, summary: reportOf(samples), samples };
  return { text: reportText(samples), content };
}

interface Subject {
  readonly text: string;
  readonly read: () => unknown;
}

function reader(decoder: Decoder, { kind }: BenchDocument, text: string): () => unknown {
  if (kind === 'resource') return () => decoder.decodeResource(text, baseUrl);
  return () => decoder.decodeEvents(text, baseUrl);
}

/** Megabytes of UTF-8 a second, read over and over for so long. */
function speedOf({ text, read }: Subject, forMs: number): number {
  const startMs = performance.now();
  let reads = 0;
  let tookMs = 0;
  while (tookMs < forMs) {
    for (let index = 0; index < 8; index += 1) read();
    reads += 8;
    tookMs = performance.now() - startMs;
  }
  return (Buffer.byteLength(text) * reads) / 1e6 / (tookMs / 1000);
}
