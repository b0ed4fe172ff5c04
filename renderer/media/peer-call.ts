import type { DeviceChoice, DeviceOpener } from './devices.ts';
import { iceGathered } from './ice-gathering.ts';
import { LocalMedia } from './local-media.ts';
import { MediaFailure } from './media-failure.ts';
import { fromWebRtc, hasVideo, isHold, sectionNames, toWebRtc, videoSources } from './sdp-seam.ts';

/** Longest wait for the own addresses before an offer or answer is sent. */
const gatheringLimitMs = 2000;

/** Most video streams that are asked for; no more pictures are looked at at once. */
const maxVideoSections = 9;

/** A picture that the other side sends. */
export interface RemotePicture {
  /** Name of its section of the SDP (`a=mid`). */
  readonly mid: string;
  /** Who is seen: the `videoSourceId` of the participant, if the server says so. */
  readonly source: string | null;
  readonly track: MediaStreamTrack;
}

/** One media session's peer connection: offers, answers, hold. Its methods must not overlap. */
export class PeerCall {
  readonly peer: RTCPeerConnection;
  readonly local: LocalMedia;
  readonly #stream = new MediaStream();
  readonly #onChange: () => void;
  #videoSources: ReadonlyMap<string, string> = new Map();
  #onHold = false;
  #onHoldBeforeOffer = false;

  /** @param onChange called when local or remote media changed */
  constructor(opener: DeviceOpener, devices: DeviceChoice, onChange: () => void) {
    this.#onChange = onChange;
    this.peer = new RTCPeerConnection({ bundlePolicy: 'max-compat' });
    this.local = new LocalMedia(opener, devices, onChange);
    this.peer.addEventListener('track', onChange);
    this.peer.addEventListener('signalingstatechange', onChange);
  }

  /** The other side's sound that flows at the moment. */
  get remoteSound(): readonly MediaStreamTrack[] {
    return this.#received('audio').map(({ receiver }) => receiver.track);
  }

