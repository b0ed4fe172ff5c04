import { networkInterfaces } from 'node:os';

/** The WebRTC library: TypeScript all through, so that it runs wherever the server does. */
export type WebRtc = typeof import('werift');

/**
 * Node has had a global DOMException since 17, and one inside it before: the library extends it as
 * it loads, and Electron 22 runs Node 16.
 */
function provideDomException(): void {
  if ('DOMException' in globalThis) return;
  try {
    atob('~');
  } catch (error) {
    if (error instanceof Error)
      Object.defineProperty(globalThis, 'DOMException', { value: error.constructor });
  }
}

/** Loads the library, which takes a moment: only when somebody first joins a meeting's media. */
export function loadWebRtc(): Promise<WebRtc> {
  provideDomException();
  return import('werift');
}

/** What goes out to an address of this machine comes from that address, wherever it was sent to. */
function isReachableFrom(local: string, remote: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return local === remote || !own.some(({ address }) => address === remote);
}

/** Feedback on pictures that is understood (RFC 4585, RFC 5104). */
const pictureFeedback = [
  { type: 'nack' },
  { type: 'nack', parameter: 'pli' },
  { type: 'ccm', parameter: 'fir' },
];

/**
 * A connection as a media server has it: it waits to be connected to (ICE lite), asks no STUN
 * server, and takes the one codec for sound and the one for pictures that every client has.
 */
export function createPeer({
  RTCPeerConnection,
  RTCRtpCodecParameters,
}: WebRtc): InstanceType<WebRtc['RTCPeerConnection']> {
  return new RTCPeerConnection({
    iceServers: [],
    iceLite: true,
    iceUseTcp: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
    // Else a client would be told that it can connect, and hear nothing: answers would reach it from
    // an address that it does not know.
    iceFilterStunResponse: (_, [remote], { localCandidate }) =>
      localCandidate === undefined || isReachableFrom(localCandidate.host, remote),
    bundlePolicy: 'max-bundle',
    codecs: {
      audio: [
        new RTCRtpCodecParameters({
          mimeType: 'audio/PCMU',
          clockRate: 8_000,
          channels: 1,
          payloadType: 0,
        }),
      ],
      video: [
        new RTCRtpCodecParameters({
          mimeType: 'video/VP8',
          clockRate: 90_000,
          rtcpFeedback: pictureFeedback,
        }),
      ],
    },
  });
}
