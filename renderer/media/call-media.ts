import type { CommandPayload } from '../../app/ipc/commands.ts';
import { type CallStatistics, statisticsOf } from './call-statistics.ts';
import { type DeviceChoice, type DeviceOpener, realDevices, systemDevices } from './devices.ts';
import { watchFirstPackets } from './first-packets.ts';
import type { Sending } from './local-media.ts';
import { MediaFailure, type MediaFailureReason } from './media-failure.ts';
import { PeerCall } from './peer-call.ts';
import { RemoteSound } from './remote-sound.ts';

export type MediaReport = CommandPayload<'media.report'>;
type Modality = 'audio' | 'audioVideo';

/** What the call screen shows of a call's media. A new object whenever something changed. */
export interface CallMediaView {
  /** Of the camera that is on. */
  readonly localPicture: MediaStreamTrack | null;
  readonly remotePicture: MediaStreamTrack | null;
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

/** WebRTC of all calls of this window, by call id. What each method does: `MediaEngine` in ports. */
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

  createOffer(callId: string, modality: Modality): Promise<string> {
    const entry = this.#open(callId);
    return this.#inOrder(entry, () => entry.call.createOffer(modality === 'audioVideo'));
  }

  createAnswer(callId: string, offerSdp: string, modality: Modality): Promise<string> {
    const entry = this.#open(callId);
    return this.#inOrder(entry, () => entry.call.createAnswer(offerSdp, modality === 'audioVideo'));
  }

  async applyAnswer(callId: string, answerSdp: string): Promise<void> {
    await this.#with(callId, ({ call }) => call.applyAnswer(answerSdp));
  }

  createReoffer(callId: string, hold: boolean): Promise<string> {
    return this.#with(callId, ({ call }) => call.createReoffer(hold));
  }

  async rollbackOffer(callId: string): Promise<void> {
    await this.#with(callId, ({ call }) => call.rollbackOffer());
  }

  answerReoffer(callId: string, offerSdp: string): Promise<{ sdp: string; remoteHold: boolean }> {
    return this.#with(callId, ({ call }) => call.answerReoffer(offerSdp));
  }

  async setSending(callId: string, sending: Sending): Promise<void> {
    await this.#with(callId, ({ call }) => call.local.setSending(sending));
  }

  close(callId: string): void {
    const entry = this.#entries.get(callId);
    if (entry === undefined) return;
    this.#entries.delete(callId);
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
  view(callId: string): CallMediaView | null {
    return this.#entries.get(callId)?.view ?? null;
  }

  async statistics(callId: string): Promise<CallStatistics | null> {
    const entry = this.#entries.get(callId);
    return entry === undefined ? null : statisticsOf(entry.call.peer);
  }

  /** Calls `listener` when any view changed. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #open(callId: string): Entry {
    this.close(callId);
    const call = new PeerCall(this.#opener, this.#devices, () => this.#refresh(callId));
    const { peer } = call;
    peer.addEventListener('connectionstatechange', () => {
      const state = peer.connectionState;
      if (state !== 'new' && state !== 'closed')
        this.#report({ type: 'connection', callId, state });
    });
    const entry: Entry = {
      call,
      sound: new RemoteSound(this.#devices.speakerId),
      stopWatching: watchFirstPackets(peer, (kind) =>
        this.#report({ type: 'firstPacket', callId, kind }),
      ),
      view: viewOf(call),
      tail: Promise.resolve(),
    };
    this.#entries.set(callId, entry);
    return entry;
  }

  async #with<T>(callId: string, operation: (entry: Entry) => Promise<T>): Promise<T> {
    const entry = this.#entries.get(callId);
    if (entry === undefined) throw new MediaFailure('unavailable', 'The call has no media.');
    return this.#inOrder(entry, () => operation(entry));
  }

  /** One operation after the other: a mute in the middle of a hold would undo half of it. */
  async #inOrder<T>(entry: Entry, operation: () => Promise<T>): Promise<T> {
    const result = entry.tail.then(operation);
    entry.tail = result.catch(() => undefined);
    return result;
  }

  #refresh(callId: string): void {
    const entry = this.#entries.get(callId);
    if (entry === undefined) return;
    entry.view = viewOf(entry.call);
    entry.sound.play(entry.call.remoteTracks.filter(({ kind }) => kind === 'audio'));
    this.#tellListeners();
  }

  #tellListeners(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const viewOf = ({ local, remoteTracks }: PeerCall): CallMediaView => ({
  localPicture: local.camera,
  remotePicture: remoteTracks.find(({ kind }) => kind === 'video') ?? null,
  microphone: local.microphone,
  microphoneGone: local.microphoneGone,
  cameraProblem: local.cameraProblem,
  hasVideo: local.hasVideo,
});
