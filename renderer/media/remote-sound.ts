/** Plays what the other side of one call says. */
export class RemoteSound {
  readonly #element = new Audio();
  readonly #stream = new MediaStream();

  /** @param speakerId `deviceId` of an audio output; null is the system's default */
  constructor(speakerId: string | null) {
    this.#element.srcObject = this.#stream;
    this.#element.autoplay = true;
    this.setSpeaker(speakerId);
  }

  /** Plays exactly these tracks from now on. */
  play(tracks: readonly MediaStreamTrack[]): void {
    for (const track of this.#stream.getTracks()) {
      if (!tracks.includes(track)) this.#stream.removeTrack(track);
    }
    for (const track of tracks) this.#stream.addTrack(track);
  }

  setSpeaker(speakerId: string | null): void {
    // A speaker that is gone leaves the sound on the one it has.
    this.#element.setSinkId(speakerId ?? '').catch(() => undefined);
  }

  stop(): void {
    this.#element.pause();
    this.#element.srcObject = null;
  }
}
