import type { CommandPayload } from '../../app/ipc/commands.ts';
import { type CallStatistics, statisticsOf } from './call-statistics.ts';
import { type DeviceChoice, type DeviceOpener, realDevices, systemDevices } from './devices.ts';
import { watchFirstPackets } from './first-packets.ts';
import type { Sending } from './local-media.ts';
import { MediaFailure, type MediaFailureReason } from './media-failure.ts';
import { PeerCall, type RemotePicture } from './peer-call.ts';
import { RemoteSound } from './remote-sound.ts';

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
  readonly stopWatching: () => void;
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

  createAnswer(mediaId: string, offerSdp: string, modality: Modality): Promise<string> {
    const entry = this.#open(mediaId);
    return this.#inOrder(entry, () => entry.call.createAnswer(offerSdp, modality === 'audioVideo'));
  }

  async applyAnswer(mediaId: string, answerSdp: string): Promise<void> {
    await this.#with(mediaId, ({ call }) => call.applyAnswer(answerSdp));
  }

  createReoffer(mediaId: string, hold: boolean): Promise<string> {
    return this.#with(mediaId, ({ call }) => call.createReoffer(hold));
  }

  async rollbackOffer(mediaId: string): Promise<void> {
    await this.#with(mediaId, ({ call }) => call.rollbackOffer());
  }

  answerReoffer(mediaId: string, offerSdp: string): Promise<{ sdp: string; remoteHold: boolean }> {
    return this.#with(mediaId, ({ call }) => call.answerReoffer(offerSdp));
  }

  async setSending(mediaId: string, sending: Sending): Promise<void> {
    await this.#with(mediaId, ({ call }) => call.local.setSending(sending));
  }

  close(mediaId: string): void {
    const entry = this.#entries.get(mediaId);
    if (entry === undefined) return;
    this.#entries.delete(mediaId);
    entry.stopWatching();
    entry.sound.stop();
    entry.call.close();
    this.#tellListeners();
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

  async statistics(mediaId: string): Promise<CallStatistics | null> {
    const entry = this.#entries.get(mediaId);
    return entry === undefined ? null : statisticsOf(entry.call.peer);
  }

  /** Calls `listener` when any view changed. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #open(mediaId: string): Entry {
    this.close(mediaId);
    const call = new PeerCall(this.#opener, this.#devices, () => this.#refresh(mediaId));
    const { peer } = call;
    peer.addEventListener('connectionstatechange', () => {
      const state = peer.connectionState;
      if (state !== 'new' && state !== 'closed')
        this.#report({ type: 'connection', mediaId, state });
    });
    const entry: Entry = {
      call,
      sound: new RemoteSound(this.#devices.speakerId),
      stopWatching: watchFirstPackets(peer, (kind) =>
        this.#report({ type: 'firstPacket', mediaId, kind }),
      ),
      view: viewOf(call),
      tail: Promise.resolve(),
    };
    this.#entries.set(mediaId, entry);
    return entry;
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
    entry.sound.play(entry.call.remoteSound);
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
