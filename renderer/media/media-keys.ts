import { MediaFailure } from './media-failure.ts';

/**
 * The keys that an SDP gives for its streams (RFC 4568, MS-SDPEXT 3.1.5.1): endpoints of Skype for
 * Business Server offer several, of which only some can be used here.
 */

const cryptoLine = /^a=crypto:\d+ (\S+) inline:(\S+)/i;
/** Keys with an identifier (`|1:1`) need packets that carry it; taken for one without, they give noise. */
const keyIdentifier = /\|\d+:\d+/;
const suite = 'aes_cm_128_hmac_sha1_80';

/** `RTP/AVP` with keys leaves encryption to the one who answers, who takes it. */
const plainProfile = /^(m=\S+ [1-9]\S* )RTP\/AVP(F?) /;

const isUsable = (line: string): boolean => {
  const [, name = '', key = ''] = cryptoLine.exec(line) ?? [];
  return name.toLowerCase() === suite && !keyIdentifier.test(key);
};

/**
 * Leaves each stream of an SDP at most one key, one that can be used, and the profile that goes
 * with it. Streams are never sent in the clear, whatever the company's policy would allow.
 * @throws MediaFailure `encryption-mismatch` when a stream can only be sent in the clear or with keys
 * that cannot be used
 */
export const chooseKeys = (lines: readonly string[]): readonly string[] => {
  const starts = lines.flatMap((line, index) => (line.startsWith('m=') ? [index] : []));
  const session = lines.slice(0, starts[0]);
  const streams = starts.map((start, index) => lines.slice(start, starts[index + 1]));
  return [...session, ...streams.flatMap((stream) => keyedStream(stream, hasFingerprint(session)))];
};

function keyedStream(stream: readonly string[], isKeyedByDtls: boolean): readonly string[] {
  const [media = '', ...attributes] = stream;
  const offered = attributes.filter((line) => cryptoLine.test(line));
  const chosen = offered.find(isUsable);
  const others = attributes.filter((line) => line === chosen || !offered.includes(line));
  const isRefused = /^m=\S+ 0 /.test(media);
  if (chosen !== undefined) {
    return [media.replace(plainProfile, '$1RTP/SAVP$2 '), ...others];
  }
  const isInTheClear = plainProfile.test(media) || offered.length > 0;
  if (isInTheClear && !isRefused && !isKeyedByDtls && !hasFingerprint(attributes)) {
    throw new MediaFailure('encryption-mismatch', 'A stream has no keys that can be used.');
  }
  return [media, ...others];
}

const hasFingerprint = (lines: readonly string[]): boolean =>
  lines.some((line) => line.startsWith('a=fingerprint:'));
