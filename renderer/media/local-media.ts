import { type BlankPicture, createBlankPicture } from './blank-picture.ts';
import type { DeviceChoice, DeviceOpener } from './devices.ts';
import { MediaFailure, type MediaFailureReason } from './media-failure.ts';

export interface Sending {
  readonly audio: boolean;
  readonly video: boolean;
}

/** How long a conference server is sent the black picture of a camera that is off. */
const blankToManyMs = 3000;

/** The microphone and the camera of one call, and the senders that they feed. */
export class LocalMedia {
  readonly #onChange: () => void;
  readonly #opener: DeviceOpener;
  #devices: DeviceChoice;
  #sending: Sending = { audio: true, video: false };
  #microphone: MediaStreamTrack | null = null;
  #camera: MediaStreamTrack | null = null;
  #blank: BlankPicture | null = null;
  #audioSender: RTCRtpSender | null = null;
  #videoSender: RTCRtpSender | null = null;
  #oneOfMany = false;
  #microphoneGone = false;
  #cameraProblem: MediaFailureReason | null = null;
  #stopped = false;

  /** @param onChange called when a track or the camera's problem is another one */
  constructor(opener: DeviceOpener, devices: DeviceChoice, onChange: () => void) {
    this.#opener = opener;
    this.#devices = devices;
    this.#onChange = onChange;
  }

  get microphone(): MediaStreamTrack | null {
    return this.#microphone;
  }

  get camera(): MediaStreamTrack | null {
    return this.#camera;
  }

  /** The microphone was pulled out, and there is no other. */
  get microphoneGone(): boolean {
    return this.#microphoneGone;
  }

  /** Why the camera that should be on is not. */
  get cameraProblem(): MediaFailureReason | null {
    return this.#cameraProblem;
  }

  get hasVideo(): boolean {
    return this.#videoSender !== null;
  }

  /**
   * Opens the microphone and sends from it.
   * @throws MediaFailure when there is no usable microphone
   */
  async startAudio(sender: RTCRtpSender): Promise<void> {
    this.#audioSender = sender;
    await this.#openMicrophone();
  }

  /**
   * Sends the camera's picture, or a black one: a call without a camera is still a call.
   * @param oneOfMany to a conference server, which shows others instead of whoever sends nothing: the
   * black picture takes the place of the last one there and then makes room
   */
  async startVideo(sender: RTCRtpSender, cameraOn: boolean, oneOfMany: boolean): Promise<void> {
    this.#videoSender = sender;
    this.#oneOfMany = oneOfMany;
    this.#sending = { ...this.#sending, video: cameraOn };
    await this.#updateVideo();
  }

  /** The call has no video any more: the camera is free. */
  async stopVideo(): Promise<void> {
    const sender = this.#videoSender;
    if (sender === null) return;
    this.#videoSender = null;
    this.#sending = { ...this.#sending, video: false };
    this.#cameraProblem = null;
    this.#camera?.stop();
    this.#blank?.stop();
    this.#camera = null;
    this.#blank = null;
    await sender.replaceTrack(null);
    this.#onChange();
  }

  /** Switches sound and picture on and off. Off frees the camera, so that its light goes out. */
  async setSending(sending: Sending): Promise<void> {
    const videoChanged = sending.video !== this.#sending.video;
    this.#sending = sending;
    if (this.#microphone !== null) this.#microphone.enabled = sending.audio;
    if (videoChanged && this.#videoSender !== null) await this.#updateVideo();
  }

  /**
   * Goes over to other devices in the running call. A camera that fails counts as off.
   * @throws MediaFailure when the other microphone fails; the present one goes on
   */
  async setDevices(devices: DeviceChoice): Promise<void> {
    const previous = this.#devices;
    this.#devices = devices;
    if (devices.microphoneId !== previous.microphoneId && this.#audioSender !== null) {
      await this.#openMicrophone();
    }
    if (devices.cameraId !== previous.cameraId && this.#videoSender !== null) {
      await this.#updateVideo();
    }
  }

  /** Other devices are there than before: one of them may be a microphone that is missed. */
  async devicesChanged(): Promise<void> {
    if (this.#microphoneGone) await this.#openMicrophone();
  }

  stop(): void {
    this.#stopped = true;
    this.#microphone?.stop();
    this.#camera?.stop();
    this.#blank?.stop();
    this.#microphone = null;
    this.#camera = null;
    this.#blank = null;
  }

  async #openMicrophone(): Promise<void> {
    const track = this.#keep(await this.#opener.openMicrophone(this.#devices.microphoneId));
    track.enabled = this.#sending.audio;
    // Unplugged: go on with what the system has left.
    track.addEventListener('ended', () => {
      if (this.#microphone === track) this.#openMicrophone().catch(() => this.#loseMicrophone());
    });
    const previous = this.#microphone;
    // Ours from here on: a call that ends meanwhile frees it.
    this.#microphone = track;
    try {
      await this.#audioSender?.replaceTrack(track);
    } finally {
      previous?.stop();
    }
    this.#microphoneGone = false;
    this.#onChange();
  }

  #loseMicrophone(): void {
    if (this.#stopped) return;
    this.#microphone = null;
    this.#microphoneGone = true;
    this.#onChange();
  }

  async #updateVideo(): Promise<void> {
    const previous = this.#camera;
    this.#camera = this.#sending.video ? await this.#openCamera() : null;
    if (this.#stopped) return;
    if (this.#camera === null) this.#blank ??= this.#createBlank();
    await this.#videoSender?.replaceTrack(this.#camera ?? this.#blank?.track ?? null);
    if (this.#camera !== null) {
      this.#blank?.stop();
      this.#blank = null;
    }
    previous?.stop();
    this.#onChange();
  }

  #createBlank(): BlankPicture {
    const blank = createBlankPicture();
    if (!this.#oneOfMany) return blank;
    setTimeout(() => {
      // The camera may be on its way into the sender, while its blank picture still stands.
      if (this.#blank !== blank || this.#camera !== null) return;
      this.#videoSender?.replaceTrack(null).catch(() => undefined);
    }, blankToManyMs);
    return blank;
  }

  async #openCamera(): Promise<MediaStreamTrack | null> {
    try {
      const track = this.#keep(await this.#opener.openCamera(this.#devices.cameraId));
      track.addEventListener('ended', () => {
        if (this.#camera === track) this.#updateVideo().catch(() => undefined);
      });
      this.#cameraProblem = null;
      return track;
    } catch (error) {
      this.#cameraProblem = error instanceof MediaFailure ? error.reason : 'unavailable';
      return null;
    }
  }

  /** A device that opened after the call had ended must not stay open. */
  #keep(track: MediaStreamTrack): MediaStreamTrack {
    if (!this.#stopped) return track;
    track.stop();
    throw new MediaFailure('unavailable', 'The call ended while its devices were being opened.');
  }
}
