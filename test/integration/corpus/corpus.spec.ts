import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  await withFolder(files, async (folder) => {
    const { code, output } = await corpus(folder);
    expect(code).toBe(1);
    expect(output).toContain('bad.json: Malformed response at offset 13');
    expect(output).toContain('other.json: not as its XML: $.type');
    expect(output).toMatch(/^read 5 of 6$/m);
    expect(output).toMatch(/^equal 1 of 2$/m);
  });
});

it('pairs and reads what others name and write in their own ways', async () => {
  const note = '{"rel":"note","message":"Ü"}';
  const xml = '<resource rel="note"><property name="message">Ü</property></resource>';
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${xml}`;
  await withFolder(
    {
      'A_json.json': note,
      'A_xml.XML': Buffer.from(declared('iso-8859-1'), 'latin1'),
      'json/b.json': Buffer.from(`\ufeff${note}`, 'utf16le').swap16(),
      'xml/b.xml': declared('utf-16'),
      'c.json': `HTTP/1.1 200 OK\nContent-Type: application/json\n${note}`,
      'c.xml': `HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n${xml}`,
      'C_Malformed.json': '{"rel":"note",}',
      'C_Malformed.xml': '<resource rel="note">',
      'D_MalformedBaseUri.json': '{"baseuri":"x:","_links":{"user":{"href":"y z"}}}',
    },
    async (folder) => {
      const { code, output } = await corpus(folder);
      expect(output).toMatch(/^read 9 of 9$/m);
      expect(output).toMatch(/^equal 3 of 3$/m);
      expect(code).toBe(0);
    },
  );
});

it('says in plain words what there is not', async () => {
  await withFolder({ 'notes.txt': 'x' }, async (folder) => {
    const empty = await corpus(folder);
    expect(empty.output).toContain(`There is no .json and no .xml file in ${folder}.`);
    expect(empty.code).toBe(1);
    const missing = await corpus(path.join(folder, 'none'));
    expect(missing.output).toContain(`There is no folder ${path.join(folder, 'none')}.`);
    expect(missing.code).toBe(1);
  });
});

const corpus = (folder: string) => run(process.execPath, ['test/corpus/corpus.ts', folder]);

async function withFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-corpus-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
