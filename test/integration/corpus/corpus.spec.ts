import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { readCorpus } from '../../corpus/read-corpus.ts';
import { noUcwaReference, ucwaReference, ucwaReferencePath } from '../../support/ucwa-reference.ts';

it('reads every published sample without loss, and the pairs alike', async ({ skip }) => {
  skip(ucwaReference === null, noUcwaReference);
  const folders = [ucwaReferencePath('samples'), ucwaReferencePath('saas')];
  const report = await readCorpus(folders);
  expect(report.failures).toEqual([]);
  expect(report.files).toBeGreaterThan(400);
  expect(report.read).toBe(report.files);
  expect(report.pairs).toBeGreaterThan(100);
  expect(report.equal).toBe(report.pairs);
});

it('counts, says what went wrong, and fails then', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-corpus-'));
  const files = {
    'good.json': '{"rel":"note","message":"Hello"}',
    'good.xml': Buffer.from(
      '\ufeff<resource rel="note"><property name="rel">note</property>' +
        '<property name="message">Hello</property></resource>',
      'utf16le',
    ),
    'bad.json': '{"rel":"note"',
    'other.json': '{"rel":"note","type":"Personal"}',
    'other.xml': '<resource rel="note"/>',
    'Event_Malformed.json': '{ malformed }',
    'notes.txt': 'not read',
  };
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(path.join(folder, name), content);
    }
    const { code, output } = await run(process.execPath, ['test/corpus/corpus.ts', folder]);
    expect(code).toBe(1);
    expect(output).toContain('bad.json: Malformed response at offset 13');
    expect(output).toContain('other.json: not as its XML: $.type');
    expect(output).toMatch(/^read 5 of 6$/m);
    expect(output).toMatch(/^equal 1 of 2$/m);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
