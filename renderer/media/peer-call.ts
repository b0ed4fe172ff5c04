import type { DeviceChoice, DeviceOpener } from './devices.ts';
import { iceGathered } from './ice-gathering.ts';
import { LocalMedia } from './local-media.ts';
import { MediaFailure } from './media-failure.ts';
import { fromWebRtc, hasVideo, isHold, toWebRtc } from './sdp-seam.ts';

/** Longest wait for the own addresses before an offer or answer is sent. */
const gatheringLimitMs = 2000;

/** One call's peer connection: offers, answers, hold. Its methods must not overlap. */
export class PeerCall {
  readonly peer: RTCPeerConnection;
  readonly local: LocalMedia;
  readonly #stream = new MediaStream();
  #onHold = false;
  #onHoldBeforeOffer = false;

  /** @param onChange called when local or remote media changed */
  constructor(opener: DeviceOpener, devices: DeviceChoice, onChange: () => void) {
    this.peer = new RTCPeerConnection({ bundlePolicy: 'max-compat' });
    this.local = new LocalMedia(opener, devices, onChange);
    this.peer.addEventListener('track', onChange);
    this.peer.addEventListener('signalingstatechange', onChange);
  }

  /** The other side's tracks that flow at the moment. */
  get remoteTracks(): readonly MediaStreamTrack[] {
    return this.peer
      .getTransceivers()
      .filter(({ currentDirection }) => /recv/.test(currentDirection ?? ''))
      .map(({ receiver }) => receiver.track);
  }

  /** @throws MediaFailure */
  async createOffer(withVideo: boolean): Promise<string> {
    const audio = this.peer.addTransceiver('audio', { streams: [this.#stream] });
    await this.local.startAudio(audio.sender);
    if (withVideo) {
      const video = this.peer.addTransceiver('video', { streams: [this.#stream] });
      await this.local.startVideo(video.sender, true);
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
      transceiver.direction = hold ? 'inactive' : 'sendrecv';
    }
  }

  #transceiver(kind: 'audio' | 'video'): RTCRtpTransceiver | null {
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
