import { describe, expect, it } from 'vitest';
import type { TextType } from '../../../../../app/ucwa/codec/xml/typed-text.ts';
import { XmlCodec } from '../../../../../app/ucwa/codec/xml/xml-codec.ts';
import { UcwaError } from '../../../../../app/ucwa/ucwa-error.ts';

const types: readonly TextType[] = [
  { name: 'local', kind: 'boolean', list: false },
  { name: 'order', kind: 'number', list: false },
  { name: 'seen', kind: 'date', list: false },
  { name: 'role', kind: 'enumeration', list: false },
  { name: 'uris', kind: 'string', list: true },
  { name: 'photoUri', kind: 'string', list: false },
];
const codec = new XmlCodec((resource, property) => {
  const known = types.find(({ name }) => name.toLowerCase() === property.toLowerCase());
  return resource === 'participant' ? (known ?? null) : null;
});
const base = 'https://pool.example.test/ucwa/v1/applications/1/events?ack=1';
const namespace = 'xmlns="http://schemas.microsoft.com/rtc/2012/03/ucwa"';
const decode = (content: string, attributes = '') =>
  codec.decodeResource(`<resource ${namespace} ${attributes}>${content}</resource>`, base);
const participant = (content: string) =>
  decode(`<property name="rel">participant</property>${content}`);

