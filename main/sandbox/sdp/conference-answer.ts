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

function answerMedium(lines: readonly string[]): readonly string[] {
  const [medium = '', ...rest] = lines;
  const rejected = /^m=\w+ 0 /.test(medium);
  if (rejected) return [medium];
  return [
    medium,
    'c=IN IP4 127.0.0.1',
    'a=inactive',
    `a=ice-ufrag:${randomText(4)}`,
    `a=ice-pwd:${randomText(12)}`,
    `a=fingerprint:sha-256 ${fingerprint()}`,
    'a=setup:passive',
    ...rest.filter((line) => repeated.test(line)),
  ];
}

/**
 * The answer of a media server that has nobody to mix: every offered stream is taken, and is
 * inactive. It stands where a mixer or a mesh of the participants would answer.
 */
export function answerForConference(offer: string): string {
  const lines = offer.split(/\r?\n/).filter((line) => line !== '');
  const starts = lines.flatMap((line, index) => (line.startsWith('m=') ? [index] : []));
  const media = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  const bundle = lines.filter((line) => line.startsWith('a=group:BUNDLE'));
  const session = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=session', 't=0 0', ...bundle];
  return [...session, ...media.flatMap(answerMedium), ''].join('\r\n');
}
