import {
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
  RtpHeader,
  RtpPacket,
} from 'werift';

/** The media of one endpoint: sends a tone and pictures, tells what it hears and sees. */

const sampleRate = 8_000;
const frameMs = 20;
const frameSamples = (sampleRate * frameMs) / 1_000;
/** What is listened to at once: 100 ms. */
const windowSamples = 5 * frameSamples;
/** Tones that are told apart, in Hz: each has whole periods in the window. */
const tones = [400, 700, 1_100, 1_600];

/** ITU-T G.711, decoded by the formula of its segments. */
function decode(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((2 * (bits & 0x0f) + 33) << (((bits >> 4) & 7) + 2)) - 132;
  return bits & 0x80 ? -magnitude : magnitude;
}

/** The byte whose value is nearest: slow and sure. */
const encoded = Array.from({ length: 256 }, (_, byte) => ({ byte, value: decode(byte) }));
function encode(sample: number): number {
  return encoded.reduce((best, next) =>
    Math.abs(next.value - sample) < Math.abs(best.value - sample) ? next : best,
  ).byte;
}

/** Amplitude of one frequency (Goertzel). */
function amplitude(samples: readonly number[], frequency: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
  let before = 0;
  let last = 0;
  for (const sample of samples) [before, last] = [last, sample + factor * last - before];
  const power = before ** 2 + last ** 2 - factor * before * last;
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}

const toneAmplitude = 6_000;

/** A section of video as it is received. */
interface Seen {
  readonly mid: string;
  /** Marks of the senders whose pictures came, in their order. */
  readonly marks: string[];
  /** Whether the first packet, and each that changed the sender, began a key frame. */
  readonly beganWithKeyFrame: boolean[];
  readonly sequence: number[];
}

export class MediaClient {
  readonly peer: RTCPeerConnection;
  readonly #audio: RTCRtpTransceiver;
  #transport: unknown;
  readonly #video: RTCRtpTransceiver[] = [];
  readonly #samples: number[] = [];
  readonly #watchers = new Set<() => void>();
  readonly seen = new Map<string, Seen>();
  /** CSRCs of the last packet of sound. */
  sources: readonly number[] = [];
  /** How often the server asked for a key frame. */
  keyFrameRequests = 0;
  packetsHeard = 0;
  #timers: NodeJS.Timeout[] = [];

  /** @param sections of video that are offered, the first of them to send in */
  constructor(sections: number) {
    this.peer = new RTCPeerConnection({
      iceServers: [{ urls: 'stun:127.0.0.1:9' }],
      iceStunGatherTimeout: 0.001,
      iceUseTcp: false,
      bundlePolicy: 'max-bundle',
      iceAdditionalHostAddresses: ['127.0.0.1'],
      codecs: {
        audio: [
          new RTCRtpCodecParameters({
            mimeType: 'audio/PCMU',
            clockRate: sampleRate,
            channels: 1,
            payloadType: 0,
          }),
        ],
        video: [
          new RTCRtpCodecParameters({
            mimeType: 'video/VP8',
            clockRate: 90_000,
            payloadType: 100,
            rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
          }),
        ],
      },
    });
    this.#audio = this.peer.addTransceiver('audio');
    this.#audio.onTrack.subscribe((track) =>
      track.onReceiveRtp.subscribe(({ header, payload }) => this.#hear(header, payload)),
    );
    this.addVideo(sections);
  }

