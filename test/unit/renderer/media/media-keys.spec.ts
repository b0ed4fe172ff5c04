import { describe, expect, it } from 'vitest';
import { MediaFailure } from '../../../../renderer/media/media-failure.ts';
import { chooseKeys } from '../../../../renderer/media/media-keys.ts';

const key = (tag: number, more = '') =>
  `a=crypto:${tag} AES_CM_128_HMAC_SHA1_80 inline:abcdefgh|2^31${more}`;
const fingerprint = 'a=fingerprint:sha-256 AB:CD';

const reasonOf = (lines: readonly string[]): string => {
  try {
    chooseKeys(lines);
  } catch (error) {
    if (error instanceof MediaFailure) return error.reason;
    throw error;
  }
  return 'no failure';
};

describe('chooseKeys', () => {
  it('leaves each stream the first key without identifier', () => {
    const lines = [
      ...['v=0', 'm=audio 5000 RTP/SAVP 9', key(2, '|1:1'), key(3), key(4)],
      ...['m=video 5002 RTP/SAVP 122', key(7), key(8, '|1:1'), 'a=rtcp-mux'],
    ];
    expect(chooseKeys(lines)).toEqual([
      ...['v=0', 'm=audio 5000 RTP/SAVP 9', key(3)],
      ...['m=video 5002 RTP/SAVP 122', key(7), 'a=rtcp-mux'],
    ]);
  });

  it.each([
    ['RTP/AVP', 'RTP/SAVP'],
    ['RTP/AVPF', 'RTP/SAVPF'],
  ])('takes the encryption that %s leaves open', (given, taken) => {
    expect(chooseKeys([`m=audio 5000 ${given} 9`, key(1)])).toEqual([
      `m=audio 5000 ${taken} 9`,
      key(1),
    ]);
  });

  it.each([
    ['only a key with an identifier', ['m=audio 5000 RTP/SAVP 9', key(2, '|1:1')]],
    ['only a suite that is not ours', ['m=audio 5000 RTP/SAVP 9', 'a=crypto:1 F8_128 inline:abc']],
    ['a stream in the clear', ['m=audio 5000 RTP/AVP 9']],
    ['a second stream in the clear', ['m=audio 5000 RTP/SAVP 9', key(1), 'm=video 5002 RTP/AVP 9']],
  ])('refuses %s', (_what, lines) => {
    expect(reasonOf(lines)).toBe('encryption-mismatch');
  });

  it.each([
    ['keys by DTLS for the stream', ['m=audio 9 UDP/TLS/RTP/SAVPF 9', fingerprint]],
    ['keys by DTLS for all', [fingerprint, 'm=audio 9 RTP/AVP 9']],
    ['a refused stream', ['m=audio 5000 RTP/SAVP 9', key(1), 'm=video 0 RTP/AVP 34']],
  ])('lets through %s', (_what, lines) => {
    expect(chooseKeys(lines)).toEqual(lines);
  });
});
