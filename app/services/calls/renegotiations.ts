import { type MediaChange, MediaError } from '../../ports/media-engine.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { sameHref } from '../../ucwa/hypermedia/href.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { decodeMediaSdp } from '../../ucwa/hypermedia/media-sdp.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import {
  answerRenegotiation,
  dismissRenegotiation,
  renegotiate,
  resumeAudio,
  resumeAudioVideo,
  stopVideo,
} from '../../ucwa/requests/audio-video-call.ts';
import { readAudioVideoRenegotiation } from '../../ucwa/resources/audio-video-renegotiation.ts';
import type { PostResult } from '../../ucwa/ucwa-application.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { CommandFailure } from '../command-failure.ts';
import { type CallContext, requireAction } from './call-context.ts';
import type { CallRecord, PendingRenegotiation, RenegotiationResult } from './call-record.ts';
import { meetingVideoSections } from './meeting-media.ts';
import { describeReason, mediaRefusal } from './outcome.ts';
import { wait } from './wait.ts';

const answerTimeoutMs = 30_000;
/** How often an offer is repeated that met another one, and about how long it waits before. */
const maxConflicts = 3;
const conflictDelayMs = 700;

/** New offers within a call: hold and resume, video added and dropped, ours and the other side's. */
export class Renegotiations {
  readonly #context: CallContext;

  constructor(context: CallContext) {
    this.#context = context;
  }

