import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDataUri } from '../../../../../app/ucwa/hypermedia/data-uri.ts';
import { decodeMediaSdp, encodeMediaSdp } from '../../../../../app/ucwa/hypermedia/media-sdp.ts';
import { UcwaError } from '../../../../../app/ucwa/ucwa-error.ts';

/** Form encoding as the real server writes it: `+` for a space, lower-case hexadecimal digits. */
function formEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/%[0-9A-F]{2}/g, (encoded) => encoded.toLowerCase());
}

const fallback = 'v=0\r\no=- 0 0 IN IP4 192.0.2.1\r\ns=session\r\n';
const current = 'v=0\r\no=- 0 1 IN IP4 192.0.2.1\r\ns=session\r\na=sendrecv\r\n';

function part(contentId: string, disposition: string, sdp: string): string {
  return [
    'Content-Type: application/sdp',
    `Content-ID: <${contentId}@example.test>`,
    `Content-Disposition: ${disposition}`,
    '',
    sdp,
  ].join('\r\n');
}

function multipart(...parts: string[]): string {
  const body = `${parts.map((each) => `--b1\r\n${each}\r\n`).join('')}--b1--\r\n`;
  return `data:multipart/alternative;charset=utf-8;boundary=b1,${formEncode(body)}`;
}

describe('decodeMediaSdp', () => {
  it('takes the part without ms-proxy-2007fallback and its Content-ID', () => {
    const uri = multipart(
      part('old', 'session; handling=optional; ms-proxy-2007fallback', fallback),
      part('new', 'session; handling=optional', current),
    );
    expect(decodeMediaSdp(uri)).toEqual({ sdp: current, contentId: 'new@example.test' });
  });

  it('takes the flagged part when there is no other', () => {
    const uri = multipart(part('old', 'session; ms-proxy-2007fallback', fallback));
    expect(decodeMediaSdp(uri)).toEqual({ sdp: fallback, contentId: 'old@example.test' });
  });

  it('passes over parts that are no SDP', () => {
    const uri = multipart('Content-Type: text/plain\r\n\r\nhello', part('new', 'session', current));
    expect(decodeMediaSdp(uri).contentId).toBe('new@example.test');
  });

  it.each([
    ['form encoding', `data:application/sdp,${formEncode(current)}`],
    ['base64', `data:application/sdp;base64,${Buffer.from(current).toString('base64')}`],
    [
      'base64 with percent escapes and line breaks',
      `data:application/sdp;charset=utf-8;base64,\r\n ${encodeURIComponent(Buffer.from(current).toString('base64'))}`,
    ],
  ])('reads a single part in %s', (_, uri) => {
    expect(decodeMediaSdp(uri)).toEqual({ sdp: current, contentId: null });
  });

  it.each([
    ['no data: URI', 'https://example.test/sdp'],
    ['wrong base64', 'data:application/sdp;base64,base64-encoded-sdp'],
    ['wrong percent encoding', 'data:application/sdp,%zz'],
    ['multipart without boundary', 'data:multipart/alternative,x'],
    ['multipart without parts', 'data:multipart/alternative;boundary=b,x'],
    ['multipart without SDP', multipart('Content-Type: text/plain\r\n\r\nhello')],
  ])('refuses %s', (_, uri) => {
    expect(() => decodeMediaSdp(uri)).toThrow(expect.objectContaining({ kind: 'malformed' }));
  });

  it('gives back what encodeMediaSdp made, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (sdp) => {
        expect(decodeMediaSdp(encodeMediaSdp(sdp))).toEqual({ sdp, contentId: null });
      }),
    );
  });

  it('gives an SDP or a malformed error for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', ';base64', ';boundary=b'), (data, more) => {
        for (const type of ['application/sdp', 'multipart/alternative']) {
          try {
            decodeMediaSdp(`data:${type}${more},${data}`);
          } catch (error) {
            if (!(error instanceof UcwaError) || error.kind !== 'malformed') throw error;
          }
        }
      }),
    );
  });
});

describe('decodeDataUri', () => {
  it('knows + as space and %2b as plus', () => {
    const { text, parameters } = decodeDataUri('data:text/plain;charset=utf-8,a+b%2bc%0d%0a');
    expect(text).toBe('a b+c\r\n');
    expect(parameters).toEqual({ charset: 'utf-8' });
  });

  it('keeps + in base64', () => {
    const uri = `data:text/plain;base64,${Buffer.from([0xfb, 0xef, 0xbe]).toString('base64')}`;
    expect(uri).toContain('++');
    expect(() => decodeDataUri(uri)).not.toThrow();
  });

  it('takes the quotes off a parameter', () => {
    expect(decodeDataUri('data:multipart/mixed;boundary="a b",x').parameters.boundary).toBe('a b');
  });
});
