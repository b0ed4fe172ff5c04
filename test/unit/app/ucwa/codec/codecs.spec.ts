import { describe, expect, it } from 'vitest';
import { ucwaCodecs } from '../../../../../app/ucwa/codec/ucwa-codecs.ts';
import { decodeMediaSdp } from '../../../../../app/ucwa/hypermedia/media-sdp.ts';

const base = 'https://pool.example.test/';

describe('Codecs', () => {
  it.each([
    ['application/json', '{"rel":"me"}'],
    ['application/vnd.microsoft.com.ucwa+json;charset=utf-8', '\ufeff{"rel":"me"}'],
    ['APPLICATION/XML', '<resource rel="me"/>'],
    ['application/vnd.microsoft.com.ucwa+xml', '<resource rel="me"/>'],
    [null, '{"rel":"me"}'],
  ])('reads %s whatever was asked for', (contentType, text) => {
    expect(ucwaCodecs().for(contentType)?.decodeResource(text, base).rel).toBe('me');
  });

  it.each(['text/html', 'application/sdp', '', 'multipart/mixed; boundary=x', 'multipart/related'])(
    'leaves %j to others',
    (contentType) => {
      expect(ucwaCodecs().for(contentType)).toBeNull();
    },
  );

  it('asks for and writes one syntax', () => {
    const body = { type: 'resource', properties: { a: 'b' } } as const;
    expect(ucwaCodecs().accept).toBe('application/json');
    expect(ucwaCodecs().encode(body).text).toBe('{"a":"b"}');
    expect(ucwaCodecs('xml').accept).toMatch(/^application\/vnd\.microsoft\.com\.ucwa\+xml\b/);
    expect(ucwaCodecs('xml').encode(body).text).toMatch(/^<\?xml/);
  });
});

describe('multipart/related', () => {
  const contentType = 'multipart/related; boundary="b1"; type="application/json"; start="<root>"';
  const part = (id: string, type: string, body: string, more = '') =>
    `--b1\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\n${more}\r\n${body}\r\n`;
  const sdp = 'v=0\r\no=- 0 0 IN IP4 192.0.2.1\r\ns=session';
  const parts = (root: object) =>
    part('offer@example.test', 'application/sdp', sdp) +
    part('root', 'application/json; charset=utf-8', JSON.stringify(root)) +
    part('64', 'text/plain', 'aGVsbG8=', 'Content-Transfer-Encoding: base64\r\n') +
    '--b1--\r\n';
  const invitation = {
    rel: 'audioVideoInvitation',
    _links: {
      self: { href: '/i/1' },
      mediaOffer: { href: 'cid:offer%40example.test' },
      customContent: { href: 'cid:64' },
      lost: { href: 'cid:nobody' },
    },
  };
  const decoder = ucwaCodecs().for(contentType);

  it('gives the parts that a resource links to', () => {
    const resource = decoder?.decodeResource(parts(invitation), base);
    expect(resource?.href).toBe('https://pool.example.test/i/1');
    expect(decodeMediaSdp(resource?.links.mediaOffer?.[0]?.href ?? '').sdp).toBe(sdp);
    expect(resource?.links.customContent?.[0]?.href).toBe('data:text/plain;base64,aGVsbG8=');
    expect(resource?.links.lost?.[0]?.href).toBe('cid:nobody');
  });

  it('gives the parts that embedded resources of events link to', () => {
    const link = { rel: 'audioVideoInvitation', href: '/i/1' };
    const event = { type: 'started', link, _embedded: { audioVideoInvitation: invitation } };
    const events = decoder?.decodeEvents(
      parts({ sender: [{ rel: 'communication', href: '/c', events: [event] }] }),
      base,
    ).events;
    const offer = events?.[0]?.resource?.links.mediaOffer?.[0]?.href ?? '';
    expect(decodeMediaSdp(offer).sdp).toBe(sdp);
  });

  it('keeps offers of several alternatives in one', () => {
    const alternatives =
      '--b2\r\nContent-Type: application/sdp\r\nContent-ID: <1>\r\n' +
      'Content-Disposition: session; ms-proxy-2007fallback\r\n\r\nv=0\r\n' +
      `--b2\r\nContent-Type: application/sdp\r\nContent-ID: <2>\r\n\r\n${sdp}\r\n--b2--`;
    const body =
      part('root', 'application/json', JSON.stringify(invitation)) +
      part('offer@example.test', 'multipart/alternative; boundary="b2"', alternatives) +
      '--b1--';
    const offer = decoder?.decodeResource(body, base).links.mediaOffer?.[0]?.href ?? '';
    expect(decodeMediaSdp(offer)).toEqual({ sdp, contentId: '2' });
  });

  it('reads an error, and finds none where there is none', () => {
    expect(decoder?.decodeError(parts({ code: 'Gone' }))?.code).toBe('Gone');
    expect(decoder?.decodeError('nothing')).toBeNull();
  });

  it.each(['', '--b1', '--b1--', '--b1\r\n\r\n{'])('refuses %j', (text) => {
    expect(() => decoder?.decodeResource(text, base)).toThrow('Malformed');
  });
});
