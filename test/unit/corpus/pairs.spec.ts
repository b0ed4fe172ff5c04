import path from 'node:path';
import { expect, it } from 'vitest';
import { pairsOf } from '../../corpus/pairs.ts';

const at = (file: string) => file.split('/').join(path.sep);

it.each([
  ['the extension', 'a/get.response.json', 'a/get.response.xml'],
  ['the extension in capitals', 'a/Get.JSON', 'a/Get.XML'],
  ['a word of the name', 'a/Note_json.json', 'a/Note_xml.xml'],
  ['a word at the start', 'a/json-note.json', 'a/xml-note.xml'],
  ['a word in one name only', 'a/note.xml.json', 'a/note.xml'],
  ['the folder', 'json/a/note.json', 'XML/a/note.xml'],
])('takes what differs in %s for a pair', (_, json, xml) => {
  expect(pairsOf([at(json), at(xml)])).toEqual([{ json: at(json), xml: at(xml) }]);
});

it.each([
  [['a/note.json', 'b/note.xml']],
  [['note.json', 'notes.xml']],
  [['note_json.json', 'json_note.json', 'note_xml.xml']],
  [['note.json']],
])('does not pair %j', (files) => {
  const pairs = pairsOf(files.map(at));
  expect(pairs.length).toBe(0);
});

it('prefers the twin of the same name', () => {
  expect(pairsOf(['n.json', 'n.xml', 'n_json.json'])).toEqual([{ json: 'n.json', xml: 'n.xml' }]);
});