function failure(run: () => unknown): UcwaError {
  try {
    run();
  } catch (error) {
    if (error instanceof UcwaError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('decodeResource', () => {
  it('reads links, properties, lists and embedded resources', () => {
    const resource = codec.decodeResource(
      `\ufeff<?xml version="1.0" encoding="utf-8"?>
      <resource rel="acceptedByParticipant" href="/p/1" ${namespace}>
        <link rel="contact" href="/people/1" title="Sam" revision="2"/>
        <link rel="contact" href="/people/2"/>
        <property name="rel">participant</property>
        <property name="name">Sam &amp; Kim</property>
        <property name="local">True</property>
        <property name="order">12</property>
        <propertyList name="uris"><item>sip:a@b</item><item>sip:c@d</item></propertyList>
        <resource rel="from" href="/p/2"><property name="rel">participant</property></resource>
      </resource>`,
      base,
    );
    expect(resource).toMatchObject({
      rel: 'participant',
      href: 'https://pool.example.test/p/1',
      properties: {
        rel: 'participant',
        name: 'Sam & Kim',
        local: true,
        order: 12,
        uris: ['sip:a@b', 'sip:c@d'],
      },
    });
    expect(resource.links.contact).toEqual([
      { rel: 'contact', href: 'https://pool.example.test/people/1', title: 'Sam', revision: '2' },
      { rel: 'contact', href: 'https://pool.example.test/people/2', title: null, revision: null },
    ]);
    expect(resource.embedded.from?.[0]).toMatchObject({
      rel: 'participant',
      href: 'https://pool.example.test/p/2',
    });
  });

  it.each([
    ['local', 'TRUE', true],
    ['local', ' false ', false],
    ['local', '', null],
    ['local', 'perhaps', 'perhaps'],
    ['order', '-1.5', -1.5],
    ['order', '0x10', '0x10'],
    ['order', '', null],
    ['seen', '\n2016-09-26T16:20:23Z\n', '2016-09-26T16:20:23Z'],
    ['role', ' Leader', 'Leader'],
    ['subject', ' True', ' True'],
    ['subject', '12', '12'],
  ])('gives %s=%j its documented type', (name, text, value) => {
    expect(participant(`<property name="${name}">${text}</property>`).properties[name]).toBe(value);
  });

  it.each([
    ['CDATA and comments', 'a<![CDATA[<b>]]><!-- c -->d', 'a<b>d'],
    ['character references', '&#65;&#x42;&lt;&quot;&apos;', 'AB<"\''],
    ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['processing instructions', 'a<?sort?>b', 'ab'],
  ])('reads %s', (_, text, value) => {
    expect(decode(`<property name="x" xml:space="preserve">${text}</property>`).properties.x).toBe(
      value,
    );
  });

  it('does not care for the prefix of its namespace', () => {
    const resource = codec.decodeResource(
      `<?xml-stylesheet href="x"?><u:resource xmlns:u="urn:x" rel="me" href="/me">
        <u:property name="name">Sam</u:property><u:link rel="note" href="/note"/>
      </u:resource>`,
      base,
    );
    expect(resource.rel).toBe('me');
    expect(resource.properties).toEqual({ name: 'Sam' });
    expect(resource.links.note).toHaveLength(1);
  });

  it('writes names as the JSON does', () => {
    expect(participant('<property name="PhotoURI">/a</property>').properties.photoUri).toBe('/a');
    expect(decode('', 'PhotoUri="/a"').properties.PhotoUri).toBe('/a');
    expect(participant('<property name="Novel">x</property>').properties.Novel).toBe('x');
  });

  it('takes lists of any vocabulary', () => {
    const { properties } = participant(`
      <propertyList name="uris"><uri>sip:a@b</uri></propertyList>
      <propertyList name="empty"/>
      <values name="novel"><value>1</value><value>2</value></values>
      <property name="none" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>
      <phones><phone><number>1</number><kind>Work</kind></phone></phones>
      <property name="twice">1</property><property name="twice">2</property>`);
    expect(properties).toMatchObject({
      uris: ['sip:a@b'],
      empty: [],
      novel: ['1', '2'],
      none: null,
      phones: [{ number: '1', kind: 'Work' }],
      twice: ['1', '2'],
    });
  });

  it('reads bags of properties, without the names of what holds them', () => {
    const { properties } = participant(`
      <property name="bag"><property name="a">1</property><property name="name">x</property></property>
      <propertyBag name="other"><property name="a">1</property></propertyBag>
      <propertyList name="bags"><item><property name="a">1</property></item></propertyList>`);
    expect(properties).toMatchObject({
      bag: { a: '1', name: 'x' },
      other: { a: '1' },
      bags: [{ a: '1' }],
    });
    expect(properties.other).not.toHaveProperty('name');
  });

  it('keeps attributes of any vocabulary, but not those of XML Schema', () => {
    const { properties } = codec.decodeResource(
      `<Response xmlns:i="http://www.w3.org/2001/XMLSchema-instance" Access="External"><User>
        <Server fqdn="pool.test" port="5061"/><Link token="A" href="https://a.test/"/>
        <Link token="B" href="https://b.test/"/><Wait unit="s">5</Wait><None i:nil="true"/>
        <property name="x" i:type="string">y</property></User></Response>`,
      base,
    );
    expect(properties).toEqual({
      Access: 'External',
      User: {
        Server: { fqdn: 'pool.test', port: '5061' },
        Link: [
          { token: 'A', href: 'https://a.test/' },
          { token: 'B', href: 'https://b.test/' },
        ],
        Wait: { unit: 's', value: '5' },
        None: null,
        x: 'y',
      },
    });
  });

  it('knows the types of resources in the dialect of the hosted service', () => {
    const resource = decode(
      '<property name="local">True</property>',
      'rel="ms:rtc:saas:participant"',
    );
    expect(resource.properties.local).toBe(true);
  });

  it('reads a link that stands alone', () => {
    const { links, properties } = codec.decodeResource('<link rel="me" href="/me"/>', base);
    expect(links.me).toHaveLength(1);
    expect(properties).toEqual({});
  });

  it('reads documents that are no resource', () => {
    const { properties } = codec.decodeResource(
      `<optionsMetadata><metadata><httpMethodMetadata><httpMethod>POST</httpMethod>
        <parameters><parameter><name>duration</name>
        <supportedValues><value>10</value></supportedValues></parameter></parameters>
      </httpMethodMetadata></metadata></optionsMetadata>`,
      base,
    );
    expect(properties).toEqual({
      metadata: [
        { httpMethod: 'POST', parameters: [{ name: 'duration', supportedValues: ['10'] }] },
      ],
    });
  });

  it('takes names of the language for what they are: names', () => {
    const resource = decode(
      '<property name="__proto__">x</property><link rel="constructor" href="/x"/>',
    );
    expect(Object.keys(resource.properties)).toEqual(['__proto__']);
    expect(resource.links.toString).toBeUndefined();
    expect(resource.links.constructor).toHaveLength(1);
  });
});

describe('what is malformed', () => {
  it.each([
    ['', 'line 1, column 1'],
    ['no XML', 'line 1, column 1'],
    ['<a>\n  <b></c>\n</a>', 'line 2, column 6'],
    ['\n\n  <a', 'line 3, column 5'],
    ['<a>&lol;</a>', 'line 1, column 4'],
    ['<a/><b/>', 'line 1, column 5'],
  ])('%j breaks at %s', (text, position) => {
    const error = failure(() => codec.decodeResource(text, base));
    expect(error.kind).toBe('malformed');
    expect(error.position).toBe(position);
  });

  it('expands no entity that a document declares, and quotes nothing of it', () => {
    const laughs = `<!DOCTYPE r [<!ENTITY a "hunter2"><!ENTITY b "&a;&a;">
      <!ENTITY c SYSTEM "file:///etc/passwd">]><resource><property name="x">&b;</property></resource>`;
    const error = failure(() => codec.decodeResource(laughs, base));
    expect(error.kind).toBe('malformed');
    expect(error.message).not.toContain('hunter2');
  });

  it.each([
    ['resources', '<resource rel="x">'.repeat(100_000)],
    ['complete resources', `${'<resource>'.repeat(100)}${'</resource>'.repeat(100)}`],
    ['elements', `<a>${'<b c="1">'.repeat(100)}x${'</b>'.repeat(100)}</a>`],
    ['tags', `<a>${'<b/>'.repeat(500_000)}</a>`],
    ['length', `<a>${' '.repeat(9_000_000)}</a>`],
  ])('refuses an absurd number of %s', (_, text) => {
    expect(failure(() => codec.decodeResource(text, base)).kind).toBe('malformed');
  });
});

describe('decodeEvents', () => {
  it('reads the element names as types and keeps the order', () => {
    const document = codec.decodeEvents(
      `<events href="/events?ack=1" ${namespace}>
        <link rel="next" href="/events?ack=2"/>
        <sender rel="communication" href="/communication">
          <started rel="messagingInvitation" href="/i/1">
            <resource rel="messagingInvitation" href="/i/1"><property name="state">Connecting</property></resource>
          </started>
          <completed rel="messagingInvitation" href="/i/1" status="Failure">
            <reason><code>RemoteFailure</code><subcode>Declined</subcode><message>No.</message>
              <debugInfo/><parameters/></reason>
          </completed>
        </sender>
        <sender rel="conversation" href="/c/1">
          <added rel="participant" href="/c/1/p/1" title="Sam"><in rel="leaders" href="/c/1/leaders"/></added>
          <event type="deleted"><link rel="participant" href="/c/1/p/1"/><status>Success</status></event>
          <updated rel="messaging"/>
        </sender>
      </events>`,
      base,
    );
    expect(document.next).toBe('https://pool.example.test/events?ack=2');
    expect(document.events).toMatchObject([
      { sender: { rel: 'communication' }, type: 'started', link: { rel: 'messagingInvitation' } },
      {
        type: 'completed',
        status: 'Failure',
        reason: { code: 'RemoteFailure', subcode: 'Declined', parameters: [], debugInfo: null },
      },
      {
        sender: { rel: 'conversation' },
        type: 'added',
        link: { title: 'Sam' },
        in: { rel: 'leaders' },
      },
      { type: 'deleted', link: { rel: 'participant' }, status: 'Success' },
    ]);
    expect(document.events[0]?.resource?.properties.state).toBe('Connecting');
    expect(document.skipped.map((each) => each.position)).toEqual(['$.sender[1].events[2].link']);
  });

  it('keeps more links of an event than its own', () => {
    const { events } = codec.decodeEvents(
      `<events><link rel="next" href="/e"/><sender rel="me" href="/me">
        <updated rel="note" href="/note" revision="2"><link rel="other" href="/o"/></updated>
      </sender></events>`,
      base,
    );
    expect(events[0]?.link.attributes).toEqual({ revision: '2' });
    expect(events[0]?.properties).toEqual({ links: { rel: 'other', href: '/o' } });
  });

  it.each(['next', 'resync', 'resume'] as const)('takes a body with only %s', (rel) => {
    const document = codec.decodeEvents(
      `<events ${namespace}><link rel="${rel}" href="events?ack=9"/></events>`,
      base,
    );
    expect(document[rel]).toMatch(/ack=9$/);
  });
});

describe('decodeError', () => {
  it.each([
    ['<parameter><name>sdp</name><reason>Invalid</reason></parameter>'],
    ['<parameter name="sdp" reason="Invalid"/>'],
    ['<parameter name="sdp">Invalid</parameter>'],
    ['<property name="sdp">Invalid</property>'],
  ])('reads the parameters in %s', (parameters) => {
    const text = `<reason><code>BadRequest</code><parameters>${parameters}</parameters></reason>`;
    expect(codec.decodeError(text)?.parameters).toEqual([{ name: 'sdp', reason: 'Invalid' }]);
  });

  it('reads an error body and nothing else', () => {
    const text = `<reason ${namespace}><code>Gone</code><subcode>TooManyApplications</subcode>
      <parameters><parameter><name>sdp</name><reason>Invalid</reason></parameter></parameters></reason>`;
    expect(codec.decodeError(text)).toEqual({
      code: 'Gone',
      subcode: 'TooManyApplications',
      message: null,
      parameters: [{ name: 'sdp', reason: 'Invalid' }],
      debugInfo: null,
    });
    for (const other of ['<html>', '', '{}', '<reason/>', '<html><body/></html>']) {
      expect(codec.decodeError(other)).toBeNull();
    }
  });
});

describe('encode', () => {
  it('writes inputs and whole resources that it reads itself', () => {
    const properties = {
      to: 'sip:sam@example.test',
      subject: 'a < b & "c"\r\n\t]]>\u{1f600}',
      joinAudioMuted: false,
      duration: 15,
      uris: ['sip:a@b', 'sip:c@d'],
      none: null,
    };
    const links = { mediaOffer: 'data:application/sdp;base64,dj0w' };
    const body = { type: 'resource', properties, links } as const;
    const { contentType, text } = codec.encode(body);
    expect(contentType).toBe('application/xml');
    expect(text).toContain(`<input ${namespace}>`);
    expect(codec.encode(body, 'PUT').text).toContain(`<resource ${namespace}>`);
    const read = codec.decodeResource(text, base);
    expect(read.properties).toEqual({
      to: properties.to,
      subject: properties.subject,
      joinAudioMuted: 'False',
      duration: '15',
      uris: properties.uris,
    });
    expect(read.links.mediaOffer?.[0]?.href).toBe(links.mediaOffer);
  });

  it('writes a moment as XML has it', () => {
    const properties = { expirationTime: '/Date(1474932023071)/', other: 'on /Date(1)/' };
    const { text } = codec.encode({ type: 'resource', properties });
    expect(codec.decodeResource(text, base).properties).toMatchObject({
      expirationTime: '2016-09-26T23:20:23.071Z',
      other: 'on /Date(1)/',
    });
  });

  it('writes an SDP and the text of a message as they are', () => {
    expect(codec.encode({ type: 'sdp', sdp: 'v=0' })).toEqual({
      contentType: 'application/sdp',
      text: 'v=0',
    });
    expect(codec.encode({ type: 'message', format: 'Html', text: '<b>é</b>' })).toEqual({
      contentType: 'text/html;charset=utf-8',
      text: '<b>é</b>',
    });
  });

  it('replaces what XML cannot carry', () => {
    const { text } = codec.encode({ type: 'resource', properties: { x: '\u0000\ud800a' } });
    expect(codec.decodeResource(text, base).properties.x).toBe('\u{fffd}\u{fffd}a');
  });

  it.each([
    ['application/vnd.microsoft.com.ucwa+xml; charset=utf-8', true],
    ['text/xml', true],
    ['application/xhtml+xml', true],
    ['application/json', false],
    ['application/xml-dtd', false],
  ])('says whether %s is its business', (contentType, expected) => {
    expect(codec.reads(contentType)).toBe(expected);
  });
});