  /** Puts the call on hold or takes it back. Rejects when the other side or the server refuses. */
  async setHold(callId: string, hold: boolean): Promise<void> {
    const { board } = this.#context;
    const record = requireAction(this.#context, callId, hold ? 'hold' : 'resume');
    board.apply(callId, { type: 'holdRequested' });
    try {
      await this.#offerUntilHeard(record, { hold });
      if (!record.over) board.apply(callId, { type: 'holdSettled', local: hold });
    } catch (error) {
      if (!record.over) board.apply(callId, { type: 'holdSettled', local: !hold });
      throw error;
    }
  }

  /**
   * Adds video, with the camera on, or drops it for both sides. Rejects, and leaves the call as it was,
   * when the other side, the server or the camera refuses.
   */
  async setVideo(callId: string, on: boolean): Promise<void> {
    const { board } = this.#context;
    const record = requireAction(this.#context, callId, on ? 'addVideo' : 'stopVideo');
    const sendingBefore = board.get(callId)?.sending.video === true;
    board.apply(callId, { type: 'videoRequested' });
    try {
      const video = await this.#changeVideo(record, on);
      settle(video, on && video);
      if (on && !video) throw new CommandFailure('not-allowed', 'error.videoRefused');
    } catch (error) {
      if (board.get(callId)?.video.pending === true) settle(!on, sendingBefore);
      throw error;
    }

    function settle(video: boolean, sending: boolean): void {
      if (!record.over) board.apply(callId, { type: 'videoSettled', video, sending });
    }
  }

  /**
   * Leads the connection to the endpoint that took the call, when another had answered early. It waits for
   * the media session; should it fail, the connection finds the way by itself, in some seconds.
   */
  reconnect(record: CallRecord): void {
    if (!record.isElsewhere || record.session === null || record.over) return;
    record.isElsewhere = false;
    this.#offerUntilHeard(record, {}).catch((error: unknown) => {
      this.#context.logger.info('A call finds its other endpoint by itself', {
        callId: record.id,
        error,
      });
    });
  }

  /** @returns whether the call has video now */
  async #changeVideo(record: CallRecord, on: boolean): Promise<boolean> {
    const { media, server } = this.#context;
    const { session, audioVideo } = record;
    if (on || (session !== null && link(session, 'renegotiations') !== null)) {
      return this.#offerUntilHeard(record, { videoSections: on ? this.#sectionsOf(record) : 0 });
    }
    // The server ends the video itself; here nothing more is sent.
    if (audioVideo === null) throw new CommandFailure('not-allowed', 'error.notAllowed');
    await stopVideo(server.require().client, audioVideo, 'UserInitiatedAction');
    await media.setSending(record.mediaId, { audio: this.#isHeard(record), video: false });
    return false;
  }

  #sectionsOf(record: CallRecord): number {
    return this.#context.board.get(record.id)?.kind === 'meeting' ? meetingVideoSections : 1;
  }

  #isHeard(record: CallRecord): boolean {
    return this.#context.board.get(record.id)?.sending.audio === true;
  }

  /** An event about an offer within a call, ours or theirs. */
  async handle(record: CallRecord, event: UcwaEvent, resource: Resource): Promise<void> {
    const renegotiation = readAudioVideoRenegotiation(resource);
    const mine = this.#isMine(record, renegotiation.operationId, event.link.href);
    if (mine === null) {
      const isOffer = event.type === 'started' && renegotiation.direction !== 'Outgoing';
      if (isOffer && !record.over) await this.#answerTheirs(record, resource);
      return;
    }
    mine.href = event.link.href;
    if (event.status === 'Failure') {
      mine.settle({ type: 'failed', detail: describeReason(event.reason) });
    } else if (renegotiation.mediaAnswer !== null) {
      mine.settle({ type: 'answered', sdp: decodeMediaSdp(renegotiation.mediaAnswer).sdp });
    }
  }

  #isMine(
    record: CallRecord,
    operationId: string | null,
    href: string,
  ): PendingRenegotiation | null {
    const { pending } = record;
    if (pending === null) return null;
    const sameOperation = operationId === pending.operationId;
    return sameOperation || (pending.href !== null && sameHref(pending.href, href))
      ? pending
      : null;
  }

  /** The server lets one offer through at a time: ours waits until the other one is done. */
  async #offerUntilHeard(record: CallRecord, change: MediaChange): Promise<boolean> {
    const { clock, random } = this.#context;
    for (let conflicts = 0; ; conflicts += 1) {
      try {
        return await record.negotiations.run(() => this.#offer(record, change));
      } catch (error) {
        if (!isConflict(error) || conflicts === maxConflicts || record.over) throw error;
        await wait(clock, conflictDelayMs * (0.5 + random.fraction()));
      }
    }
  }

  async #offer(record: CallRecord, change: MediaChange): Promise<boolean> {
    const { media } = this.#context;
    const sdp = await media.createReoffer(record.mediaId, change);
    try {
      const answer = await this.#exchange(record, change, sdp);
      return (await media.applyAnswer(record.mediaId, answer)).video;
    } catch (error) {
      if (!record.over) await media.rollbackOffer(record.mediaId);
      throw error;
    }
  }

  async #exchange(record: CallRecord, change: MediaChange, sdp: string): Promise<string> {
    const operationId = this.#context.random.uuid();
    const answered = this.#expectAnswer(record, operationId);
    try {
      const posted = await this.#post(record, change, { sdp, operationId });
      if (record.pending?.operationId === operationId) record.pending.href = posted.location;
      const result = answerIn(posted) ?? (await answered);
      if (result.type === 'answered') return result.sdp;
      throw new CommandFailure('server', 'error.server', { detail: result.detail ?? '' });
    } finally {
      record.pending?.settle({ type: 'failed', detail: null });
    }
  }

  /** Set up before the offer is sent: the answer may come before the response. */
  #expectAnswer(record: CallRecord, operationId: string): Promise<RenegotiationResult> {
    return new Promise((resolve) => {
      const settle = (result: RenegotiationResult): void => {
        cancelTimer();
        if (record.pending === pending) record.pending = null;
        resolve(result);
      };
      const pending: PendingRenegotiation = { operationId, href: null, settle };
      const cancelTimer = this.#context.clock.after(answerTimeoutMs, () =>
        settle({ type: 'failed', detail: 'Timeout' }),
      );
      record.pending = pending;
    });
  }

  async #post(
    record: CallRecord,
    { hold }: MediaChange,
    input: { readonly sdp: string; readonly operationId: string },
  ): Promise<PostResult> {
    const { client } = this.#context.server.require();
    const { session } = record;
    if (session === null) throw new CommandFailure('not-allowed', 'error.notAllowed');
    const video = this.#context.board.get(record.id)?.modality === 'audioVideo';
    if (hold === false && video && link(session, 'resumeAudioVideo') !== null) {
      return resumeAudioVideo(client, session, input);
    }
    if (hold === false && !video && link(session, 'resumeAudio') !== null) {
      return resumeAudio(client, session, input);
    }
    return renegotiate(client, session, input);
  }

  async #answerTheirs(record: CallRecord, resource: Resource): Promise<void> {
    const { board, media, server } = this.#context;
    const { mediaOffer } = readAudioVideoRenegotiation(resource);
    await record.negotiations.run(async () => {
      if (record.over) return;
      const { client } = server.require();
      try {
        if (mediaOffer === null) throw new MediaError('invalid-sdp', 'The offer has no SDP');
        const offer = decodeMediaSdp(mediaOffer).sdp;
        const reoffer = await media.answerReoffer(liveMediaOf(record), offer);
        const { answerSdp, remoteHold, video } = reoffer;
        await answerRenegotiation(client, resource, answerSdp);
        board.apply(record.id, { type: 'remoteHoldChanged', remote: remoteHold });
        if (!remoteHold) board.apply(record.id, { type: 'remoteVideoChanged', video });
      } catch (error) {
        this.#context.logger.warn('An offer within a call could not be answered', { error });
        const unusable =
          error instanceof MediaError || (error instanceof UcwaError && error.kind === 'malformed');
        if (unusable && link(resource, 'dismiss') !== null) {
          const reason =
            error instanceof MediaError ? mediaRefusal(error.reason) : 'InvalidMediaOffer';
          await dismissRenegotiation(client, resource, reason);
        }
      }
    });
  }
}

/** While a call goes over to another leg, the other side still speaks through the former one. */
const liveMediaOf = ({ answered, former, mediaId }: CallRecord): string =>
  former === null || answered ? mediaId : former.mediaId;

const isConflict = (error: unknown): boolean => error instanceof UcwaError && error.status === 409;

function answerIn({ resource }: PostResult): RenegotiationResult | null {
  if (resource === null) return null;
  const { mediaAnswer } = readAudioVideoRenegotiation(resource);
  return mediaAnswer === null ? null : { type: 'answered', sdp: decodeMediaSdp(mediaAnswer).sdp };
}