  addVideo(sections: number): void {
    for (let index = 0; index < sections; index += 1) {
      const direction = this.#video.length === 0 ? 'sendrecv' : 'recvonly';
      const section = this.peer.addTransceiver('video', { direction });
      this.#video.push(section);
      section.onTrack.subscribe((track) =>
        track.onReceiveRtp.subscribe(({ header, payload }) => this.#see(section, header, payload)),
      );
    }
  }

  async offer(how: { readonly iceRestart?: boolean } = {}): Promise<string> {
    await this.peer.setLocalDescription(await this.peer.createOffer(how));
    return this.peer.localDescription?.sdp ?? '';
  }

  async take(answer: string): Promise<void> {
    await this.peer.setRemoteDescription({ type: 'answer', sdp: answer });
    const transport = this.#audio.dtlsTransport;
    const { state, iceTransport } = transport;
    // After a restart of ICE the library checks nothing before it is told to.
    if (state === 'connected' && iceTransport.connection.nominated === undefined)
      void iceTransport.start();
    if (this.#transport === transport) return;
    this.#transport = transport;
    transport.onRtcp.subscribe((packet) => {
      if (packet.type === 206) this.keyFrameRequests += 1;
    });
  }

  /** All sections in one direction, as for a hold. */
  turn(direction: 'inactive' | 'back'): void {
    for (const [index, section] of [this.#audio, ...this.#video].entries())
      section.setDirection(
        direction === 'inactive' ? 'inactive' : index < 2 ? 'sendrecv' : 'recvonly',
      );
  }

  /** Sends a tone from now on. */
  play(frequency: number): void {
    const frame = Buffer.from(
      Array.from({ length: frameSamples }, (_, index) =>
        encode(toneAmplitude * Math.sin((2 * Math.PI * frequency * index) / sampleRate)),
      ),
    );
    this.#every(frameMs, (count) =>
      this.#audio.sender.sendRtp(
        new RtpPacket(
          new RtpHeader({ sequenceNumber: count & 0xffff, timestamp: count * frameSamples }),
          frame,
        ),
      ),
    );
  }

  /** Sends pictures that carry a mark, a key frame when one is asked for. */
  film(mark: string): void {
    let answered = 0;
    this.#every(40, (count) => {
      const isKey = this.keyFrameRequests > answered;
      answered = this.keyFrameRequests;
      const header = new RtpHeader({
        sequenceNumber: (60_000 + count) & 0xffff,
        timestamp: count * 3_600,
        marker: true,
      });
      // Descriptor: begins partition 0; frame header: the lowest bit is unset in key frames.
      const payload = Buffer.concat([Buffer.from([0x10, isKey ? 0 : 1]), Buffer.from(mark)]);
      return this.#video[0]?.sender.sendRtp(new RtpPacket(header, payload));
    });
  }

  /** What is heard now, by frequency. */
  get tones(): readonly number[] {
    if (this.#samples.length < windowSamples) return [];
    return tones.filter((tone) => amplitude(this.#samples, tone) > toneAmplitude / 3);
  }

  /** Comes back when what has been received fits; asked with every packet. */
  until(fits: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!fits()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Waits until exactly these are heard, and for what is heard in the second after. */
  async hears(...expected: readonly number[]): Promise<ReadonlySet<number>> {
    await this.until(() => String(this.tones) === String(expected));
    const heard = new Set<number>();
    const from = this.packetsHeard;
    await this.until(() => {
      for (const tone of this.tones) heard.add(tone);
      return this.packetsHeard - from >= 25;
    });
    return heard;
  }

  /** Whose picture came last in a section. */
  shows(mid: string | undefined): string | undefined {
    return this.seen.get(mid ?? '')?.marks.at(-1);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    await this.peer.close();
  }

  #every(ms: number, send: (count: number) => Promise<void> | undefined): void {
    let count = 0;
    this.#timers.push(
      setInterval(() => {
        count += 1;
        void send(count);
      }, ms),
    );
  }

  #hear(header: RtpHeader, payload: Buffer): void {
    this.packetsHeard += 1;
    this.sources = header.csrc;
    for (const byte of payload) this.#samples.push(decode(byte));
    this.#samples.splice(0, this.#samples.length - windowSamples);
    this.#told();
  }

  #see(section: RTCRtpTransceiver, header: RtpHeader, payload: Buffer): void {
    const mid = section.mid ?? '';
    const seen = this.seen.get(mid) ?? { mid, marks: [], beganWithKeyFrame: [], sequence: [] };
    this.seen.set(mid, seen);
    const mark = payload.subarray(2).toString();
    if (seen.marks.at(-1) !== mark) {
      seen.marks.push(mark);
      seen.beganWithKeyFrame.push(((payload[1] ?? 1) & 1) === 0);
    }
    seen.sequence.push(header.sequenceNumber);
    this.#told();
  }

  #told(): void {
    for (const look of [...this.#watchers]) look();
  }
}
