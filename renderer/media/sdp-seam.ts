import { parse } from 'sdp-transform';
import { MediaFailure } from './media-failure.ts';
import { chooseKeys } from './media-keys.ts';

/**
 * The seam between "an SDP from the server" and "an SDP for WebRTC", the only place where either is
 * rewritten. Endpoints of Skype for Business Server speak an older dialect (MS-SDPEXT, MS-ICE2).
 */

/** Candidates of ICE over TCP in the dialect of MS-ICE2, which no browser reads. */
const foreignCandidate = /^a=candidate:\S+ \d+ TCP-(?:ACT|PASS|SO) /i;

/** Attributes of MS-SDPEXT that begin with `x-`, and the older ICE's candidate lines. */
const foreignAttribute = /^a=(?:x-|remote-candidate[s]?:|cryptoscale:|alt:)/i;

/** RTP header extensions are named by URIs (RFC 8285); MS endpoints also send Windows paths. */
const foreignExtension = /^a=extmap:.*\\/;

const isForeign = (line: string): boolean =>
  foreignCandidate.test(line) || foreignAttribute.test(line) || foreignExtension.test(line);

/**
 * Makes an SDP of the server one that a peer connection takes.
 * @throws MediaFailure `invalid-sdp` when it is no SDP or describes no media, `encryption-mismatch`
 * when its streams have no keys that can be used
 */
export const toWebRtc = (serverSdp: string): string => {
  const lines = serverSdp
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[ \t]+$/, ''))
    .filter((line) => line !== '' && !isForeign(line));
  if (lines[0] !== 'v=0' || !lines.some((line) => line.startsWith('m='))) {
    throw new MediaFailure('invalid-sdp', 'The other side sent something that is not SDP.');
  }
  const wrong = lines.find((line) => !/^[a-z]=/.test(line));
  if (wrong !== undefined) {
    throw new MediaFailure('invalid-sdp', `SDP with a line that is none: ${wrong.slice(0, 80)}`);
  }
  return `${chooseKeys(lines).join('\r\n')}\r\n`;
};

/** Makes the SDP of a peer connection one for the server. WebRTC's own form goes through as it is. */
export const fromWebRtc = (webRtcSdp: string): string => webRtcSdp;

/**
 * Whether an SDP puts the call on hold: every stream that is not refused is `inactive` (this is how
 * these endpoints hold, not by `sendonly`).
 */
export const isHold = (sdp: string): boolean => {
  const session = parse(sdp);
  const streams = session.media.filter(({ port }) => port !== 0);
  return (
    streams.length > 0 &&
    streams.every(({ direction }) => (direction ?? session.direction) === 'inactive')
  );
};

/** Whether an SDP has a video stream that is not refused. */
export const hasVideo = (sdp: string): boolean =>
  parse(sdp).media.some(({ type, port }) => type === 'video' && port !== 0);
