/**
 * Waits until a peer connection knows its own addresses, because UCWA carries one complete SDP and
 * no later candidates. What was found in time is enough: a TURN server that does not answer must
 * not delay the call further.
 * @param limitMs at most this long
 */
export const iceGathered = (peer: RTCPeerConnection, limitMs: number): Promise<void> =>
  new Promise((resolve) => {
    if (peer.iceGatheringState === 'complete') {
      resolve();
      return;
    }
    const finish = (): void => {
      clearTimeout(timer);
      peer.removeEventListener('icegatheringstatechange', check);
      resolve();
    };
    const check = (): void => {
      if (peer.iceGatheringState === 'complete') finish();
    };
    const timer = setTimeout(finish, limitMs);
    peer.addEventListener('icegatheringstatechange', check);
  });
