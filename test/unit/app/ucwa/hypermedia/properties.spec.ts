import { expect, it } from 'vitest';
import { JsonCodec } from '../../../../../app/ucwa/codec/json/json-codec.ts';
import { requireHref, requireLink } from '../../../../../app/ucwa/hypermedia/links.ts';
import {
  booleanProperty,
  dateProperty,
  enumProperty,
  numberProperty,
  stringListProperty,
  stringProperty,
} from '../../../../../app/ucwa/hypermedia/properties.ts';

const resource = (properties: object) =>
  new JsonCodec().decodeResource(JSON.stringify({ value: null, ...properties }), 'https://a.test/');

it.each([
  ['/Date(1474932023993)/', 1474932023993],
  ['/Date(-1)/', -1],
  ['/Date(1474932023993+0200)/', 1474932023993],
  ['2016-09-26T23:20:23.993Z', 1474932023993],
  ['yesterday', null],
  [1474932023993, null],
])('reads the date %j', (value, expected) => {
  expect(dateProperty(resource({ value }), 'value')).toBe(expected);
});

it.each([
  [true, true],
  ['False', false],
  ['maybe', null],
  [1, null],
])('reads the truth value %j', (value, expected) => {
  expect(booleanProperty(resource({ value }), 'value')).toBe(expected);
});

it.each([
  [7, 7],
  ['7.5', 7.5],
  ['', null],
  ['x', null],
  [null, null],
])('reads the number %j', (value, expected) => {
  expect(numberProperty(resource({ value }), 'value')).toBe(expected);
});

it('reads names of an enumeration in any case, and falls back for later ones', () => {
  const names = ['Normal', 'Urgent'] as const;
  expect(enumProperty(resource({ value: 'urgent' }), 'value', names, 'Normal')).toBe('Urgent');
  expect(enumProperty(resource({ value: 'Extreme' }), 'value', names, 'Normal')).toBe('Normal');
  expect(enumProperty(resource({}), 'missing', names, null)).toBeNull();
});

it('reads texts and lists of texts, and nothing else as such', () => {
  expect(stringProperty(resource({ value: 7 }), 'value')).toBeNull();
  expect(stringListProperty(resource({ value: ['a', 7, 'b'] }), 'value')).toEqual(['a', 'b']);
  expect(stringListProperty(resource({ value: 'a' }), 'value')).toEqual(['a']);
  expect(stringListProperty(resource({}), 'value')).toEqual([]);
});

it('names the link that is missing', () => {
  const me = resource({ rel: 'me' });
  expect(() => requireLink(me, 'presence')).toThrow('The me has no link "presence"');
  expect(() => requireHref(me)).toThrow(expect.objectContaining({ kind: 'missing-link' }));
});