  /** The other side's pictures that flow at the moment. */
  get remotePictures(): readonly RemotePicture[] {
    return this.#received('video').map(({ mid, receiver }) => ({
      mid: mid ?? '',
      source: this.#videoSources.get(mid ?? '') ?? null,
      track: receiver.track,
    }));
  }

  /** @throws MediaFailure */
  async createOffer(videoSections: number, cameraOn: boolean): Promise<string> {
    const audio = this.peer.addTransceiver('audio', { streams: [this.#stream] });
    await this.local.startAudio(audio.sender);
    if (videoSections > 0) {
      const video = this.peer.addTransceiver('video', { streams: [this.#stream] });
      await this.local.startVideo(video.sender, cameraOn);
    }
    for (let section = 1; section < Math.min(videoSections, maxVideoSections); section += 1) {
      this.peer.addTransceiver('video', { direction: 'recvonly' });
    }
    return this.#describe('offer');
  }

  /** @throws MediaFailure */
  async createAnswer(offerSdp: string, cameraOn: boolean): Promise<string> {
    await this.#takeRemote('offer', offerSdp);
    const audio = this.#transceiver('audio');
    if (audio === null) throw new MediaFailure('invalid-sdp', 'The offer has no audio.');
    this.#sendOn(audio);
    await this.local.startAudio(audio.sender);
    await this.#startOfferedVideo(offerSdp, cameraOn);
    return this.#describe('answer');
  }

  /** @throws MediaFailure */
  async applyAnswer(answerSdp: string): Promise<void> {
    await this.#takeRemote('answer', answerSdp);
  }

  /** @throws MediaFailure */
  async createReoffer(hold: boolean): Promise<string> {
    this.#onHoldBeforeOffer = this.#onHold;
    this.#setHold(hold);
    return this.#describe('offer');
  }

  async rollbackOffer(): Promise<void> {
    if (this.peer.signalingState !== 'have-local-offer') return;
    await this.peer.setLocalDescription({ type: 'rollback' });
    this.#setHold(this.#onHoldBeforeOffer);
  }

  /** @throws MediaFailure */
  async answerReoffer(offerSdp: string): Promise<{ sdp: string; remoteHold: boolean }> {
    await this.rollbackOffer();
    await this.#takeRemote('offer', offerSdp);
    if (!this.local.hasVideo) await this.#startOfferedVideo(offerSdp, false);
    return { sdp: await this.#describe('answer'), remoteHold: isHold(offerSdp) };
  }

  close(): void {
    this.local.stop();
    this.peer.close();
  }

  #setHold(hold: boolean): void {
    this.#onHold = hold;
    for (const transceiver of this.peer.getTransceivers()) {
      if (transceiver.currentDirection === 'stopped') continue;
      transceiver.direction = hold ? 'inactive' : this.#directionOf(transceiver);
    }
  }

  /** Only one video stream is this side's to send in; the others bring pictures of a meeting. */
  #directionOf(transceiver: RTCRtpTransceiver): RTCRtpTransceiverDirection {
    const { kind } = transceiver.receiver.track;
    return transceiver === this.#transceiver(kind) ? 'sendrecv' : 'recvonly';
  }

  #received(kind: 'audio' | 'video'): readonly RTCRtpTransceiver[] {
    return this.peer
      .getTransceivers()
      .filter(
        ({ currentDirection, receiver }) =>
          receiver.track.kind === kind && /recv/.test(currentDirection ?? ''),
      );
  }

  #transceiver(kind: string): RTCRtpTransceiver | null {
    return this.peer.getTransceivers().find(({ receiver }) => receiver.track.kind === kind) ?? null;
  }

  #sendOn(transceiver: RTCRtpTransceiver): void {
    transceiver.direction = this.#onHold ? 'inactive' : 'sendrecv';
    transceiver.sender.setStreams(this.#stream);
  }

  /** Answers offered video both ways even without a camera, so that it can be switched on later. */
  async #startOfferedVideo(offerSdp: string, cameraOn: boolean): Promise<void> {
    const video = hasVideo(offerSdp) ? this.#transceiver('video') : null;
    if (video === null) return;
    this.#sendOn(video);
    await this.local.startVideo(video.sender, cameraOn);
  }

  async #takeRemote(type: 'offer' | 'answer', serverSdp: string): Promise<void> {
    const sdp = toWebRtc(serverSdp);
    const expected = type === 'offer' ? 'stable' : 'have-local-offer';
    if (this.peer.signalingState !== expected) {
      const state = this.peer.signalingState;
      throw new MediaFailure('unavailable', `An ${type} came in the state ${state}.`);
    }
    try {
      await this.peer.setRemoteDescription({ type, sdp });
    } catch (error) {
      throw new MediaFailure('invalid-sdp', String(error));
    }
    this.#rememberSources(serverSdp);
  }

  /** Sections are told apart by their place: not every server names them. */
  #rememberSources(serverSdp: string): void {
    const mids = sectionNames(this.peer.remoteDescription?.sdp ?? '');
    this.#videoSources = new Map(
      videoSources(serverSdp).flatMap((source, index) => {
        const mid = mids[index];
        return source === null || mid === undefined ? [] : [[mid, source]];
      }),
    );
    this.#onChange();
  }

  async #describe(type: 'offer' | 'answer'): Promise<string> {
    try {
      // A connection that was lost looks for new ways with the next offer.
      const iceRestart = this.peer.connectionState === 'failed';
      const description =
        type === 'offer'
          ? await this.peer.createOffer({ iceRestart })
          : await this.peer.createAnswer();
      await this.peer.setLocalDescription(description);
    } catch (error) {
      throw new MediaFailure('unavailable', String(error));
    }
    await iceGathered(this.peer, gatheringLimitMs);
    const sdp = this.peer.localDescription?.sdp;
    if (sdp === undefined) throw new MediaFailure('unavailable', 'The call ended meanwhile.');
    return fromWebRtc(sdp);
  }
}
