import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TraceFollower } from '../../support/trace-follower.ts';

let folder: string;
let trace: TraceFollower;

const append = (text: string): Promise<void> => appendFile(join(folder, 'trace.jsonl'), text);
const line = (name: string, atMs: number): string =>
  `${JSON.stringify({ name, callId: 'call-1', atMs })}\n`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-trace-'));
  trace = await TraceFollower.follow(join(folder, 'trace.jsonl'));
});

afterEach(async () => {
  await trace.close();
  await rm(folder, { recursive: true });
});

it('finds marks that are written later, and those read already', async () => {
  const found = trace.waitFor('answer-sent');
  await append(line('answer-pressed', 1) + line('answer-sent', 2));
  expect(await found).toEqual({ name: 'answer-sent', callId: 'call-1', atMs: 2 });
  expect(await trace.waitFor('answer-pressed')).toMatchObject({ atMs: 1 });
});

it('waits for the rest of a line', async () => {
  const text = line('answer-sent', 2);
  await append(text.slice(0, 10));
  await append(text.slice(10));
  expect(await trace.waitFor('answer-sent')).toMatchObject({ atMs: 2 });
});

it('says what it has seen instead', async () => {
  await append(line('answer-pressed', 1));
  await trace.waitFor('answer-pressed');
  await expect(trace.waitFor('answer-sent', () => true, 20)).rejects.toThrow('answer-pressed');
});
