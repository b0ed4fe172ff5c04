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

/** Fixed names of streams (MS-SDPEXT 3.1.5.17), which say what kind it is and not whose. */
const streamKinds = /^(?:main|panoramic|applicationsharing)-/;

/** Longest name of a source that is believed. */
const maxSourceLength = 64;

/**
 * Whose picture each section of a server's SDP is, null where it does not say: a conference server
 * marks a section with the `videoSourceId` of the participant (`a=x-source-streamid`, MS-SDPEXT, or
 * `a=label`, RFC 4574).
 */
export const videoSources = (serverSdp: string): readonly (string | null)[] =>
  sectionsOf(serverSdp).map((lines) => {
    if (!lines[0]?.startsWith('m=video ')) return null;
    const named = lines.map((line) => /^a=(?:x-source-streamid|label):(\S+)/.exec(line)?.[1] ?? '');
    const [source = null] = named.filter((name) => name !== '' && !streamKinds.test(name));
    return source === null || source.length > maxSourceLength ? null : source;
  });

/** Names of the sections of an SDP (`a=mid`), in their order. */
export const sectionNames = (webRtcSdp: string): readonly (string | undefined)[] =>
  parse(webRtcSdp).media.map(({ mid }) => (mid === undefined ? undefined : String(mid)));

function sectionsOf(sdp: string): readonly (readonly string[])[] {
  const sections: string[][] = [];
  for (const line of sdp.split(/\r\n|\r|\n/)) {
    if (line.startsWith('m=')) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
}

/** The name of an endpoint's ICE session (`a=ice-ufrag`): another one, another endpoint. */
export const iceName = (sdp: string): string | null => /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1] ?? null;

/** Whether an SDP has a video stream in which something shall flow. */
export const offersVideo = (sdp: string): boolean => {
  const session = parse(sdp);
  return session.media.some(
    ({ type, port, direction }) =>
      type === 'video' && port !== 0 && (direction ?? session.direction) !== 'inactive',
  );
};
