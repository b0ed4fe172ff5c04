type Direction = RTCRtpTransceiverDirection;

/**
 * Which way the streams of one peer connection shall flow while the call is not on hold, and whether it
 * is: then none flows, and each comes back as it was.
 */
export class StreamDirections {
  readonly #peer: RTCPeerConnection;
  #wanted: ReadonlyMap<RTCRtpTransceiver, Direction> = new Map();
  #hold = false;

  constructor(peer: RTCPeerConnection) {
    this.#peer = peer;
  }

  get hold(): boolean {
    return this.#hold;
  }

  /** Streams that were not refused, in the order of their sections. */
  live(kind: 'audio' | 'video'): readonly RTCRtpTransceiver[] {
    return this.#peer
      .getTransceivers()
      .filter(
        ({ receiver, direction, currentDirection }) =>
          receiver.track.kind === kind && direction !== 'stopped' && currentDirection !== 'stopped',
      );
  }

  /** Streams that the other side sends in now. */
  received(kind: 'audio' | 'video'): readonly RTCRtpTransceiver[] {
    return this.live(kind).filter(({ currentDirection }) => /recv/.test(currentDirection ?? ''));
  }

  isTwoWay(transceiver: RTCRtpTransceiver): boolean {
    return this.#wanted.get(transceiver) === 'sendrecv';
  }

  want(transceiver: RTCRtpTransceiver, direction: Direction): void {
    this.#take(this.#hold, new Map([...this.#wanted, [transceiver, direction]]));
  }

  /** Streams that came with the other side's offer stay as WebRTC takes them: to receive. */
  keepOthers(): void {
    for (const video of this.live('video')) {
      if (!this.#wanted.has(video)) this.want(video, video.direction);
    }
  }

  setHold(hold: boolean): void {
    this.#take(hold, this.#wanted);
  }

  /** @returns how to go back to how it is now; streams that were added meanwhile do not flow then */
  remember(): () => void {
    const hold = this.#hold;
    const wanted = this.#wanted;
    return () => {
      const added = this.live('video').filter((video) => !wanted.has(video));
      this.#take(hold, new Map([...wanted, ...added.map((video) => [video, 'inactive'] as const)]));
    };
  }

  #take(hold: boolean, wanted: ReadonlyMap<RTCRtpTransceiver, Direction>): void {
    this.#hold = hold;
    this.#wanted = wanted;
    for (const transceiver of [...this.live('audio'), ...this.live('video')]) {
      const direction = wanted.get(transceiver);
      if (direction !== undefined) transceiver.direction = hold ? 'inactive' : direction;
    }
  }
}

/** Whether anything flows in a stream, either way. */
export const flows = ({ currentDirection }: RTCRtpTransceiver): boolean =>
  currentDirection !== null && currentDirection !== 'inactive' && currentDirection !== 'stopped';
