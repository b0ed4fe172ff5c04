import type { Attendee, ConferenceMedia } from './conference-media.ts';
import { type Conversing, Leg } from './leg.ts';
import { mix } from './mixer.ts';
import type { PicturePacket } from './picture-stream.ts';
import { assignPlaces, type Candidate } from './places.ts';
import type { WebRtc } from './webrtc.ts';

const frameMs = 20;
/** Frames that are made up for when the process was late; what is older is left out. */
const mostFramesAtOnce = 5;
/** Every so many frames it is looked at who is shown where. */
const framesPerLook = 5;
/** Who has sent no picture for this long is not shown. */
const pictureLastsMs = 3_000;
/** More endpoints than this do not fit into one conference. */
const mostLegs = 50;

/** The sound and the pictures of one meeting. */
export class Conference implements Conversing {
  readonly #webRtc: WebRtc;
  readonly #onEmpty: () => void;
  readonly #legs = new Set<Leg>();
  readonly #spokeMs = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #dueMs = 0;
  #frames = 0;

  /** @param onEmpty called when the last endpoint has left */
  constructor(webRtc: WebRtc, onEmpty: () => void) {
    this.#webRtc = webRtc;
    this.#onEmpty = onEmpty;
  }

  /**
   * @returns the connection and the answer
   * @throws when the offer makes no sense or there are too many
   */
  async join(
    attendee: Attendee,
    offer: string,
  ): Promise<{ readonly media: ConferenceMedia; readonly answer: string }> {
    if (this.#legs.size >= mostLegs) throw new Error('The conference is full.');
    const leg = new Leg(this.#webRtc, attendee, this);
    this.#legs.add(leg);
    this.#start();
    try {
      return { media: leg, answer: await leg.answer(offer) };
    } catch (error) {
      void leg.close();
      throw error;
    }
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    await Promise.all([...this.#legs].map((leg) => leg.close()));
  }

  nowMs(): number {
    return performance.now();
  }

  passOn(from: Leg, packet: PicturePacket): void {
    for (const leg of this.#legs) {
      if (leg.person !== from.person) leg.see(from.person, packet);
    }
  }

  wantKeyFrame(viewer: Leg, label: string): void {
    const person = viewer.shown.get(label);
    for (const leg of this.#legs) {
      if (leg.person === person) leg.requestKeyFrame();
    }
  }

  left(leg: Leg): void {
    this.#legs.delete(leg);
    if (this.#legs.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#onEmpty();
  }

  #start(): void {
    if (this.#timer !== undefined) return;
    this.#dueMs = this.nowMs();
    this.#timer = setInterval(() => this.#tick(), frameMs);
    this.#timer.unref();
  }

  #tick(): void {
    const nowMs = this.nowMs();
    this.#dueMs = Math.max(this.#dueMs, nowMs - mostFramesAtOnce * frameMs);
    for (; this.#dueMs <= nowMs; this.#dueMs += frameMs) {
      this.#playFrame(nowMs);
      this.#frames += 1;
      if (this.#frames % framesPerLook === 0) this.#look(nowMs);
    }
  }

  #playFrame(nowMs: number): void {
    const mixed = mix([...this.#legs]);
    for (const { person } of mixed.loud) this.#spokeMs.set(person, nowMs);
    for (const leg of this.#legs) leg.hear(mixed.for(leg));
  }

  /** Who is shown to whom; whoever is missing a picture asks for one. */
  #look(nowMs: number): void {
    const sending = [...this.#legs].filter(
      ({ attendee, directions, pictureMs }) =>
        directions.video.startsWith('Send') &&
        nowMs - pictureMs < pictureLastsMs &&
        !attendee.hidden(),
    );
    const people = new Set(sending.map(({ person }) => person));
    const candidates: readonly Candidate[] = [...people].map((person) => ({
      person,
      spokeMs: this.#spokeMs.get(person) ?? 0,
    }));
    for (const leg of this.#legs) {
      const others = candidates.filter(({ person }) => person !== leg.person);
      leg.show(assignPlaces(leg.labels, leg.shown, others, nowMs));
      leg.askForMissing();
    }
  }
}
