import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCodec } from '../../../../../app/ucwa/codec/json/json-codec.ts';
import { UcwaError } from '../../../../../app/ucwa/ucwa-error.ts';

const codec = new JsonCodec();
const base = 'https://pool.example.test/ucwa/oauth/v1/applications/1/events?ack=1';

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
  it('resolves hrefs against the address of the response and keeps data: and cid: ones', () => {
    const resource = codec.decodeResource(
      JSON.stringify({
        rel: 'audioVideoInvitation',
        etag: '7',
        _links: {
          self: { href: '/ucwa/v1/i/1' },
          near: { href: 'decline' },
          far: { href: 'https://other.example.test/x' },
          mediaOffer: { href: 'data:application/sdp,v=0' },
          part: { href: 'cid:1@example.test' },
        },
      }),
      base,
    );
    expect(resource.href).toBe('https://pool.example.test/ucwa/v1/i/1');
    expect(resource.etag).toBe('7');
    expect(resource.links.near?.[0]?.href).toBe(
      'https://pool.example.test/ucwa/oauth/v1/applications/1/decline',
    );
    expect(resource.links.far?.[0]?.href).toBe('https://other.example.test/x');
    expect(resource.links.mediaOffer?.[0]?.href).toBe('data:application/sdp,v=0');
    expect(resource.links.part?.[0]?.href).toBe('cid:1@example.test');
  });

  it('takes a link as object or as list, and one or many embedded resources', () => {
    const resource = codec.decodeResource(
      JSON.stringify({
        _links: {
          to: [
            { href: '/a', title: 'A' },
            { href: '/b', revision: '2' },
          ],
          from: { href: '/c' },
        },
        _embedded: { one: { name: 'x' }, many: [{ name: 'y' }, { name: 'z' }] },
      }),
      base,
    );
    expect(resource.links.to).toEqual([
      { rel: 'to', href: 'https://pool.example.test/a', title: 'A', revision: null },
      { rel: 'to', href: 'https://pool.example.test/b', title: null, revision: '2' },
    ]);
    expect(resource.embedded.one).toHaveLength(1);
    expect(resource.embedded.many?.map((item) => item.properties.name)).toEqual(['y', 'z']);
  });

  it('keeps what it does not know and leaves out links that are none', () => {
    const resource = codec.decodeResource(
      '{"novel":{"deep":[1,{"a":null}]},"_links":{"broken":{"title":"no href"},"bad":7,"odd":{"href":"http://"}}}',
      base,
    );
    expect(resource.properties.novel).toEqual({ deep: [1, { a: null }] });
    expect(Object.keys(resource.links)).toEqual(['odd']);
  });

  it('takes names of the language for what they are: names', () => {
    const resource = codec.decodeResource(
      '{"__proto__":{"polluted":true},"_links":{"constructor":{"href":"/x"}}}',
      base,
    );
    expect(resource.properties.polluted).toBeUndefined();
    expect(resource.links.toString).toBeUndefined();
    expect(resource.links.constructor).toHaveLength(1);
  });

  it('ignores a byte order mark', () => {
    expect(codec.decodeResource('\ufeff{"rel":"me"}', base).rel).toBe('me');
  });

  it.each([
    ['{"rel":"me"', 'offset 11'],
    ['{"rel":me}', 'offset 7'],
    ['<html>', 'offset 0'],
    ['', 'offset 0'],
    ['[]', '$'],
    ['null', '$'],
  ])('says where %j breaks', (text, position) => {
    const error = failure(() => codec.decodeResource(text, base));
    expect(error.kind).toBe('malformed');
    expect(error.position).toBe(position);
  });

  it('quotes nothing of a malformed body', () => {
    const error = failure(() => codec.decodeResource('{"secret":"hunter2" oops', base));
    expect(error.message).not.toContain('hunter2');
  });

  it.each([
    ['properties', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['embedded resources', `${'{"_embedded":{"x":'.repeat(5000)}{}${'}}'.repeat(5000)}`],
  ])('refuses absurdly nested %s', (_, text) => {
    expect(failure(() => codec.decodeResource(text, base)).kind).toBe('malformed');
  });
});

const event = (rel: string, type: string) => ({ link: { rel, href: `/${rel}` }, type });
const body = (...sender: unknown[]) =>
  JSON.stringify({ _links: { next: { href: 'events?ack=2&key=a%7Eb' } }, sender });
const sender = (rel: string, ...events: unknown[]) => ({ rel, href: `/${rel}`, events });

