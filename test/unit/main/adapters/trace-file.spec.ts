import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../../main/adapters/system-clock.ts';
import { TraceFile } from '../../../../main/adapters/trace-file.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-trace-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('appends marks as JSON lines with the moment they were made', async () => {
  const path = join(folder, 'trace.jsonl');
  const trace = new TraceFile(path, systemClock, new RecordingLogger());
  const before = Date.now();
  trace.mark('call-ringing', 'c1');
  trace.mark('notification-sent', 'c1');
  await trace.flush();
  trace.mark('ring-window-shown', 'c1');
  await trace.flush();
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  const marks: { name: string; callId: string; atMs: number }[] = lines.map((line) =>
    JSON.parse(line),
  );
  expect(marks.map(({ name }) => name)).toEqual([
    'call-ringing',
    'notification-sent',
    'ring-window-shown',
  ]);
  for (const { callId, atMs } of marks) {
    expect(callId).toBe('c1');
    expect(atMs).toBeGreaterThan(before - 1_000);
    expect(atMs).toBeLessThan(Date.now() + 1_000);
  }
});

it('writes without being asked', async () => {
  const path = join(folder, 'trace.jsonl');
  let fire: () => void = () => undefined;
  const clock = {
    nowMs: () => 0,
    endOfTurn: () => undefined,
    after: (_delayMs: number, callback: () => void) => {
      fire = callback;
      return () => undefined;
    },
  };
  const trace = new TraceFile(path, clock, new RecordingLogger());
  trace.mark('call-ringing', 'c1');
  fire();
  await trace.flush();
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('call-ringing');
});
