import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { writeXml } from '../../../../main/sandbox/representation/xml-writer.ts';
import {
  noUcwaReference,
  ucwaReference,
  ucwaReferencePath,
} from '../../../support/ucwa-reference.ts';

const xmlns = 'xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"';

/** A document without its declaration. */
function written(document: Parameters<typeof writeXml>[0]): string {
  const [declaration, ...rest] = writeXml(document).split('\n');
  expect(declaration).toBe('<?xml version="1.0" encoding="utf-8"?>');
  return rest.join('\n');
}

describe('a resource', () => {
  it('has its address, then links (data first), properties (rel first) and what it embeds', () => {
    const value = {
      state: 'Connecting',
      rel: 'audioVideoInvitation',
      privateLine: false,
      count: 3,
      subject: undefined,
      activeModalities: ['Audio', 'Video'],
      nobody: [],
      _links: {
        self: { href: '/invitations/1' },
        from: { href: '/participants/a', title: 'A & "B"' },
        search: { href: '/search', revision: '2' },
        mediaOffer: { href: 'data:application/sdp;base64,dj0w' },
        participant: [{ href: '/p/1' }, { href: '/p/2' }],
      },
      _embedded: {
        from: { rel: 'participant', local: true, _links: { self: { href: '/participants/a' } } },
        phone: [{ rel: 'phone', _links: {} }],
      },
    };
    expect(written({ kind: 'resource', value })).toBe(
      [
        `<resource rel="audioVideoInvitation" href="/invitations/1" ${xmlns}>`,
        '<link rel="mediaOffer" href="data:application/sdp;base64,dj0w" />',
        '<link rel="from" href="/participants/a" title="A &amp; &quot;B&quot;" />',
        '<link rel="search" href="/search" revision="2" />',
        '<link rel="participant" href="/p/1" />',
        '<link rel="participant" href="/p/2" />',
        '<property name="rel">audioVideoInvitation</property>',
        '<property name="state">Connecting</property>',
        '<property name="privateLine">False</property>',
        '<property name="count">3</property>',
        '<propertyList name="activeModalities"><item>Audio</item><item>Video</item></propertyList>',
        '<propertyList name="nobody" />',
        '<resource rel="from" href="/participants/a">',
        '<property name="rel">participant</property>',
        '<property name="local">True</property>',
        '</resource>',
        '<resource rel="phone"><property name="rel">phone</property></resource>',
        '</resource>',
      ].join(''),
    );
  });

  it('escapes what XML would take for its own, and drops what it cannot carry', () => {
    const value = { message: '<a> & b\r\n\u0000\ud83d\ude00', _links: {} };
    expect(written({ kind: 'resource', value })).toContain(
      '<property name="message">&lt;a&gt; &amp; b&#xD;\n\ud83d\ude00</property>',
    );
  });
});

it('an event body names the type of an event by its element', () => {
  const value = {
    _links: { self: { href: '/events?ack=1&key=k' }, next: { href: '/events?ack=2&key=k' } },
    sender: [
      {
        rel: 'communication',
        href: '/communication',
        events: [
          {
            link: { rel: 'participant', href: '/p/1', title: 'Kim' },
            in: { rel: 'lobby', href: '/lobby' },
            type: 'added',
          },
          {
            link: { rel: 'participantInvitation', href: '/i/1' },
            type: 'completed',
            status: 'Failure',
            reason: { code: 'RemoteFailure', subcode: 'Declined', message: 'No.' },
            _embedded: { participantInvitation: { rel: 'participantInvitation', _links: {} } },
          },
        ],
      },
    ],
  };
  expect(written({ kind: 'events', value })).toBe(
    [
      `<events href="/events?ack=1&amp;key=k" ${xmlns}>`,
      '<link rel="next" href="/events?ack=2&amp;key=k" />',
      '<sender rel="communication" href="/communication">',
      '<added rel="participant" href="/p/1" title="Kim"><in rel="lobby" href="/lobby" /></added>',
      '<completed rel="participantInvitation" href="/i/1" status="Failure">',
      '<reason><code>RemoteFailure</code><subcode>Declined</subcode><message>No.</message>',
      '<debugInfo /><parameters /></reason>',
      '<resource rel="participantInvitation">',
      '<property name="rel">participantInvitation</property>',
      '</resource></completed></sender></events>',
    ].join(''),
  );
});

it('an error names its parameters', () => {
  const value = {
    code: 'BadRequest',
    subcode: 'ParameterValidationFailure',
    message: 'Bad.',
    parameters: [{ name: 'to', reason: 'Invalid' }],
  };
  expect(written({ kind: 'reason', value })).toBe(
    [
      '<reason xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
      ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${xmlns}>`,
      '<code>BadRequest</code><subcode>ParameterValidationFailure</subcode>',
      '<message>Bad.</message><debugInfo />',
      '<parameters><parameter><name>to</name><reason>Invalid</reason></parameter></parameters>',
      '</reason>',
    ].join(''),
  );
});

/** Elements with the attributes that name them, whatever the values: the published pairs differ in these. */
function shapeOf(element: XmlElement): string {
  const { rel = '', name = '', href } = element.attributes;
  const children = element.children.filter((child) => child instanceof XmlElement);
  const inner = [...new Set(children.map(shapeOf))].sort();
  return `${element.name} ${rel} ${name} ${href === undefined ? '' : 'href'} { ${inner.join(' ')} }`;
}

function shapeOfXml(text: string): string {
  const { root } = parseXml(text.trim());
  if (root === null) throw new Error('no element');
  return shapeOf(root);
}

it('gives the JSON of every published resource the shape of its XML', ({ skip }) => {
  skip(ucwaReference === null, noUcwaReference);
  const samples = ucwaReferencePath('samples');
  const pairs = readdirSync(samples)
    .map((name) => path.join(samples, name, 'get.response'))
    .filter((file) => existsSync(`${file}.json`) && existsSync(`${file}.xml`));
  expect(pairs.length).toBeGreaterThan(60);
  for (const file of pairs) {
    const value = JSON.parse(readFileSync(`${file}.json`, 'utf8').replace(/^\uFEFF/, ''));
    const published = readFileSync(`${file}.xml`, 'utf8').replace(/^\uFEFF/, '');
    expect(shapeOfXml(writeXml({ kind: 'resource', value })), file).toBe(shapeOfXml(published));
  }
});
