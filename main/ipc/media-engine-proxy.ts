import type { CommandPayload } from '../../app/ipc/commands.ts';
import type { MediaRequest } from '../../app/ipc/contract.ts';
import type { CancelTimer, Clock } from '../../app/ports/clock.ts';
import type { Logger } from '../../app/ports/logger.ts';
import {
  type CallModality,
  type MediaChange,
  type MediaEngine,
  MediaError,
  type MediaQuality,
  type MediaReport,
  type OfferOptions,
} from '../../app/ports/media-engine.ts';
import { Emitter, type Observable } from '../../app/util/emitter.ts';
import type { Page } from '../windows/page.ts';

type MediaReply = CommandPayload<'media.reply'>['reply'];
type MediaAnswer = Extract<MediaReply, { ok: true }>;

interface PendingRequest {
  readonly resolve: (answer: MediaAnswer) => void;
  readonly reject: (error: MediaError) => void;
  readonly cancelTimeout: CancelTimer;
}

/** Devices may ask the user for permission, and gathering ICE candidates may wait for a relay. */
const replyLimitMs = 30_000;
/** A call may come in while the page still loads. */
const attachLimitMs = 5_000;
/** What a media session begins with. */
const beginnings: ReadonlySet<MediaRequest['method']> = new Set([
  'createOffer',
  'createAnswer',
  'createProvisionalAnswer',
]);
const notThere = 'The window that carries the media is not there';

/**
 * The media engine in the renderer, seen from main: each method is a message to the window that
 * said `media.ready`, answered by the command `media.reply`.
 */
export class MediaEngineProxy implements MediaEngine {
  readonly #clock: Clock;
  readonly #reports: Emitter<MediaReport>;
  readonly #pending = new Map<number, PendingRequest>();
  readonly #waiting = new Set<(window: Page) => void>();
  readonly #known = new WeakSet<Page>();
  /** Media sessions that are, or are being set up, in the window. */
  readonly #sessions = new Set<string>();
  #window: Page | null = null;
  #nextRequestId = 0;

  constructor(clock: Clock, logger: Logger) {
    this.#clock = clock;
    const scoped = logger.scoped('media');
    this.#reports = new Emitter((error) => scoped.error('A listener failed', { error }));
  }

  get reports(): Observable<MediaReport> {
    return this.#reports;
  }

  async createOffer(
    mediaId: string,
    modality: CallModality,
    options: OfferOptions = {},
  ): Promise<string> {
    const videoSections = modality === 'audio' ? 0 : (options.videoSections ?? 1);
    const cameraOn = options.cameraOn ?? true;
    return sdpOf(
      await this.#ask({ method: 'createOffer', mediaId, modality, videoSections, cameraOn }),
    );
  }

  async applyProvisionalAnswer(mediaId: string, answerSdp: string): Promise<void> {
    await this.#ask({ method: 'applyProvisionalAnswer', mediaId, sdp: answerSdp });
  }

  async applyAnswer(mediaId: string, answerSdp: string): ReturnType<MediaEngine['applyAnswer']> {
    const answer = await this.#ask({ method: 'applyAnswer', mediaId, sdp: answerSdp });
    const { isElsewhere = false, video = false } = answer;
    return { isElsewhere, video };
  }

  async createProvisionalAnswer(mediaId: string, offerSdp: string): Promise<string> {
    return sdpOf(await this.#ask({ method: 'createProvisionalAnswer', mediaId, sdp: offerSdp }));
  }

  async createAnswer(mediaId: string, offerSdp: string, modality: CallModality): Promise<string> {
    return sdpOf(await this.#ask({ method: 'createAnswer', mediaId, sdp: offerSdp, modality }));
  }

  async createReoffer(mediaId: string, { hold, videoSections }: MediaChange): Promise<string> {
    const change = { hold: hold ?? null, videoSections: videoSections ?? null };
    return sdpOf(await this.#ask({ method: 'createReoffer', mediaId, ...change }));
  }

  async rollbackOffer(mediaId: string): Promise<void> {
    await this.#ask({ method: 'rollbackOffer', mediaId });
  }

  async answerReoffer(mediaId: string, offerSdp: string): ReturnType<MediaEngine['answerReoffer']> {
    const answer = await this.#ask({ method: 'answerReoffer', mediaId, sdp: offerSdp });
    const { remoteHold = false, video = false } = answer;
    return { answerSdp: sdpOf(answer), remoteHold, video };
  }

  async setSending(
    mediaId: string,
    sending: { readonly audio: boolean; readonly video: boolean },
  ): Promise<void> {
    await this.#ask({ method: 'setSending', mediaId, audio: sending.audio, video: sending.video });
  }

  async sendTones(mediaId: string, tones: string): Promise<void> {
    await this.#ask({ method: 'sendTones', mediaId, tones });
  }

  async close(mediaId: string): Promise<MediaQuality | null> {
    this.#sessions.delete(mediaId);
    // The page took its media with it.
    if (this.#window === null) return null;
    const { quality = null } = await this.#ask({ method: 'close', mediaId });
    return quality;
  }

  /** From now on `window` carries the media. */
  attach(window: Page): void {
    if (this.#window !== window) this.#detach();
    this.#window = window;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const onAttached of waiting) onAttached(window);
    if (this.#known.has(window)) return;
    this.#known.add(window);
    window.onPageGone(() => {
      if (this.#window === window) this.#detach();
    });
  }

  /** A reply of `window`; one that nobody waits for any more is passed over. */
  settle(window: Page, requestId: number, reply: MediaReply): void {
    const pending = this.#pending.get(requestId);
    if (pending === undefined || window !== this.#window) return;
    this.#pending.delete(requestId);
    pending.cancelTimeout();
    if (reply.ok) pending.resolve(reply);
    else pending.reject(new MediaError(reply.reason, reply.message));
  }

  report(window: Page, report: MediaReport): void {
    if (window === this.#window) this.#reports.emit(report);
  }

  async #ask(request: MediaRequest): Promise<MediaAnswer> {
    const window = this.#window ?? (await this.#attached());
    if (beginnings.has(request.method)) this.#sessions.add(request.mediaId);
    const requestId = this.#nextRequestId;
    this.#nextRequestId += 1;
    return new Promise((resolve, reject) => {
      const cancelTimeout = this.#clock.after(replyLimitMs, () => {
        this.#pending.delete(requestId);
        reject(new MediaError('timeout', `${request.method} took over ${replyLimitMs} ms`));
      });
      this.#pending.set(requestId, { resolve, reject, cancelTimeout });
      window.send({ type: 'media', requestId, request });
    });
  }

  #attached(): Promise<Page> {
    return new Promise((resolve, reject) => {
      const onAttached = (window: Page): void => {
        cancelTimeout();
        resolve(window);
      };
      const cancelTimeout = this.#clock.after(attachLimitMs, () => {
        this.#waiting.delete(onAttached);
        reject(new MediaError('unavailable', notThere));
      });
      this.#waiting.add(onAttached);
    });
  }

  /** The page is gone, and the media of its calls with it. */
  #detach(): void {
    this.#window = null;
    const lost = [...this.#sessions];
    this.#sessions.clear();
    for (const mediaId of lost) this.#reports.emit({ type: 'lost', mediaId });
    for (const { reject, cancelTimeout } of this.#pending.values()) {
      cancelTimeout();
      reject(new MediaError('unavailable', notThere));
    }
    this.#pending.clear();
  }
}

function sdpOf(answer: MediaAnswer): string {
  if (answer.sdp === undefined) throw new MediaError('unavailable', 'The reply has no SDP');
  return answer.sdp;
}
