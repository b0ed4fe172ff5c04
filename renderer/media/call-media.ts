import type { CommandPayload } from '../../app/ipc/commands.ts';
import { type MediaQuality, statisticsOf } from './call-statistics.ts';
import { type DeviceChoice, type DeviceOpener, realDevices, systemDevices } from './devices.ts';
import { watchFirstPackets } from './first-packets.ts';
import type { Sending } from './local-media.ts';
import { MediaFailure, type MediaFailureReason } from './media-failure.ts';
import { PeerCall, type PeerChange, type RemotePicture } from './peer-call.ts';
import { RemoteSound } from './remote-sound.ts';
import type { SoundSource } from './speakers.ts';
import { ToneSender } from './tone-sender.ts';

export type MediaReport = CommandPayload<'media.report'>;
type Modality = 'audio' | 'audioVideo';

/** What the call screen shows of a call's media. A new object whenever something changed. */
export interface CallMediaView {
  /** Of the camera that is on. */
  readonly localPicture: MediaStreamTrack | null;
  /** What the other side shows, in the order of its streams; one at most unless it is a meeting. */
  readonly remotePictures: readonly RemotePicture[];
  readonly microphone: MediaStreamTrack | null;
  readonly microphoneGone: boolean;
  readonly cameraProblem: MediaFailureReason | null;
  /** The call has a video stream, so that the camera can be switched on. */
  readonly hasVideo: boolean;
}

interface Entry {
  readonly call: PeerCall;
  readonly sound: RemoteSound;
  stopWatching: () => void;
  readonly tones: ToneSender;
  view: CallMediaView;
  /** Ends when every operation asked for so far is through. */
  tail: Promise<unknown>;
}

/** WebRTC of all media sessions of this window, by media id. What each method does: `MediaEngine` in ports. */
export class CallMedia {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  readonly #report: (report: MediaReport) => void;
  readonly #opener: DeviceOpener;
  #devices: DeviceChoice = systemDevices;

  constructor(report: (report: MediaReport) => void, opener: DeviceOpener = realDevices) {
    this.#report = report;
    this.#opener = opener;
  }

  createOffer(mediaId: string, videoSections: number, cameraOn: boolean): Promise<string> {
    const entry = this.#open(mediaId);
    return this.#inOrder(entry, () => entry.call.createOffer(videoSections, cameraOn));
  }

  async createProvisionalAnswer(mediaId: string, offerSdp: string): Promise<string> {
    const entry = this.#open(mediaId);
    // What arrives before the user took the call is not theirs yet.
    entry.stopWatching();
    try {
      return await this.#inOrder(entry, () => entry.call.createProvisionalAnswer(offerSdp));
    } catch (error) {
      // The final answer begins anew.
      if (this.#entries.get(mediaId) === entry) await this.close(mediaId);
      throw error;
    }
  }

  async createAnswer(mediaId: string, offerSdp: string, modality: Modality): Promise<string> {
    const early = await this.#earlyEntry(mediaId);
    const entry = early ?? this.#open(mediaId);
    const sdp = await this.#inOrder(entry, () =>
      entry.call.createAnswer(offerSdp, modality === 'audioVideo'),
    );
    if (entry === early) this.#becomeFinal(mediaId, entry);
    return sdp;
  }

  async applyProvisionalAnswer(mediaId: string, answerSdp: string): Promise<void> {
    await this.#with(mediaId, ({ call }) => call.applyProvisionalAnswer(answerSdp));
  }

