import type { RTCPeerConnection, RTCRtpTransceiver, RtpPacket } from 'werift';
import {
  type Attendee,
  type ConferenceMedia,
  type MediaDirection,
  mediaDirection,
} from './conference-media.ts';
import { LegPictures } from './leg-pictures.ts';
import type { Mix } from './mixer.ts';
import { withLabels, withoutCandidates } from './offer-check.ts';
import type { PicturePacket } from './picture-stream.ts';
import { frameSamples, SoundQueue } from './sound-queue.ts';
import { createPeer, type WebRtc } from './webrtc.ts';

/** A sender is not asked for key frames more often than this. */
const keyFramePauseMs = 250;
/** Feedback that asks for a key frame: its payload type (RFC 4585). */
const payloadSpecificFeedback = 206;

/** What the legs of a conference have to do with each other. */
export interface Conversing {
  nowMs(): number;
  /** A picture of this person came. */
  passOn(from: Leg, packet: PicturePacket): void;
  /** The viewer cannot go on without a key frame of whom they see under this label. */
  wantKeyFrame(viewer: Leg, label: string): void;
  left(leg: Leg): void;
}

function sends(transceiver: RTCRtpTransceiver): boolean {
  return /^send/.test(transceiver.currentDirection ?? '');
}

function receives(transceiver: RTCRtpTransceiver): boolean {
  return /recv/.test(transceiver.currentDirection ?? '');
}

/** After a restart of ICE the library waits for checks, and takes none before it is told to. */
function startAnew({ dtlsTransports }: RTCPeerConnection): void {
  for (const { state, iceTransport } of dtlsTransports) {
    if (state === 'connected' && iceTransport.connection.nominated === undefined)
      iceTransport.start().catch(() => undefined);
  }
}

