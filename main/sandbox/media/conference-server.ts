import { Conference } from './conference.ts';
import type { Attendee, ConferenceMedia } from './conference-media.ts';
import { loadWebRtc } from './webrtc.ts';

/** Mixes the sound of meetings and passes their pictures on. One conference per meeting. */
export class ConferenceServer {
  readonly #conferences = new Map<string, Conference>();
  #closing: Promise<unknown> = Promise.resolve();

  /**
   * Brings an endpoint into the conference of a meeting, by its offer.
   * @returns the connection and the answer
   * @throws when the offer makes no sense, or when the media library cannot be loaded here
   */
  async join(
    meetingId: string,
    attendee: Attendee,
    offer: string,
  ): Promise<{ readonly media: ConferenceMedia; readonly answer: string }> {
    const webRtc = await loadWebRtc();
    const known = this.#conferences.get(meetingId);
    const conference = known ?? new Conference(webRtc, () => this.#conferences.delete(meetingId));
    this.#conferences.set(meetingId, conference);
    return conference.join(attendee, offer);
  }

  /** Ends every connection; comes back when they, and those that were ended before, are gone. */
  async close(): Promise<void> {
    const conferences = [...this.#conferences.values()];
    this.#closing = Promise.all([
      this.#closing,
      ...conferences.map((conference) => conference.close()),
    ]);
    await this.#closing;
  }
}
