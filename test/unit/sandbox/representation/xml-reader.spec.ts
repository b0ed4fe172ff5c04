import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readXmlInput } from '../../../../main/sandbox/representation/xml-reader.ts';
import {
  noUcwaReference,
  ucwaReference,
  ucwaReferencePath,
} from '../../../support/ucwa-reference.ts';

const document = (content: string, root = 'input') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa">${content}</${root}>`;

it('gives what the same JSON would', () => {
  const content = [
    '<link rel="message" href="data:text/plain,Hello&amp;Bye" />',
    '<property name="to">sip:sam@parley.test</property>',
    '<property name="joinAudioMuted">False</property>',
    '<propertyList name="supportedModalities"><item>Audio</item><item>Video</item></propertyList>',
    '<propertyList name="uris" />',
  ].join('\n');
  expect(readXmlInput(document(content))).toEqual({
    to: 'sip:sam@parley.test',
    joinAudioMuted: 'False',
    supportedModalities: ['Audio', 'Video'],
    uris: [],
    _links: { message: { href: 'data:text/plain,Hello&Bye' } },
  });
});

it('reads the whole resource of a PUT', () => {
  expect(readXmlInput(document('<property name="subject">A</property>', 'resource'))).toEqual({
    subject: 'A',
  });
});

it.each([
  ['nothing', ''],
  ['another document', document('', 'events')],
  ['a broken one', '<input><property name="a">'],
  [
    'an entity of its own',
    '<!DOCTYPE input [<!ENTITY e "x">]><input><property name="a">&e;</property></input>',
  ],
])('refuses %s', (_, text) => {
  expect(() => readXmlInput(text)).toThrow();
});

it('finds the same members in every published request, JSON or XML', ({ skip }) => {
  skip(ucwaReference === null, noUcwaReference);
  const samples = ucwaReferencePath('samples');
  const pairs = readdirSync(samples)
    .map((name) => path.join(samples, name, 'post.request'))
    .filter((file) => existsSync(`${file}.json`) && existsSync(`${file}.xml`));
  expect(pairs.length).toBeGreaterThan(25);
  for (const file of pairs) {
    const json: unknown = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
    const names = (value: unknown) =>
      Object.keys(value ?? {})
        .filter((name) => name !== '_links' && name !== '_embedded')
        .sort();
    expect(names(readXmlInput(readFileSync(`${file}.xml`, 'utf8'))), file).toEqual(names(json));
  }
});