  applyAnswer(
    mediaId: string,
    answerSdp: string,
  ): Promise<{ video: boolean; isElsewhere: boolean }> {
    return this.#with(mediaId, async (entry) => {
      const { isEarly } = entry.call;
      const result = await entry.call.applyAnswer(answerSdp);
      if (isEarly) this.#becomeFinal(mediaId, entry);
      return result;
    });
  }

  createReoffer(mediaId: string, change: PeerChange): Promise<string> {
    return this.#with(mediaId, ({ call }) => call.createReoffer(change));
  }

  async rollbackOffer(mediaId: string): Promise<void> {
    await this.#with(mediaId, ({ call }) => call.rollbackOffer());
  }

  answerReoffer(
    mediaId: string,
    offerSdp: string,
  ): Promise<{ sdp: string; remoteHold: boolean; video: boolean }> {
    return this.#with(mediaId, ({ call }) => call.answerReoffer(offerSdp));
  }

  async setSending(mediaId: string, sending: Sending): Promise<void> {
    await this.#with(mediaId, ({ call }) => call.local.setSending(sending));
  }

  async sendTones(mediaId: string, tones: string): Promise<void> {
    await this.#with(mediaId, async ({ tones: sender }) => sender.send(tones));
  }

  /** Frees the devices at once, and tells what the media was like until then. */
  async close(mediaId: string): Promise<MediaQuality | null> {
    const entry = this.#entries.get(mediaId);
    if (entry === undefined) return null;
    this.#entries.delete(mediaId);
    entry.stopWatching();
    entry.sound.stop();
    entry.call.local.stop();
    this.#tellListeners();
    const quality = await statisticsOf(entry.call.peer).catch(() => null);
    entry.call.close();
    return quality;
  }

  /** Changes the devices of every call that is up, and those of later ones. */
  async setDevices(devices: DeviceChoice): Promise<void> {
    this.#devices = devices;
    await Promise.all(
      [...this.#entries.values()].map((entry) => {
        entry.sound.setSpeaker(devices.speakerId);
        return this.#inOrder(entry, () => entry.call.local.setDevices(devices));
      }),
    );
  }

  /** A device was plugged in or pulled out. */
  async devicesChanged(): Promise<void> {
    await Promise.all(
      [...this.#entries.values()].map((entry) =>
        this.#inOrder(entry, () => entry.call.local.devicesChanged()),
      ),
    );
  }

  /** Null when the call has no media here. */
  view(mediaId: string): CallMediaView | null {
    return this.#entries.get(mediaId)?.view ?? null;
  }

  /** Whose sound is in a mix that this session receives; nobody in one that names none. */
  soundSources(mediaId: string): readonly SoundSource[] {
    return this.#entries.get(mediaId)?.call.soundSources ?? [];
  }

  async statistics(mediaId: string): Promise<MediaQuality | null> {
    const entry = this.#entries.get(mediaId);
    return entry === undefined ? null : statisticsOf(entry.call.peer);
  }

  /** Calls `listener` when any view changed. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #open(mediaId: string): Entry {
    void this.close(mediaId);
    const call = new PeerCall(this.#opener, this.#devices, () => this.#refresh(mediaId));
    const { peer } = call;
    peer.addEventListener('connectionstatechange', () => {
      if (this.#entries.get(mediaId)?.call !== call || call.isProvisional || call.isEarly) return;
      this.#reportConnection(mediaId, peer);
      entry.tones.look();
    });
    const entry: Entry = {
      call,
      sound: new RemoteSound(this.#devices.speakerId),
      stopWatching: this.#watch(mediaId, peer),
      tones: new ToneSender(peer, {
        onPossible: (possible) => this.#report({ type: 'tones', mediaId, possible }),
        onTone: (tone) => this.#report({ type: 'toneSent', mediaId, tone }),
      }),
      view: viewOf(call),
      tail: Promise.resolve(),
    };
    this.#entries.set(mediaId, entry);
    return entry;
  }

  /** The session that was answered before the user took the call, if that went well. */
  async #earlyEntry(mediaId: string): Promise<Entry | null> {
    const entry = this.#entries.get(mediaId);
    await entry?.tail;
    if (entry === undefined || this.#entries.get(mediaId) !== entry) return null;
    return entry.call.isProvisional ? entry : null;
  }

  /** What was connected before the call was taken was nobody's business until now. */
  #becomeFinal(mediaId: string, entry: Entry): void {
    entry.stopWatching();
    entry.stopWatching = this.#watch(mediaId, entry.call.peer);
    this.#reportConnection(mediaId, entry.call.peer);
    this.#refresh(mediaId);
  }

  #watch(mediaId: string, peer: RTCPeerConnection): () => void {
    return watchFirstPackets(peer, (kind) => this.#report({ type: 'firstPacket', mediaId, kind }));
  }

  #reportConnection(mediaId: string, peer: RTCPeerConnection): void {
    const state = peer.connectionState;
    if (state !== 'new' && state !== 'closed') this.#report({ type: 'connection', mediaId, state });
  }

  async #with<T>(mediaId: string, operation: (entry: Entry) => Promise<T>): Promise<T> {
    const entry = this.#entries.get(mediaId);
    if (entry === undefined) throw new MediaFailure('unavailable', 'The call has no media.');
    return this.#inOrder(entry, () => operation(entry));
  }

  /** One operation after the other: a mute in the middle of a hold would undo half of it. */
  async #inOrder<T>(entry: Entry, operation: () => Promise<T>): Promise<T> {
    const result = entry.tail.then(operation);
    entry.tail = result.catch(() => undefined);
    return result;
  }

  #refresh(mediaId: string): void {
    const entry = this.#entries.get(mediaId);
    if (entry === undefined) return;
    entry.view = viewOf(entry.call);
    entry.sound.play(entry.call.isProvisional ? [] : entry.call.remoteSound);
    if (!entry.call.isProvisional && !entry.call.isEarly) entry.tones.look();
    this.#tellListeners();
  }

  #tellListeners(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const viewOf = ({ local, remotePictures }: PeerCall): CallMediaView => ({
  localPicture: local.camera,
  remotePictures,
  microphone: local.microphone,
  microphoneGone: local.microphoneGone,
  cameraProblem: local.cameraProblem,
  hasVideo: local.hasVideo,
});
