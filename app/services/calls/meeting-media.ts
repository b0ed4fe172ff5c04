import type { Call } from '../../domain/call.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { stopAudio, stopAudioVideo } from '../../ucwa/requests/audio-video-call.ts';
import { enterMedia, type MediaEntry, mediaEntry } from '../../ucwa/requests/meeting-media.ts';
import { readAudioVideo } from '../../ucwa/resources/audio-video.ts';
import { type BackOffTimes, backOffMs } from '../../ucwa/transport/back-off.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { CommandFailure } from '../command-failure.ts';
import type { CallContext } from './call-context.ts';
import type { CallRecord } from './call-record.ts';
import type { OutgoingCalls } from './outgoing-calls.ts';
import { isUnanswered } from './server-link.ts';

/** Video streams of an offer to a meeting: one's own, and places for the pictures of others. */
export const meetingVideoSections = 5;
const answerTimeoutMs = 30_000;
const pauses: BackOffTimes = { firstMs: 500, baseMs: 1_000, maxMs: 10_000 };

/** The call is another leg's by now, or over: whoever works on the old one stops. */
class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** Brings sound and picture into a conversation that goes on, a meeting or a chat of two. */
export class MeetingMedia {
  readonly #context: CallContext;
  readonly #outgoing: OutgoingCalls;
  readonly #onFailed: (record: CallRecord, error: unknown) => void;
  /** Those who wait for the connection. */
  readonly #wakeUps = new Set<() => void>();

  /** @param onFailed the leg that was to be set up came to nothing */
  constructor(
    context: CallContext,
    outgoing: OutgoingCalls,
    onFailed: (record: CallRecord, error: unknown) => void,
  ) {
    this.#context = context;
    this.#outgoing = outgoing;
    this.#onFailed = onFailed;
  }

  /** The connection is back. */
  connected(): void {
    for (const wakeUp of this.#wakeUps) wakeUp();
  }

  /**
   * Offers the media of the call's leg to its conversation; the answer comes by an event. While the
   * connection is away it is tried again. @param to the meeting's address, or the other one of two
   */
  async enter(record: CallRecord, to: string): Promise<void> {
    const { mediaId } = record;
    try {
      await this.#enterUntilHeard(record, to);
      this.#context.clock.after(answerTimeoutMs, () => {
        if (record.over || record.mediaId !== mediaId || record.answered) return;
        this.#onFailed(record, new CommandFailure('server', 'error.server', { detail: 'Timeout' }));
      });
    } catch (error) {
      if (error instanceof Superseded) return;
      if (record.over || record.mediaId !== mediaId) return;
      this.#context.logger.warn('Media could not be joined', { callId: record.id, error });
      this.#onFailed(record, error);
    }
  }

  async #enterUntilHeard(record: CallRecord, to: string): Promise<void> {
    const { mediaId } = record;
    let offer: { readonly sdp: string; readonly entry: MediaEntry } | null = null;
    for (let failures = 0; ; failures += 1) {
      try {
        const audioVideo = await this.#read(record, failures > 0);
        this.#check(record, mediaId);
        offer = await this.#offer(record, audioVideo, offer?.sdp ?? null);
        this.#check(record, mediaId);
        await this.#post(record, audioVideo, offer, to);
        return;
      } catch (error) {
        this.#check(record, mediaId);
        // An event that names the operation shows that the server executed it.
        if (record.invitation !== null) return;
        if (!isPassing(error)) throw error;
        await this.#pause(failures + 1);
        this.#check(record, mediaId);
      }
    }
  }

  #check(record: CallRecord, mediaId: string): void {
    if (!record.over && record.mediaId === mediaId) return;
    this.#close(mediaId);
    throw new Superseded();
  }

  /** @param isAgain an earlier offer may have arrived, though nobody knows of it: it is taken back */
  async #read(record: CallRecord, isAgain: boolean): Promise<Resource> {
    const { server } = this.#context;
    const href = record.audioVideoHref ?? (await this.#findAudioVideo(record));
    const audioVideo = await server.read(href);
    record.audioVideo = audioVideo;
    const isOrphan =
      isAgain && readAudioVideo(audioVideo).state === 'Connected' && entryOf(audioVideo) === null;
    if (!isOrphan) return audioVideo;
    const { client } = server.require();
    await (link(audioVideo, 'stopAudioVideo') === null ? stopAudio : stopAudioVideo)(
      client,
      audioVideo,
      'InternalFailure',
    );
    return server.read(href);
  }

  async #findAudioVideo(record: CallRecord): Promise<string> {
    const { conversationHref } = record;
    if (conversationHref === null) throw new CommandFailure('not-found', 'error.gone');
    const conversation = await this.#context.server.read(conversationHref);
    const href = link(conversation, 'audioVideo')?.href ?? null;
    if (href === null) throw new CommandFailure('not-allowed', 'error.notAllowed');
    record.audioVideoHref = href;
    return href;
  }

  async #offer(
    record: CallRecord,
    audioVideo: Resource,
    made: string | null,
  ): Promise<{ readonly sdp: string; readonly entry: MediaEntry }> {
    const { board, media } = this.#context;
    const call = this.#call(record);
    const way = readAudioVideo(audioVideo).state === 'Connected' ? 'escalate' : 'add';
    const entry = mediaEntry(audioVideo, call.modality, way);
    if (entry === null) throw new CommandFailure('not-allowed', 'error.notAllowed');
    if (made !== null) return { sdp: made, entry };
    if (entry.modality !== call.modality) board.edit(record.id, { modality: entry.modality });
    const isMeeting = record.conferencing !== 'no';
    const sdp = await media.createOffer(record.mediaId, entry.modality, {
      cameraOn: call.sending.video,
      ...(isMeeting ? { videoSections: meetingVideoSections } : {}),
    });
    if (!record.over) await media.setSending(record.mediaId, this.#call(record).sending);
    return { sdp, entry };
  }

  async #post(
    record: CallRecord,
    audioVideo: Resource,
    { sdp, entry }: { readonly sdp: string; readonly entry: MediaEntry },
    to: string,
  ): Promise<void> {
    const { sending } = this.#call(record);
    const result = await enterMedia(this.#context.server.require().client, audioVideo, entry, {
      sdp,
      to,
      operationId: record.operationId ?? '',
      sessionContext: record.sessionContext,
      joinAudioMuted: !sending.audio,
      joinVideoMuted: !sending.video,
    });
    await this.#outgoing.takeResult(record, result);
  }

  #call(record: CallRecord): Call {
    const call = this.#context.board.get(record.id);
    if (call === null) throw new Superseded();
    return call;
  }

  #pause(failures: number): Promise<void> {
    const { clock, random } = this.#context;
    return new Promise((resolve) => {
      const goOn = (): void => {
        cancelTimer();
        this.#wakeUps.delete(goOn);
        resolve();
      };
      const cancelTimer = clock.after(backOffMs(failures, pauses, random), goOn);
      this.#wakeUps.add(goOn);
    });
  }

  #close(mediaId: string): void {
    this.#context.media.close(mediaId).catch((error: unknown) => {
      this.#context.logger.warn('Media could not be closed', { error });
    });
  }
}

const entryOf = (audioVideo: Resource): MediaEntry | null => mediaEntry(audioVideo, 'audio', 'add');

/** Nobody knows what became of it, or the server says that it will be better soon. */
const isPassing = (error: unknown): boolean =>
  isUnanswered(error) || (error instanceof UcwaError && error.advice === 'retry');
