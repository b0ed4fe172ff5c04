import { randomBytes } from 'node:crypto';

function randomText(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

function fingerprint(): string {
  return [...randomBytes(32)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(':')
    .toUpperCase();
}

/** Lines of an offered medium that an answer repeats. */
const repeated = /^a=(mid:|rtcp-mux|rtpmap:|fmtp:)/;

/** A stream that is agreed on and silent. */
function silent(medium: string, setup: 'actpass' | 'passive', more: readonly string[]): string[] {
  return [
    medium,
    'c=IN IP4 127.0.0.1',
    'a=inactive',
    `a=ice-ufrag:${randomText(4)}`,
    `a=ice-pwd:${randomText(12)}`,
    `a=fingerprint:sha-256 ${fingerprint()}`,
    `a=setup:${setup}`,
    ...more,
  ];
}

function answerMedium(lines: readonly string[]): readonly string[] {
  const [medium = '', ...rest] = lines;
  const rejected = /^m=\w+ 0 /.test(medium);
  if (rejected) return [medium];
  return silent(
    medium,
    'passive',
    rest.filter((line) => repeated.test(line)),
  );
}

const session = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=session', 't=0 0'];

/** What a service offers that carries the media of its clients itself, and has none. */
export function serviceOffer(audioOnly: boolean): string {
  const video = ['a=mid:1', 'a=rtcp-mux', 'a=rtpmap:96 VP8/90000'];
  return [
    ...session,
    ...silent('m=audio 9 UDP/TLS/RTP/SAVPF 0 8', 'actpass', ['a=mid:0', 'a=rtcp-mux']),
    ...(audioOnly ? [] : silent('m=video 9 UDP/TLS/RTP/SAVPF 96', 'actpass', video)),
    '',
  ].join('\r\n');
}

/**
 * The answer of a media server that has nothing to send: every offered stream is taken, and is
 * inactive.
 */
export function silentAnswer(offer: string): string {
  const lines = offer.split(/\r?\n/).filter((line) => line !== '');
  const starts = lines.flatMap((line, index) => (line.startsWith('m=') ? [index] : []));
  const media = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  const bundle = lines.filter((line) => line.startsWith('a=group:BUNDLE'));
  return [...session, ...bundle, ...media.flatMap(answerMedium), ''].join('\r\n');
}
