import type { DeviceChoice, DeviceOpener } from './devices.ts';
import { iceGathered } from './ice-gathering.ts';
import { LocalMedia } from './local-media.ts';
import { MediaFailure } from './media-failure.ts';
import {
  fromWebRtc,
  iceName,
  isHold,
  offersVideo,
  sectionNames,
  toWebRtc,
  videoSources,
} from './sdp-seam.ts';
import type { SoundSource } from './speakers.ts';
import { flows, StreamDirections } from './stream-directions.ts';

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

/** What a new offer changes, as `MediaChange`; null leaves it as it is. */
export interface PeerChange {
  readonly hold: boolean | null;
  readonly videoSections: number | null;
}

/** One media session's peer connection: offers, answers, hold, video. Its methods must not overlap. */
export class PeerCall {
  readonly peer: RTCPeerConnection;
  readonly local: LocalMedia;
  readonly #stream = new MediaStream();
  readonly #onChange: () => void;
  #videoSources: ReadonlyMap<string, string> = new Map();
  readonly #streams: StreamDirections;
  #takeBack = (): void => undefined;
  #isProvisional = false;
  #provisionalAnswer: string | null = null;
  #hasVideo = false;
  /** Another endpoint than the one that is connected has to be found. */
  #isElsewhere = false;

  /** @param onChange called when local or remote media changed */
  constructor(opener: DeviceOpener, devices: DeviceChoice, onChange: () => void) {
    this.#onChange = onChange;
    this.peer = new RTCPeerConnection({ bundlePolicy: 'max-compat' });
    this.#streams = new StreamDirections(this.peer);
    this.local = new LocalMedia(opener, devices, onChange);
    this.peer.addEventListener('track', onChange);
    this.peer.addEventListener('signalingstatechange', onChange);
  }

  /** The other side's sound that flows at the moment. */
  get remoteSound(): readonly MediaStreamTrack[] {
    return this.#streams.received('audio').map(({ receiver }) => receiver.track);
  }

  /** Whose sound is in what came during the last ten seconds. */
  get soundSources(): readonly SoundSource[] {
    return this.#streams
      .received('audio')
      .flatMap(({ receiver }) => receiver.getContributingSources());
  }

