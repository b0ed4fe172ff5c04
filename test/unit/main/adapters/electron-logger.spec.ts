import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLogger } from '../../../../main/adapters/logging/electron-logger.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-log-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('writes scoped lines to the file, redacted whoever wrote them', async () => {
  const logger = createLogger(folder).scoped('calls').scoped('incoming');
  logger.info('Invitation from tel:+14255550101', {
    authorization: 'Bearer cwt=abc',
    error: new Error('cwt=abc is over'),
    status: 404,
  });
  const file = join(folder, 'parley.log');
  const text = await vi.waitFor(async () => {
    const content = await readFile(file, 'utf8');
    expect(content).toContain('404');
    return content;
  });
  expect(text).toContain('[calls/incoming] Invitation from tel:…101');
  expect(text).toContain('[redacted]');
  expect(text).not.toContain('abc');
});