/** One endpoint's connection to the conference. */
export class Leg implements ConferenceMedia {
  readonly person: string;
  readonly sourceId: number;
  readonly sound = new SoundQueue();
  readonly attendee: Attendee;
  /** When the last picture came, on the conference's clock. */
  pictureMs = Number.NEGATIVE_INFINITY;
  directions: { readonly audio: MediaDirection; readonly video: MediaDirection } = {
    audio: 'Inactive',
    video: 'Inactive',
  };
  readonly #webRtc: WebRtc;
  readonly #conversing: Conversing;
  readonly #peer: RTCPeerConnection;
  readonly #heard = new WeakSet<object>();
  readonly #pictures = new LegPictures();
  #audio: RTCRtpTransceiver | undefined;
  #camera: RTCRtpTransceiver | undefined;
  #cameraSsrc: number | undefined;
  #sequence = 0;
  #timestamp = 0;
  #askedMs = Number.NEGATIVE_INFINITY;
  #negotiating: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(webRtc: WebRtc, attendee: Attendee, conversing: Conversing) {
    this.#webRtc = webRtc;
    this.#conversing = conversing;
    this.attendee = attendee;
    this.person = attendee.person;
    this.sourceId = attendee.sourceId;
    this.#peer = createPeer(webRtc);
  }

  get places(): ReadonlyMap<string, string> {
    return this.#pictures.places;
  }

  /** As `LegPictures`. */
  get labels(): readonly string[] {
    return this.#pictures.labels;
  }

  get shown(): ReadonlyMap<string, string> {
    return this.#pictures.shown;
  }

  muted(): boolean {
    return this.attendee.muted();
  }

  answer(offer: string): Promise<string> {
    const answer = this.#negotiating.then(() => this.#answer(offer));
    this.#negotiating = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#conversing.left(this);
    await this.#peer.close().catch(() => undefined);
  }

  /** Fills the places anew; who comes into one begins with a key frame. */
  show(shown: ReadonlyMap<string, string>): void {
    const people = this.#pictures.show(shown);
    if (people.size > 0) this.attendee.placesChanged(people);
  }

  /** Asks for key frames of those whom the endpoint is to see and does not yet. */
  askForMissing(): void {
    if (this.#peer.connectionState !== 'connected') return;
    for (const label of this.#pictures.missing()) this.#conversing.wantKeyFrame(this, label);
  }

  /** Asks the endpoint for a key frame of its own picture. */
  requestKeyFrame(): void {
    const nowMs = this.#conversing.nowMs();
    if (this.#cameraSsrc === undefined || nowMs - this.#askedMs < keyFramePauseMs) return;
    this.#askedMs = nowMs;
    this.#camera?.receiver.sendRtcpPLI(this.#cameraSsrc).catch(() => undefined);
  }

  /** Sends the next 20 ms of sound. */
  hear({ payload, sources }: Mix): void {
    this.#timestamp = (this.#timestamp + frameSamples) >>> 0;
    if (this.#audio === undefined || !sends(this.#audio)) return;
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#send(this.#audio, {
      sequenceNumber: this.#sequence,
      timestamp: this.#timestamp,
      marker: false,
      payload,
      csrc: [...sources],
    });
  }

  /** Sends somebody's picture in their place, if they have one. */
  see(person: string, packet: PicturePacket): void {
    if (this.#peer.connectionState !== 'connected') return;
    const { marker, payload } = packet;
    const passed = this.#pictures.passTo(person, packet, this.#conversing.nowMs());
    for (const { transceiver, numbers } of passed) {
      this.#send(transceiver, { ...numbers, marker, payload, csrc: [] });
    }
  }

  #send(
    transceiver: RTCRtpTransceiver,
    {
      payload,
      ...header
    }: Pick<PicturePacket, 'sequenceNumber' | 'timestamp' | 'marker' | 'payload'> & {
      readonly csrc: number[];
    },
  ): void {
    const { RtpPacket, RtpHeader } = this.#webRtc;
    const packet = new RtpPacket(new RtpHeader(header), payload);
    transceiver.sender.sendRtp(packet).catch(() => undefined);
  }

  async #answer(offer: string): Promise<string> {
    if (this.#closed) throw new Error('The endpoint has left.');
    const peer = this.#peer;
    await peer.setRemoteDescription({ type: 'offer', sdp: withoutCandidates(offer) });
    for (const transceiver of peer.getTransceivers()) transceiver.setDirection('sendrecv');
    await peer.setLocalDescription(await peer.createAnswer());
    startAnew(peer);
    this.#listen();
    return withLabels(peer.localDescription?.sdp ?? '');
  }

  #listen(): void {
    const live = this.#peer
      .getTransceivers()
      .filter(({ stopped }) => !stopped)
      .sort((first, second) => (first.mLineIndex ?? 0) - (second.mLineIndex ?? 0));
    const video = live.filter(({ kind }) => kind === 'video');
    this.#audio = live.find(({ kind }) => kind === 'audio');
    this.#camera = video.find(receives);
    this.directions = {
      audio:
        this.#audio === undefined
          ? 'Inactive'
          : mediaDirection(receives(this.#audio), sends(this.#audio)),
      video: mediaDirection(this.#camera !== undefined, video.some(sends)),
    };
    if (!/^Send/.test(this.directions.audio)) this.sound.clear();
    this.#pictures.sendIn(video.filter(sends));
    for (const transceiver of live) this.#listenTo(transceiver);
  }

  #listenTo(transceiver: RTCRtpTransceiver): void {
    for (const track of transceiver.receiver.tracks) {
      if (this.#heard.has(track)) continue;
      this.#heard.add(track);
      track.onReceiveRtp.subscribe((packet) => this.#take(transceiver, packet));
    }
    const transport = transceiver.dtlsTransport;
    if (this.#heard.has(transport)) return;
    this.#heard.add(transport);
    transport.onRtcp.subscribe((packet) => {
      if (packet.type !== payloadSpecificFeedback) return;
      for (const label of this.#pictures.askedFor(packet.feedback)) {
        this.#conversing.wantKeyFrame(this, label);
      }
    });
  }

  #take(transceiver: RTCRtpTransceiver, { header, payload }: RtpPacket): void {
    if (this.#closed || !receives(transceiver)) return;
    if (transceiver === this.#audio) this.sound.push(header.sequenceNumber, payload);
    if (transceiver !== this.#camera) return;
    const { sequenceNumber, timestamp, marker, ssrc } = header;
    this.#cameraSsrc = ssrc;
    this.pictureMs = this.#conversing.nowMs();
    this.#conversing.passOn(this, { sequenceNumber, timestamp, marker, ssrc, payload });
  }
}
