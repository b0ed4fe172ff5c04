/** What a packet of video has that matters when it is passed on. */
export interface PicturePacket {
  readonly sequenceNumber: number;
  /** 90 kHz. */
  readonly timestamp: number;
  /** Last packet of a frame. */
  readonly marker: boolean;
  /** Sender's stream; another one is another picture. */
  readonly ssrc: number;
  readonly payload: Buffer;
}

const samplesPerMs = 90;
/** Numbers that lie further back than this are not late but from a new beginning. */
const mostLate = 1_000;

/**
 * Whether a packet begins a key frame of VP8 (RFC 7741, 4.2 and 4.3): the first packet of the first
 * partition whose frame header has its inverse key frame flag unset.
 */
export function beginsKeyFrame(payload: Buffer): boolean {
  const first = payload[0] ?? 0;
  if ((first & 0x10) === 0 || (first & 0x07) !== 0) return false;
  let at = 1;
  if ((first & 0x80) !== 0) {
    const extension = payload[at] ?? 0;
    at += 1;
    if ((extension & 0x80) !== 0) at += ((payload[at] ?? 0) & 0x80) === 0 ? 1 : 2;
    if ((extension & 0x40) !== 0) at += 1;
    if ((extension & 0x30) !== 0) at += 1;
  }
  const header = payload[at];
  return header !== undefined && (header & 0x01) === 0;
}

/**
 * The stream of pictures in one place of one viewer: whoever is shown in it, it goes on as one
 * stream, numbered without a gap, and begins anew with a key frame.
 */
export class PictureStream {
  #from: string | undefined;
  #waits = true;
  #sequenceOffset = 0;
  #timestampOffset = 0;
  #lastIn: number | undefined;
  /** So many packets ago it began. */
  #passed = 0;
  #lastSequence = 0;
  #lastTimestamp = 0;
  #lastMs = 0;

  /** Whether nothing is passed on until a key frame comes. */
  get waitsForKeyFrame(): boolean {
    return this.#waits;
  }

  /** From the next packet on it shows somebody else, or the same person anew. */
  restart(): void {
    this.#from = undefined;
    this.#waits = true;
  }

  /**
   * @param person whose packet it is
   * @returns the numbers to send it with; undefined when it is not to be sent
   */
  pass(
    person: string,
    packet: PicturePacket,
    nowMs: number,
  ): { readonly sequenceNumber: number; readonly timestamp: number } | undefined {
    const from = `${person} ${packet.ssrc}`;
    if (from !== this.#from) this.#waits = true;
    if (this.#waits && !beginsKeyFrame(packet.payload)) return undefined;
    if (this.#waits) this.#begin(from, packet, nowMs);
    const ahead = this.#ahead(packet.sequenceNumber);
    if (packet.payload.length === 0) {
      if (ahead === 1) this.#skip(packet.sequenceNumber);
      return undefined;
    }
    if (ahead <= 0 && (ahead === 0 || -ahead >= Math.min(this.#passed, mostLate))) return undefined;
    const sequenceNumber = (packet.sequenceNumber + this.#sequenceOffset) & 0xffff;
    const timestamp = (packet.timestamp + this.#timestampOffset) >>> 0;
    if (ahead > 0) {
      this.#passed += ahead;
      this.#lastIn = packet.sequenceNumber;
      this.#lastSequence = sequenceNumber;
      this.#lastTimestamp = timestamp;
      this.#lastMs = nowMs;
    }
    return { sequenceNumber, timestamp };
  }

  #begin(from: string, packet: PicturePacket, nowMs: number): void {
    this.#from = from;
    this.#waits = false;
    this.#lastIn = undefined;
    this.#passed = 0;
    const elapsed = Math.max(1, Math.round((nowMs - this.#lastMs) * samplesPerMs));
    this.#sequenceOffset = this.#lastSequence + 1 - packet.sequenceNumber;
    this.#timestampOffset = this.#lastTimestamp + elapsed - packet.timestamp;
  }

  /** Padding is not passed on, and leaves no gap. */
  #skip(sequence: number): void {
    this.#lastIn = sequence;
    this.#sequenceOffset -= 1;
  }

  /** How far a packet lies ahead of the last one, in packets; negative when it comes late. */
  #ahead(sequence: number): number {
    if (this.#lastIn === undefined) return 1;
    const distance = (sequence - this.#lastIn) & 0xffff;
    return distance < 0x8000 ? distance : distance - 0x10000;
  }
}