describe('decodeEvents', () => {
  it('gives the events of all senders in the order of the document', () => {
    const document = codec.decodeEvents(
      body(
        sender('communication', event('conversation', 'added')),
        sender('conversation', event('participant', 'added'), event('messaging', 'updated')),
        sender('communication', event('conversation', 'updated')),
      ),
      base,
    );
    expect(
      document.events.map((each) => `${each.sender.rel}:${each.link.rel}:${each.type}`),
    ).toEqual([
      'communication:conversation:added',
      'conversation:participant:added',
      'conversation:messaging:updated',
      'communication:conversation:updated',
    ]);
    expect(document.next).toBe(
      'https://pool.example.test/ucwa/oauth/v1/applications/1/events?ack=2&key=a%7Eb',
    );
  });

  it('reads everything an event has', () => {
    const document = codec.decodeEvents(
      body(
        sender('communication', {
          link: { rel: 'audioVideoInvitation', href: '/i/1', title: 'Sam' },
          in: { rel: 'conversation', href: '/c/1' },
          type: 'completed',
          status: 'Failure',
          reason: {
            code: 'RemoteFailure',
            subcode: 'Declined',
            message: 'Your invitation was declined.',
            parameters: [{ name: 'sdp', reason: 'Invalid' }],
            debugInfo: { a: 1 },
          },
          _embedded: { audioVideoInvitation: { rel: 'audioVideoInvitation', state: 'Failed' } },
        }),
      ),
      base,
    );
    const [read] = document.events;
    expect(read).toMatchObject({
      link: { rel: 'audioVideoInvitation', title: 'Sam' },
      in: { rel: 'conversation', href: 'https://pool.example.test/c/1' },
      status: 'Failure',
      reason: {
        code: 'RemoteFailure',
        subcode: 'Declined',
        parameters: [{ name: 'sdp', reason: 'Invalid' }],
        debugInfo: { a: 1 },
      },
    });
    expect(read?.resource?.properties.state).toBe('Failed');
  });

  it('reads one sender and one event that stand in no list', () => {
    const event = { link: { rel: 'note', href: '/note' }, type: 'added' };
    const one = { sender: { rel: 'me', href: '/me', events: event } };
    const document = codec.decodeEvents(JSON.stringify(one), base);
    expect(document.events).toMatchObject([{ sender: { rel: 'me' }, type: 'added' }]);
  });

  it('keeps what nobody documented', () => {
    const link = { rel: 'note', href: '/note', revision: '2' };
    const event = { link, type: 'completed', status: 'Pending', novel: [1] };
    const sent = JSON.stringify({ sender: [{ rel: 'me', href: '/me', at: 5, events: [event] }] });
    const [read] = codec.decodeEvents(sent, base).events;
    expect(read?.link.attributes).toEqual({ revision: '2' });
    expect(read?.sender.attributes).toEqual({ at: 5 });
    expect(read?.status).toBeNull();
    expect(read?.properties).toEqual({ status: 'Pending', novel: [1] });
  });

  it.each([
    ['an event that is no object', 7, '$.sender[0].events[1]'],
    ['an event without type', { link: { rel: 'x', href: '/x' } }, '$.sender[0].events[1].type'],
    ['an event without link', { type: 'added' }, '$.sender[0].events[1].link'],
    ['a link without href', { type: 'added', link: { rel: 'x' } }, '$.sender[0].events[1].link'],
  ])('skips %s and keeps the others', (_, bad, position) => {
    const document = codec.decodeEvents(
      body(sender('communication', event('a', 'added'), bad, event('b', 'added'))),
      base,
    );
    expect(document.events.map((each) => each.link.rel)).toEqual(['a', 'b']);
    expect(document.skipped.map((each) => each.position)).toEqual([position]);
  });

  it('skips a sender that is none and keeps the others', () => {
    const document = codec.decodeEvents(
      body({ rel: 'x' }, sender('me', event('me', 'updated'))),
      base,
    );
    expect(document.events).toHaveLength(1);
    expect(document.skipped).toHaveLength(1);
  });

  it('keeps unknown relations, types and codes', () => {
    const novel = { ...event('holograms', 'beamed'), reason: { code: 'Later', subcode: 'Novel' } };
    const document = codec.decodeEvents(body(sender('bridge', novel)), base);
    expect(document.events[0]).toMatchObject({ type: 'beamed', reason: { subcode: 'Novel' } });
  });

  it.each(['next', 'resync', 'resume'] as const)('takes a body with only %s', (rel) => {
    const document = codec.decodeEvents(`{"_links":{"${rel}":{"href":"events?ack=9"}}}`, base);
    expect(document[rel]).toMatch(/ack=9$/);
    expect(document.events).toEqual([]);
  });

  it.each(['{}', '{"_links":{}}', '[]', '{"sender":7}'])(
    'refuses %s: neither events nor links',
    (text) => {
      expect(failure(() => codec.decodeEvents(text, base)).kind).toBe('malformed');
    },
  );

  it('resolves hrefs against baseuri where a server gives one', () => {
    const document = codec.decodeEvents(
      JSON.stringify({
        _links: { next: { href: '/next' } },
        baseuri: 'https://else.example.test',
        sender: [sender('communication', event('x', 'added'))],
      }),
      base,
    );
    expect(document.events[0]?.link.href).toBe('https://else.example.test/x');
    expect(document.next).toBe('https://pool.example.test/next');
  });
});

