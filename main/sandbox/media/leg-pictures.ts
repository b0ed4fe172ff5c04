import type { RTCRtpTransceiver, RtcpPayloadSpecificFeedback } from 'werift';
import { type PicturePacket, PictureStream } from './picture-stream.ts';

/** So many pictures are sent to one endpoint at most. */
const mostPlaces = 9;
/** Feedback about a lost picture: its format (RFC 4585). */
const pictureLoss = 1;

/** Where and how a picture is sent. */
interface Place {
  readonly transceiver: RTCRtpTransceiver;
  readonly stream: PictureStream;
}

/** The places in which one endpoint is sent pictures, and who is in which. */
export class LegPictures {
  readonly #streams = new WeakMap<RTCRtpTransceiver, PictureStream>();
  #places: ReadonlyMap<string, Place> = new Map();
  #shown: ReadonlyMap<string, string> = new Map();

  /** The labels of the sections in which the endpoint takes pictures, in their order. */
  get labels(): readonly string[] {
    return [...this.#places.keys()];
  }

  /** Who is in which place, by label. */
  get shown(): ReadonlyMap<string, string> {
    return this.#shown;
  }

  /** Where whom is seen, by person. */
  get places(): ReadonlyMap<string, string> {
    return new Map([...this.#shown].map(([label, person]) => [person, label]));
  }

  /** From now on these are sent in. A section that was held for a while begins anew. */
  sendIn(transceivers: readonly RTCRtpTransceiver[]): void {
    this.#places = new Map(
      transceivers.slice(0, mostPlaces).map((transceiver) => {
        const label = transceiver.mid ?? '';
        return [label, { transceiver, stream: this.#streamOf(transceiver, label) }];
      }),
    );
  }

  /**
   * Fills the places anew; who comes into one begins with a key frame.
   * @returns who is seen elsewhere, anew or no longer
   */
  show(shown: ReadonlyMap<string, string>): ReadonlySet<string> {
    const before = this.places;
    for (const [label, { stream }] of this.#places) {
      if (shown.get(label) !== this.#shown.get(label)) stream.restart();
    }
    this.#shown = shown;
    const after = this.places;
    const people = [...before.keys(), ...after.keys()];
    return new Set(people.filter((person) => before.get(person) !== after.get(person)));
  }

  /** Labels of those whom the endpoint is to see and does not yet. */
  missing(): readonly string[] {
    return [...this.#places]
      .filter(([label, { stream }]) => stream.waitsForKeyFrame && this.#shown.has(label))
      .map(([label]) => label);
  }

  /** The places of a person's picture, each with the numbers that the packet has there. */
  passTo(person: string, packet: PicturePacket, nowMs: number) {
    return [...this.#places].flatMap(([label, { transceiver, stream }]) => {
      if (this.#shown.get(label) !== person) return [];
      const numbers = stream.pass(person, packet, nowMs);
      return numbers === undefined ? [] : [{ transceiver, numbers }];
    });
  }

  /**
   * Labels of the pictures that feedback asks to have anew. The library gives feedback to streams by its
   * sender, which need not be what it is about.
   */
  askedFor(feedback: RtcpPayloadSpecificFeedback['feedback']): readonly string[] {
    const wanted =
      'fir' in feedback
        ? feedback.fir.map(({ ssrc }) => ssrc)
        : 'mediaSsrc' in feedback && feedback.count === pictureLoss
          ? [feedback.mediaSsrc]
          : [];
    return [...this.#places]
      .filter(([, { transceiver }]) => wanted.includes(transceiver.sender.ssrc))
      .map(([label]) => label);
  }

  #streamOf(transceiver: RTCRtpTransceiver, label: string): PictureStream {
    const stream = this.#streams.get(transceiver) ?? new PictureStream();
    this.#streams.set(transceiver, stream);
    if (!this.#places.has(label)) stream.restart();
    return stream;
  }
}