  /** The other side's pictures that flow at the moment. */
  get remotePictures(): readonly RemotePicture[] {
    return this.#streams.received('video').map(({ mid, receiver }) => ({
      mid: mid ?? '',
      source: this.#videoSources.get(mid ?? '') ?? null,
      track: receiver.track,
    }));
  }

  /** An endpoint of the other side answered early; the final answer is still to come. */
  get isEarly(): boolean {
    return this.peer.signalingState === 'have-remote-pranswer';
  }

  /** Answered, but not taken by the user yet. */
  get isProvisional(): boolean {
    return this.#isProvisional;
  }

  /** @throws MediaFailure */
  async createOffer(videoSections: number, cameraOn: boolean): Promise<string> {
    const audio = this.peer.addTransceiver('audio', { streams: [this.#stream] });
    this.#streams.want(audio, 'sendrecv');
    await this.local.startAudio(audio.sender);
    this.#wantVideo(videoSections);
    await this.#startVideo(cameraOn);
    return this.#describe('offer');
  }

  /** @throws MediaFailure */
  async createProvisionalAnswer(offerSdp: string): Promise<string> {
    this.#isProvisional = true;
    await this.#takeOffer(offerSdp);
    this.#provisionalAnswer = await this.#describe('pranswer');
    return this.#provisionalAnswer;
  }

  /** @throws MediaFailure */
  async createAnswer(offerSdp: string, cameraOn: boolean): Promise<string> {
    const provisional = this.#provisionalAnswer;
    if (provisional === null) await this.#takeOffer(offerSdp);
    const [audio] = this.#streams.live('audio');
    if (audio === undefined) throw new MediaFailure('invalid-sdp', 'The offer has no audio.');
    await this.local.startAudio(audio.sender);
    await this.#startOfferedVideo(cameraOn);
    const sdp = provisional ?? (await this.#describe('answer'));
    if (provisional !== null) await this.#makeFinal();
    await this.#settleVideo();
    return sdp;
  }

  /**
   * Nobody over there took the call yet: the microphone and the camera stay this side's own.
   * @throws MediaFailure
   */
  async applyProvisionalAnswer(answerSdp: string): Promise<void> {
    await this.#setActive(false);
    await this.#takeRemote('pranswer', answerSdp);
  }

  /** @throws MediaFailure */
  async applyAnswer(answerSdp: string): Promise<{ video: boolean; isElsewhere: boolean }> {
    const { isEarly } = this;
    const early = isEarly ? iceName(this.peer.remoteDescription?.sdp ?? '') : null;
    await this.#takeRemote('answer', answerSdp);
    if (isEarly) await this.#setActive(true);
    if (!isHold(answerSdp)) await this.#settleVideo();
    this.#isElsewhere = isEarly && early !== iceName(answerSdp);
    return { video: this.#hasVideo, isElsewhere: this.#isElsewhere };
  }

  /** @throws MediaFailure when there is no camera to add video with; nothing is changed then */
  async createReoffer({ hold, videoSections }: PeerChange): Promise<string> {
    this.#takeBack = this.#streams.remember();
    try {
      if (videoSections !== null) this.#wantVideo(videoSections);
      if (videoSections !== null && videoSections > 0 && !this.local.hasVideo) {
        await this.#startCamera();
      }
      if (hold !== null) this.#streams.setHold(hold);
      return await this.#describe('offer');
    } catch (error) {
      await this.#undoOffer();
      throw error;
    }
  }

  async rollbackOffer(): Promise<void> {
    if (this.peer.signalingState !== 'have-local-offer') return;
    await this.peer.setLocalDescription({ type: 'rollback' });
    await this.#undoOffer();
  }

  /** @throws MediaFailure */
  async answerReoffer(
    offerSdp: string,
  ): Promise<{ sdp: string; remoteHold: boolean; video: boolean }> {
    await this.rollbackOffer();
    await this.#takeOffer(offerSdp);
    const remoteHold = isHold(offerSdp);
    if (!this.local.hasVideo) await this.#startOfferedVideo(false);
    const sdp = await this.#describe('answer');
    if (!remoteHold) await this.#settleVideo();
    return { sdp, remoteHold, video: this.#hasVideo };
  }

  close(): void {
    this.local.stop();
    this.peer.close();
  }

  /** The first stream is this side's to send in; the others bring pictures of a meeting. */
  #wantVideo(sections: number): void {
    const missing = Math.min(sections, maxVideoSections) - this.#streams.live('video').length;
    for (let added = 0; added < missing; added += 1) {
      this.peer.addTransceiver('video', { direction: 'recvonly' });
    }
    this.#streams.live('video').forEach((video, index) => {
      if (index === 0) video.sender.setStreams(this.#stream);
      const flowing = index === 0 ? 'sendrecv' : 'recvonly';
      this.#streams.want(video, index < sections ? flowing : 'inactive');
    });
  }

  /** As before the offer that came to nothing. */
  async #undoOffer(): Promise<void> {
    this.#takeBack();
    if (!this.#hasVideo) await this.local.stopVideo();
  }

  async #startVideo(cameraOn: boolean): Promise<void> {
    const videos = this.#streams.live('video');
    const [own] = videos;
    if (own !== undefined) await this.local.startVideo(own.sender, cameraOn, videos.length > 1);
  }

  /** Adding video without a camera is not what was asked for. */
  async #startCamera(): Promise<void> {
    await this.#startVideo(true);
    const problem = this.local.cameraProblem;
    if (problem !== null) throw new MediaFailure(problem, 'The camera cannot be used.');
  }

  /** Takes an offer, with its sound and its first picture both ways. */
  async #takeOffer(offerSdp: string): Promise<void> {
    await this.#takeRemote('offer', offerSdp);
    const [audio] = this.#streams.live('audio');
    const [video] = offersVideo(offerSdp) ? this.#streams.live('video') : [];
    for (const transceiver of [audio, video]) {
      if (transceiver === undefined) continue;
      transceiver.sender.setStreams(this.#stream);
      this.#streams.want(transceiver, 'sendrecv');
    }
    this.#streams.keepOthers();
  }

  /** Answers offered video both ways even without a camera, so that it can be switched on later. */
  async #startOfferedVideo(cameraOn: boolean): Promise<void> {
    const [video] = this.#streams.live('video');
    if (video !== undefined && this.#streams.isTwoWay(video)) await this.#startVideo(cameraOn);
  }

  /** Without video, which either side may have dropped or refused, no camera is needed. */
  async #settleVideo(): Promise<void> {
    if (this.#streams.hold) return;
    const videos = this.#streams.live('video');
    this.#hasVideo = videos.some(flows);
    const [own] = videos;
    if (own !== undefined && flows(own)) return;
    if (own !== undefined) this.#streams.want(own, 'inactive');
    await this.local.stopVideo();
  }

  async #makeFinal(): Promise<void> {
    const sdp = this.peer.localDescription?.sdp ?? '';
    await this.peer.setLocalDescription({ type: 'answer', sdp });
    this.#provisionalAnswer = null;
    this.#isProvisional = false;
    this.#onChange();
  }

  /** Whether the senders send, whatever they have to send. */
  async #setActive(active: boolean): Promise<void> {
    await Promise.all(
      this.peer.getSenders().map(async (sender) => {
        const parameters = sender.getParameters();
        for (const encoding of parameters.encodings) encoding.active = active;
        await sender.setParameters(parameters);
      }),
    );
  }

  async #takeRemote(type: 'offer' | 'pranswer' | 'answer', serverSdp: string): Promise<void> {
    const sdp = toWebRtc(serverSdp);
    const state = this.peer.signalingState;
    const isAwaited =
      type === 'offer'
        ? state === 'stable'
        : state === 'have-local-offer' || state === 'have-remote-pranswer';
    if (!isAwaited) {
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

  async #describe(type: 'offer' | 'pranswer' | 'answer'): Promise<string> {
    try {
      // A connection that was lost looks for new ways with the next offer.
      const iceRestart = this.peer.connectionState === 'failed' || this.#isElsewhere;
      const description =
        type === 'offer'
          ? await this.peer.createOffer({ iceRestart })
          : await this.peer.createAnswer();
      await this.peer.setLocalDescription({ type, sdp: description.sdp ?? '' });
    } catch (error) {
      throw new MediaFailure('unavailable', String(error));
    }
    if (type === 'offer') this.#isElsewhere = false;
    await iceGathered(this.peer, gatheringLimitMs);
    const sdp = this.peer.localDescription?.sdp;
    if (sdp === undefined) throw new MediaFailure('unavailable', 'The call ended meanwhile.');
    return fromWebRtc(sdp);
  }
}
