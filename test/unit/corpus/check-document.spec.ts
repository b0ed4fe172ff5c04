import { describe, expect, it } from 'vitest';
import { checkDocument, type Document } from '../../corpus/check-document.ts';
import { compareDocuments } from '../../corpus/differences.ts';
import { lossesOfResource } from '../../corpus/losses.ts';
import { jsonSource, xmlSource } from '../../corpus/source.ts';

const check = (name: string, text: string) => checkDocument({ name, text }).type;

function document(name: string, text: string): Document {
  const reading = checkDocument({ name, text });
  if (reading.type === 'read' && reading.document !== null) return reading.document;
  throw new Error(JSON.stringify(reading));
}

describe('checkDocument', () => {
  it.each([
    ['get.response.json', '{"rel":"me","_links":{"self":{"href":"/me"}}}', 'read'],
    ['get.response.json', '{"rel":"me"', 'failed'],
    ['get.response.json', '', 'failed'],
    ['get.response.xml', '<resource rel="me" href="/me"/>', 'read'],
    ['get.response.xml', '<resource>', 'failed'],
    ['event.added.json', '{"sender":[{"rel":"me","href":"/me","events":[{}]}]}', 'failed'],
    ['error.json', '{"code":"Gone"}', 'read'],
    ['error.xml', '<reason><code>Gone</code></reason>', 'read'],
    ['X_Malformed.json', '{', 'read'],
    ['X_Malformed.json', '{}', 'failed'],
    ['X_MalformedUri.json', '{"_links":{"user":{"href":"no address"}}}', 'read'],
    ['X_MalformedUri.json', '{"_links":{"user":{"href":"https://a.test/"}}}', 'failed'],
  ])('of %s with %s says %s', (name, text, expected) => {
    expect(check(name, text)).toBe(expected);
  });
});

describe('lossesOfResource', () => {
  it('finds every property, link and embedded thing that is not there', () => {
    const read = document('a.json', '{"rel":"x","a":1}');
    const resource = read.kind === 'resource' ? read.resource : null;
    const source = jsonSource(
      '{"rel":"x","a":2,"_links":{"b":{"href":"/b"}},"_embedded":{"c":{"d":1}}}',
    );
    expect(resource).not.toBeNull();
    if (resource === null || source.kind !== 'resource') return;
    expect(lossesOfResource(source.resource, resource, 'https://a.test/')).toEqual([
      '$.a',
      '$._links.b',
      '$._embedded.c[0]',
    ]);
  });

  it('finds the same in XML', () => {
    const read = document('a.xml', '<resource rel="x"><property name="a">1</property></resource>');
    const source = xmlSource(
      `<resource rel="y" href="/y"><property name="a">2</property>
       <propertyList name="b"><item>1</item></propertyList><resource rel="c"/></resource>`,
    );
    if (read.kind !== 'resource' || source.kind !== 'resource') throw new Error('no resource');
    expect(lossesOfResource(source.resource, read.resource, 'https://a.test/')).toEqual([
      '$ (rel)',
      '$.a',
      '$.b',
      '$._links.self',
      '$._embedded.c[0]',
    ]);
  });
});

describe('compareDocuments', () => {
  const compare = (json: object, xml: string) =>
    compareDocuments(
      document('a.json', JSON.stringify({ rel: 'participant', ...json })),
      document('a.xml', `<resource rel="participant">${xml}</resource>`),
    );

  it('takes equal values of the documented types for equal', () => {
    const xml = `<property name="rel">participant</property><property name="local">True</property>
      <property name="name">Sam</property><link rel="eject" href="/e"/>`;
    const json = { local: true, name: 'Sam', _links: { eject: { href: '/e' } } };
    expect(compare(json, xml)).toEqual({ differences: [], otherValues: [] });
  });

  it('tells another value of the same type from another type and another member', () => {
    const xml = `<property name="rel">participant</property><property name="local">perhaps</property>
      <property name="role">Leader</property><property name="name">Sam</property>
      <link rel="eject" href="/e/2"/>`;
    const json = {
      local: true,
      role: 'Attendee',
      name: 'Kim 1',
      uri: 'sip:a@b',
      _links: { eject: { href: '/e/1' }, admit: { href: '/a' } },
    };
    const { differences, otherValues } = compare(json, xml);
    expect([...differences].sort()).toEqual(['$._links.admit', '$.local', '$.name', '$.uri']);
    expect(otherValues).toEqual(['$.role', '$._links.eject']);
  });
});