describe('any input', () => {
  it('gives a document or a malformed error, never anything else', () => {
    const json = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value));
    const damaged = fc
      .tuple(json, fc.nat(), fc.string())
      .map(([text, at, noise]) => text.slice(0, at % (text.length + 1)) + noise);
    const eventBody = fc
      .array(fc.oneof(fc.jsonValue(), fc.constant(event('x', 'added'))))
      .map((events) => body(sender('communication', ...events)));
    fc.assert(
      fc.property(fc.oneof(json, damaged, eventBody, fc.string()), (text) => {
        const decoders = [
          () => codec.decodeResource(text, base),
          () => codec.decodeEvents(text, base),
        ];
        for (const decode of decoders) {
          try {
            decode();
          } catch (error) {
            if (!(error instanceof UcwaError) || error.kind !== 'malformed') throw error;
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never loses a good event among bad ones', () => {
    const good = fc.constant(event('good', 'added'));
    const bad = fc.jsonValue().filter((value) => value === null || typeof value !== 'object');
    fc.assert(
      fc.property(fc.array(fc.oneof(good, bad)), (events) => {
        const expected = events.filter((each) => typeof each === 'object' && each !== null).length;
        const document = codec.decodeEvents(body(sender('communication', ...events)), base);
        expect(document.events).toHaveLength(expected);
        expect(document.skipped).toHaveLength(events.length - expected);
      }),
    );
  });
});

describe('decodeError and encode', () => {
  it('keeps all that an error says', () => {
    const link = { href: 'https://help.test/' };
    const given = { code: 'Gone', parameters: { sdp: 'Invalid' }, debugInfo: { a: 1 }, link };
    expect(codec.decodeError(JSON.stringify(given))).toEqual({
      code: 'Gone',
      subcode: null,
      message: null,
      parameters: [{ name: 'sdp', reason: 'Invalid' }],
      debugInfo: { a: 1 },
      others: { link },
    });
  });

  it('reads a link that is its address alone', () => {
    const { links, href } = codec.decodeResource('{"_links":{"self":"/me","a":["/b"]}}', base);
    expect(href).toBe('https://pool.example.test/me');
    expect(links.a).toHaveLength(1);
  });

  it('reads an error body and nothing else', () => {
    expect(codec.decodeError('{"code":"Gone","subcode":"TooManyApplications"}')).toMatchObject({
      code: 'Gone',
      subcode: 'TooManyApplications',
      message: null,
      parameters: [],
    });
    for (const text of ['<html>', '', '{}', '7']) expect(codec.decodeError(text)).toBeNull();
  });

  it('writes the text of a message as it is', () => {
    expect(codec.encode({ type: 'message', format: 'Plain', text: 'Hi' })).toEqual({
      contentType: 'text/plain;charset=utf-8',
      text: 'Hi',
    });
  });

  it('writes properties, and links as external resources', () => {
    const { contentType, text } = codec.encode({
      type: 'resource',
      properties: { to: 'sip:sam@example.test', joinAudioMuted: false },
      links: { mediaOffer: 'data:application/sdp;base64,dj0w' },
    });
    expect(contentType).toBe('application/json');
    expect(JSON.parse(text)).toEqual({
      to: 'sip:sam@example.test',
      joinAudioMuted: false,
      _links: { mediaOffer: { href: 'data:application/sdp;base64,dj0w' } },
    });
  });

  it('sends SDP as it is', () => {
    expect(codec.encode({ type: 'sdp', sdp: 'v=0\r\n' })).toEqual({
      contentType: 'application/sdp',
      text: 'v=0\r\n',
    });
  });

  it.each([
    ['application/json; charset=utf-8', true],
    ['application/vnd.microsoft.com.ucwa+json', true],
    ['text/html', false],
    ['application/xml', false],
  ])('says whether %s is its business', (contentType, expected) => {
    expect(codec.reads(contentType)).toBe(expected);
  });
});
