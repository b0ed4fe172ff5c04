import { describe, expect, it } from 'vitest';
import { JsonCodec } from '../../../../../app/ucwa/codec/json/json-codec.ts';
import { relationName } from '../../../../../app/ucwa/hypermedia/relation.ts';

const base = 'https://pool.example.test/platformservice/v1/applications/1';
const decode = (value: object) => new JsonCodec().decodeResource(JSON.stringify(value), base);

describe('relationName', () => {
  it.each([
    ['decline', 'decline'],
    ['ms:rtc:saas:decline', 'decline'],
    ['service:decline', 'decline'],
    ['ms:rtc:other:decline', 'ms:rtc:other:decline'],
    ['service:', 'service:'],
  ])('of %s is %s', (relation, name) => {
    expect(relationName(relation)).toBe(name);
  });
});

describe('a document of the hosted service', () => {
  const hosted = decode({
    rel: 'ms:rtc:saas:messagingInvitation',
    _links: {
      self: { href: '/i/1' },
      'ms:rtc:saas:decline': { href: '/i/1/decline' },
      customContent: { href: 'data:text/plain,hello' },
    },
    _embedded: {
      'ms:rtc:saas:from': { name: 'Sam' },
      myOnlineMeetings: { rel: 'myOnlineMeetings' },
    },
  });

  it('has the same names as one of UCWA', () => {
    expect(hosted.rel).toBe('messagingInvitation');
    expect(hosted.links.decline?.[0]).toMatchObject({
      rel: 'decline',
      href: 'https://pool.example.test/i/1/decline',
    });
    expect(hosted.embedded.from?.[0]?.properties.name).toBe('Sam');
  });

  it('says in which dialect it is written, down to what it embeds', () => {
    expect(hosted.dialect).toBe('ms:rtc:saas');
    expect(hosted.embedded.from?.[0]?.dialect).toBe('ms:rtc:saas');
    expect(hosted.embedded.myOnlineMeetings?.[0]?.dialect).toBe('ms:rtc:saas');
    expect(decode({ _links: { 'service:decline': { href: '/x' } } }).dialect).toBe('service');
    expect(decode({ _links: { decline: { href: '/x' } } }).dialect).toBe('ucwa');
  });

  it('takes the relation that a resource is embedded under for one that says nothing', () => {
    expect(hosted.embedded.from?.[0]?.rel).toBe('from');
    expect(hosted.embedded.myOnlineMeetings?.[0]?.rel).toBe('myOnlineMeetings');
  });

  it('keeps what both dialects name', () => {
    const both = decode({
      _links: { decline: { href: '/1' }, 'ms:rtc:saas:decline': { href: '/2' } },
      _embedded: { from: { name: 'A' }, 'service:from': { name: 'B' } },
    });
    expect(both.links.decline).toHaveLength(2);
    expect(both.embedded.from?.map((each) => each.properties.name)).toEqual(['A', 'B']);
  });

  it('resolves hrefs against its baseuri, and none against one that is no address', () => {
    const links = { near: { href: '/x' }, far: { href: 'https://b.example.test/y' } };
    const good = decode({ baseuri: 'https://a.example.test/z', _links: links });
    const bad = decode({ baseuri: 'not_an_address', _links: links });
    expect(good.links.near?.[0]?.href).toBe('https://a.example.test/x');
    expect(bad.links.near?.[0]?.href).toBe('/x');
    expect(bad.links.far?.[0]?.href).toBe('https://b.example.test/y');
  });

  it('does not take a bare word for the address of another service', () => {
    const links = { 'ms:rtc:saas:discover': { href: 'discovery' }, near: { href: 'near' } };
    const read = decode({ _links: links });
    expect(read.links.discover?.[0]?.href).toBe('discovery');
    expect(read.links.near?.[0]?.href).toBe(
      'https://pool.example.test/platformservice/v1/applications/near',
    );
  });
});

describe('an event body of the hosted service', () => {
  it('has the same names as one of UCWA', () => {
    const { events } = new JsonCodec().decodeEvents(
      JSON.stringify({
        _links: { next: { href: '/events?ack=2' } },
        baseuri: 'https://a.example.test',
        sender: [
          {
            rel: 'ms:rtc:saas:communication',
            href: '/communication',
            events: [
              {
                type: 'started',
                link: { rel: 'ms:rtc:saas:messagingInvitation', href: '/i/1' },
                in: { rel: 'ms:rtc:saas:conversation', href: '/c/1' },
                _embedded: { 'ms:rtc:saas:messagingInvitation': { state: 'Connecting' } },
                novel: 7,
              },
            ],
          },
        ],
      }),
      base,
    );
    expect(events[0]).toMatchObject({
      sender: { rel: 'communication', href: 'https://a.example.test/communication' },
      link: { rel: 'messagingInvitation' },
      in: { rel: 'conversation' },
      resource: { rel: 'messagingInvitation', dialect: 'ms:rtc:saas' },
      properties: { novel: 7 },
    });
  });
});
