import { describe, expect, it } from 'vitest';
import { formEncode, parseDataUri, textDataUri } from '../../../main/sandbox/sdp/data-uri.ts';
import { deliverOffer, isSdp, sdpOfHref } from '../../../main/sandbox/sdp/offer.ts';

const sdp =
  'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/SAVP 0 8\r\na=sendrecv\r\n';

describe('data URIs', () => {
  it('are form-encoded: plus for a space, lower-case percent', () => {
    expect(formEncode('a b+c\r\n=ü')).toBe('a+b%2bc%0d%0a%3d%c3%bc');
    expect(parseDataUri(textDataUri('Plain', 'a b+c ü'))?.bytes.toString()).toBe('a b+c ü');
  });

  it('keep the plus of base64', () => {
    expect(parseDataUri('data:application/sdp;base64,++++')?.bytes).toEqual(
      Buffer.from('++++', 'base64'),
    );
  });

  it('forgive white space and refuse what is none', () => {
    const spaced = `data : application/sdp;base64,\n ${Buffer.from(sdp).toString('base64')}`;
    expect(sdpOfHref(spaced)).toBe(sdp);
    expect(parseDataUri('http://example.test/')).toBeUndefined();
  });
});

describe('offers', () => {
  it.each(['', 'hello', 'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\n', '{"sdp":"v=0"}'])(
    '%j is no SDP',
    (text) => {
      expect(isSdp(text)).toBe(false);
    },
  );

  it.each(['sdp', 'multipart'] as const)('survive delivery as %s', (form) => {
    expect(sdpOfHref(deliverOffer(sdp, form, 'parley.test').href)).toBe(sdp);
  });
});
