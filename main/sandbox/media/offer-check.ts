/** More sections than this are not taken from anybody. */
const mostSections = 16;

function sections(sdp: string): readonly string[] {
  return sdp.split(/\r?\n(?=m=)/).slice(1);
}

/** Whether an offer comes from a media stack that a connection can be made with: ICE, DTLS, known media. */
export function isWebRtcOffer(sdp: string): boolean {
  const offered = sections(sdp);
  return (
    offered.length > 0 &&
    offered.length <= mostSections &&
    offered.every((section) => /^m=(audio|video) /.test(section)) &&
    /^a=ice-ufrag:\S/m.test(sdp) &&
    /^a=fingerprint:\S/m.test(sdp)
  );
}

/**
 * The offer without the client's addresses: the client connects to the server's, so the server need
 * not look names up or send packets to addresses that somebody else chose.
 */
export function withoutCandidates(sdp: string): string {
  return sdp.replace(/^a=(candidate:|end-of-candidates|remote-candidates:).*\r?\n/gm, '');
}

/** Names every section of video that was taken by its `mid` (RFC 4574). */
export function withLabels(sdp: string): string {
  return sdp.replace(
    /^m=video (?!0 )[\s\S]*?^a=mid:(\S+)\r?\n/gm,
    (section, mid: string) => `${section}a=label:${mid}\r\n`,
  );
}
