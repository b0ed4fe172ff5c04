import { describe, expect, it } from 'vitest';
import { checkDocument, type Document } from '../../corpus/check-document.ts';
import { compareDocuments } from '../../corpus/differences.ts';
import { lossesOfResource } from '../../corpus/losses.ts';
import { jsonSource } from '../../corpus/source.ts';
import { xmlSource } from '../../corpus/xml-source.ts';

const check = (name: string, text: string) => checkDocument({ name, text }).type;

const bag = (content: string): string => `<property name="novel">${content}</property>`;

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
    ['X_Malformed.xml', '<resource>&nbsp;</resource>', 'read'],
    ['X_Malformed.xml', '<resource/>', 'failed'],
    ['X_MalformedBaseUri.xml', '<resource><link rel="user" href="no url"/></resource>', 'read'],
    ['UPPER.XML', '<resource/>', 'read'],
    ['list.json', '[{"rel":"me"},{"code":"Gone"}]', 'read'],
    ['list.json', '[{"rel":"me"},1]', 'failed'],
    ['trailing.json', '{"rel":"me",}', 'failed'],
    ['comment.json', '{"rel":"me" /* him */}', 'failed'],
    ['http.json', 'HTTP/1.1 200 OK\nContent-Type: application/xml\n\n<resource/>', 'read'],
    ['http.json', 'HTTP/1.1 200 OK\n\n{"rel":', 'failed'],
    ['http.json', 'Post /x HTTP/1.1\nContent-Type: application/sdp\n\nv=0', 'read'],
    ['batch.xml', '<a/>\n--x\n\nHTTP/1.1 200 OK\n\n<b/>\n--x--', 'read'],
    ['batch.xml', '<a/>\n--x\n\nHTTP/1.1 200 OK\n\n<b>\n--x--', 'failed'],
    ['link.xml', '<link rel="participant" href="/p" title="Sam"/>', 'read'],
    ['escaped.json', '{"baseuri":"https:\\/\\/b.test","_links":{"a":{"href":"x"}}}', 'read'],
    ['only.json', '{"_links":{"resync":{"href":"/e?ack=2"}}}', 'read'],
    ['names.json', '{"__proto__":{"a":1},"_links":{"__proto__":{"href":"/x"}}}', 'read'],
    ['names.xml', '<resource><property name="__proto__">1</property></resource>', 'read'],
    ['nul.json', '{"a":"\\u0000 \\ud800"}', 'read'],
    ['nul_Malformed.json', '{"a":"\0"}', 'read'],
    ['nul_Malformed.xml', '<a>&#0;</a>', 'read'],
    ['surrogate_Malformed.xml', '<a>&#xD800;</a>', 'read'],
    ['deep_Malformed.json', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'read'],
    ['deep_Malformed.xml', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'read'],
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

  it.each([
    ['{"ringDelay":"6"}', '<property name="ringDelay">5.0</property>', ['$.ringDelay']],
    ['{"ringDelay":5}', '<property name="ringDelay">5.0</property>', []],
    ['{"ringDelay":"5"}', '<property name="ringDelay">5</property>', []],
    ['{"novel":{"a":1,"b":true}}', bag('<property name="a">1</property>'), ['$.novel.b']],
    ['{"novel":{"a":1}}', bag('<property name="a">1</property>'), []],
    ['{"novel":[]}', '<propertyList name="novel"/>', []],
    ['{"novel":null}', '<propertyList name="novel"/>', []],
    ['{"novel":["x"]}', '<propertyList name="novel"/>', ['$.novel']],
    ['{"novel":["x"]}', '<propertyList name="novel"><item>x</item></propertyList>', []],
    ['{"novel":"x"}', '<property name="Novel">x</property>', []],
    ['{"novel":"PT1M30S"}', '<property name="novel">00:01:30</property>', []],
    ['{"novel":"PT1M30S"}', '<property name="novel">later</property>', ['$.novel']],
    [
      '{"novel":"/Date(1474932024822)/"}',
      '<property name="novel">2016-09-26T16:20:24Z</property>',
      [],
    ],
    ['{"novel":"x 1"}', '<property name="novel">x 2</property>', []],
    ['{"novel":"x 1"}', '<property name="novel">y 1</property>', ['$.novel']],
  ])('of %s and %s finds %j', (json, xml, expected) => {
    const found = compareDocuments(
      document('a.json', `{"rel":"simultaneousRingSettings",${json.slice(1)}`),
      document('a.xml', `<resource rel="simultaneousRingSettings">${xml}</resource>`),
    );
    expect(found.differences).toEqual(expected);
  });

  it('takes titles and revisions of links into account, but not where a resource says it is', () => {
    const self = { href: '/me/1', revision: '2' };
    const phones = { href: '/phones', title: 'Sam', revision: '2' };
    const xml = '<link rel="self" href="/you"/><link rel="phones" href="/phones" title="Kim 2"/>';
    expect(compare({ _links: { self, phones } }, xml)).toEqual({
      differences: ['$._links.phones.title'],
      otherValues: ['$._links.self'],
    });
  });

  it('compares all that events say', () => {
    const json = (event: object) =>
      document(
        'e.json',
        JSON.stringify({
          _links: { next: { href: '/e' } },
          sender: [{ rel: 'me', href: '/me', events: [{ ...event, type: 'updated' }] }],
        }),
      );
    const link = { rel: 'note', href: '/note' };
    const xml = document(
      'e.xml',
      `<events><link rel="next" href="/e"/><sender rel="me" href="/me">
        <updated rel="note" href="/note"><in rel="me" href="/me"/>
        <reason><code>Gone</code></reason></updated></sender></events>`,
    );
    const where = { rel: 'me', href: '/me' };
    const same = compareDocuments(json({ link, in: where, reason: { code: 'Gone' } }), xml);
    expect(same.differences).toEqual([]);
    const other = compareDocuments(json({ link: { ...link, href: '/other' } }), xml);
    expect(other.differences).toEqual(['event 0.link', 'event 0.in', 'event 0.reason']);
  });
});
