import { describe, expect, it } from 'vitest';
import { MediaFailure } from '../../../../renderer/media/media-failure.ts';
import {
  isHold,
  offersVideo,
  sectionNames,
  toWebRtc,
  videoSources,
} from '../../../../renderer/media/sdp-seam.ts';

const sdp = (...lines: readonly string[]): string =>
  ['v=0', 'o=- 0 1 IN IP4 192.0.2.1', 's=session', 't=0 0', ...lines, ''].join('\r\n');

const audio = 'm=audio 27100 RTP/SAVP 9 0 101';
const video = 'm=video 27200 RTP/SAVP 122';

const reasonOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof MediaFailure) return error.reason;
    throw error;
  }
  return 'no failure';
};

describe('toWebRtc', () => {
  it('lets an SDP of WebRTC through unchanged', () => {
    const ours = sdp(
      audio,
      'a=candidate:1 1 udp 2130706431 192.0.2.1 27100 typ host',
      'a=rtcp-mux',
    );
    expect(toWebRtc(ours)).toBe(ours);
  });

  it('takes the trailing space off candidates', () => {
    const theirs = sdp(audio, 'a=candidate:1 1 UDP 2130706431 192.0.2.1 27100 typ host ');
    expect(toWebRtc(theirs)).toBe(
      sdp(audio, 'a=candidate:1 1 UDP 2130706431 192.0.2.1 27100 typ host'),
    );
  });

  it.each([
    [
      'a candidate over TCP in the older dialect',
      'a=candidate:3 1 TCP-PASS 6556159 192.0.2.9 443 typ relay',
    ],
    ['an active one', 'a=candidate:4 1 TCP-ACT 7076863 192.0.2.9 443 typ srflx'],
    [
      'an IPv6 candidate of the dialect',
      'a=x-candidate-ipv6:2 1 UDP 2130705919 ::1 27100 typ host',
    ],
    ['the nominated pair', 'a=remote-candidates:1 192.0.2.7 5004 2 192.0.2.7 5005'],
    ['the draft’s candidate', 'a=remote-candidate:abcdef'],
    ['capabilities', 'a=x-caps:121 263:1280:720:30.0:2000000:1'],
    ['the older key agreement', 'a=cryptoscale:1 client AES_CM_128_HMAC_SHA1_80 inline:aaaa'],
    ['an extension that is no URI', 'a=extmap:2 C:\\Program Files\\something'],
  ])('drops %s', (_what, line) => {
    expect(toWebRtc(sdp(audio, line, 'a=rtcp-mux'))).toBe(sdp(audio, 'a=rtcp-mux'));
  });

  it('keeps the key agreement and ordinary extensions', () => {
    const theirs = sdp(
      audio,
      'a=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:abc|2^31',
      'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
    );
    expect(toWebRtc(theirs)).toBe(theirs);
  });

  it('reads bare line feeds', () => {
    expect(toWebRtc(sdp(audio).replace(/\r\n/g, '\n'))).toBe(sdp(audio));
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a page', '<!doctype html>\n<p>Proxy error</p>'],
    ['no media', sdp()],
    ['a line in the middle that is none', sdp(audio, 'Content-Type: application/sdp')],
  ])('refuses %s', (_what, text) => {
    expect(reasonOf(() => toWebRtc(text))).toBe('invalid-sdp');
  });
});

describe('isHold', () => {
  it.each([
    ['every stream inactive', sdp(audio, 'a=inactive', video, 'a=inactive'), true],
    ['inactive for the whole session', sdp('a=inactive', audio, video), true],
    [
      'a refused stream beside an inactive one',
      sdp(audio, 'a=inactive', 'm=video 0 RTP/SAVP 122'),
      true,
    ],
    ['one stream that goes on', sdp(audio, 'a=inactive', video, 'a=sendrecv'), false],
    ['sendonly, which is no hold here', sdp(audio, 'a=sendonly'), false],
    ['no direction, which means both ways', sdp(audio), false],
    ['only refused streams', sdp('m=audio 0 RTP/SAVP 0'), false],
  ])('%s', (_what, text, expected) => {
    expect(isHold(text)).toBe(expected);
  });
});

describe('videoSources', () => {
  const section = (...attributes: readonly string[]) => [video, ...attributes];

  it.each([
    ['the stream id of a conference server', ['a=x-source-streamid:3271'], '3271'],
    ['a label of its own', ['a=label:3271'], '3271'],
    ['the stream id rather than the kind', ['a=label:main-video', 'a=x-source-streamid:7'], '7'],
    ['nothing where only the kind is named', ['a=label:main-video', 'a=x-source:main-video'], null],
    ['nothing where there is no word', ['a=rtcp-mux'], null],
    ['nothing of a name that is too long', [`a=label:${'x'.repeat(65)}`], null],
  ])('reads %s', (_what, attributes, expected) => {
    expect(videoSources(sdp(audio, ...section(...attributes)))).toEqual([null, expected]);
  });

  it('tells sections apart by their place, and leaves sound alone', () => {
    const text = sdp(
      audio,
      'a=label:3000',
      ...section('a=label:3001'),
      ...section('a=inactive'),
      ...section('a=label:3003'),
    );
    expect(videoSources(text)).toEqual([null, '3001', null, '3003']);
  });

  it('reads nothing where there is no section', () => {
    expect(videoSources('a=label:1')).toEqual([]);
  });
});

describe('sectionNames', () => {
  it('gives the names in their order', () => {
    expect(sectionNames(sdp(audio, 'a=mid:a', video, video, 'a=mid:2'))).toEqual([
      'a',
      undefined,
      '2',
    ]);
  });
});

describe('offersVideo', () => {
  it.each([
    ['audio only', sdp(audio), false],
    ['with video', sdp(audio, video), true],
    ['refused video', sdp(audio, 'm=video 0 RTP/SAVP 122'), false],
    ['video that was dropped', sdp(audio, video, 'a=inactive'), false],
    ['video to look at only', sdp(audio, video, 'a=sendonly'), true],
    ['a second picture', sdp(audio, video, 'a=inactive', video, 'a=recvonly'), true],
    ['everything on hold', sdp('a=inactive', audio, video), false],
  ])('%s', (_what, text, expected) => {
    expect(offersVideo(text)).toBe(expected);
  });
});
