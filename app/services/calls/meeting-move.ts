import type { Call } from '../../domain/call.ts';
import type { MediaConnectionState } from '../../ports/media-engine.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { cancel, decline } from '../../ucwa/requests/answer-invitation.ts';
import { readConversation } from '../../ucwa/resources/conversation.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { describeUcwaError } from '../command-failure.ts';
import type { CallContext } from './call-context.ts';
import {
  beginLeg,
  type CallPlace,
  type CallRecord,
  type FormerLeg,
  takeFormerLeg,
} from './call-record.ts';
import { MeetingMedia } from './meeting-media.ts';
import { type OutgoingCalls, outcomeOfError } from './outgoing-calls.ts';

/** How long a call that has no way any more waits for the word about its conversation. */
const wordTimeoutMs = 2_000;
/** How long it waits for a meeting that comes about. */
const meetingTimeoutMs = 30_000;

export interface MeetingMoveHandlers {
  /** Puts a call on hold again that was before. */
  readonly hold: (callId: string) => Promise<void>;
  /** A call that was to go on with somebody else has whom it had, if they are still there. */
  readonly cameBack: (record: CallRecord, place: CallPlace) => void;
  /** A call goes through its meeting now, or on with somebody else. */
  readonly moved: (record: CallRecord) => void;
  /** The address of the meeting that the call's conversation is, as far as it is known. */
  readonly meetingUri: (record: CallRecord) => string | null;
}

/**
 * Moves a call's media into the meeting that its conversation became, or back into it after it was
 * lost. The call stays the same; what it has plays on until the new media is up. The other side may
 * move first, which ends the direct way on the server: that is no end of the call.
 */
export class MeetingMove {
  /** Media that is to come into a conversation. */
  readonly media: MeetingMedia;
  readonly #context: CallContext;
  readonly #handlers: MeetingMoveHandlers;

  constructor(context: CallContext, outgoing: OutgoingCalls, handlers: MeetingMoveHandlers) {
    this.#context = context;
    this.#handlers = handlers;
    this.media = new MeetingMedia(context, outgoing, (record, error) =>
      this.failedBy(record, error),
    );
  }

  /** What the server says of a call's conversation now. */
  conversationTold(record: CallRecord, conversation: Resource): void {
    const { state } = readConversation(conversation);
    record.conferencing =
      state === 'Conferenced' ? 'yes' : state === 'Conferencing' ? 'becoming' : 'no';
    this.#lookAt(record);
  }

  /**
   * The server says that the call's media is over.
   * @returns whether the call goes on all the same, at least until more is known
   */
  legEnded(record: CallRecord): boolean {
    const call = this.#ongoing(record);
    if (call === null) return false;
    if (record.former !== null) {
      if (record.answered) return false;
      record.former.isGone = true;
      return true;
    }
    if (call.kind === 'direct' && record.conferencing === 'no') return false;
    const { board, clock } = this.#context;
    record.isLegGone = true;
    board.setOffers(record.id, { renegotiate: false });
    if (call.kind === 'direct') this.#lookAt(record);
    else {
      // Who is sent out of a meeting hears of their media first.
      board.apply(record.id, { type: 'mediaChanged', state: 'disconnected', atMs: clock.nowMs() });
      clock.after(wordTimeoutMs, () => this.#lookAt(record));
    }
    this.#endLater(record, meetingTimeoutMs, () => record.isLegGone);
    return true;
  }

  /** The conversation is over: what waited for it ends. @returns whether the call waited */
  conversationEnded(record: CallRecord): boolean {
    record.conferencing = 'no';
    const waits = record.isLegGone || record.former?.isGone === true;
    if (waits || this.#context.board.get(record.id)?.kind === 'meeting') {
      // Who tells of the conversation knows why it is over.
      this.#endLater(record, wordTimeoutMs, () => record.conferencing === 'no');
      return true;
    }
    return false;
  }

  /** What the media of a call in motion tells. @returns whether there is nothing more to do about it */
  mediaTold(record: CallRecord, mediaId: string, state: MediaConnectionState): boolean {
    const { former } = record;
    if (former === null) return record.mediaId !== mediaId;
    if (mediaId !== record.mediaId) {
      if (state === 'failed') former.isGone = true;
      return true;
    }
    if (state === 'connected') this.#moved(record, former);
    if (state === 'failed') this.failed(record, 'MediaConnectivityFailure');
    return true;
  }

  /**
   * The leg that was being set up came to nothing: the two keep what they had, or the call ends.
   * @param detail for the log and the administrator
   */
  failed(record: CallRecord, detail: string | null): void {
    const { board, ending, media, server, logger } = this.#context;
    if (record.over) return;
    const { former, invitation, mediaId } = record;
    logger.info('A call could not go over', { callId: record.id, detail });
    if (former === null || former.isGone) {
      const reason = former === null || former.place === null ? 'meeting-media' : 'media-failed';
      ending.endAndLeave(record, { kind: 'failed', reason, detail }, 'InternalFailure');
      return;
    }
    takeFormerLeg(record, former);
    if (former.place === null) board.apply(record.id, { type: 'meetingMoveFailed' });
    else this.#handlers.cameBack(record, former.place);
    board.setOffers(record.id, { renegotiate: record.session !== null });
    this.#close(media.close(mediaId));
    if (invitation === null) return;
    const offers = (rel: string): boolean => link(invitation, rel) !== null;
    if (offers('cancel')) server.farewell((client) => cancel(client, invitation));
    if (offers('decline')) server.farewell((client) => decline(client, invitation, 'Local'));
  }

  /** As `failed`, by what was thrown. */
  failedBy(record: CallRecord, error: unknown): void {
    const isDirect = this.#context.board.get(record.id)?.kind === 'direct';
    if (!isDirect || record.former !== null) this.failed(record, detailOf(error));
    else this.#context.ending.endAndLeave(record, outcomeOfError(error), 'InternalFailure');
  }

  /** The user is back in a meeting that the server had forgotten: their call gets new media there. */
  enterAgain(record: CallRecord): void {
    if (record.former !== null) {
      this.#close(this.#context.media.close(record.mediaId));
      takeFormerLeg(record, record.former);
    }
    record.isLegGone = true;
    this.#move(record);
  }

  /** A call that is answered goes into the meeting that its conversation is. */
  #lookAt(record: CallRecord): void {
    const call = this.#ongoing(record);
    if (call === null || record.former !== null || record.conferencing !== 'yes') return;
    if (call.kind === 'direct' || (call.kind === 'meeting' && record.isLegGone)) this.#move(record);
  }

  #move(record: CallRecord): void {
    const { board, random } = this.#context;
    const names = {
      mediaId: random.uuid(),
      operationId: random.uuid(),
      sessionContext: random.uuid(),
    };
    const call = board.get(record.id);
    beginLeg(record, names, record.isLegGone);
    record.isLegGone = false;
    record.pending?.settle({ type: 'failed', detail: 'SessionSwitched' });
    board.apply(record.id, { type: 'meetingMoveStarted' });
    void this.media.enter(record, this.#handlers.meetingUri(record) ?? call?.remote.uri ?? '');
  }

  #moved(record: CallRecord, former: FormerLeg): void {
    const { board, clock, media } = this.#context;
    const wasHeld = board.get(record.id)?.hold.local === true;
    record.former = null;
    const { mediaId } = record;
    board.apply(
      record.id,
      former.place === null
        ? { type: 'meetingMoved', mediaId, atMs: clock.nowMs() }
        : { type: 'transferred', mediaId },
    );
    this.#close(media.close(former.mediaId));
    record.mutedOnServer = false;
    this.#handlers.moved(record);
    if (!wasHeld) return;
    this.#handlers.hold(record.id).catch((error: unknown) => {
      this.#context.logger.warn('A call could not be held again', { callId: record.id, error });
    });
  }

  #endLater(record: CallRecord, delayMs: number, isDue: () => boolean): void {
    const { board, clock, ending } = this.#context;
    clock.after(delayMs, () => {
      if (record.over || !isDue()) return;
      const kind = board.get(record.id)?.connectedAtMs == null ? 'cancelled' : 'answered';
      ending.end(record, { kind });
    });
  }

  /** The call while it is answered and not over. */
  #ongoing(record: CallRecord): Call | null {
    const call = this.#context.board.get(record.id);
    const isAnswered = call?.phase === 'connecting' || call?.phase === 'connected';
    return record.over || !isAnswered ? null : call;
  }

  #close(closing: Promise<unknown>): void {
    closing.catch((error: unknown) => {
      this.#context.logger.warn('Media could not be closed', { error });
    });
  }
}

const detailOf = (error: unknown): string | null =>
  error instanceof UcwaError
    ? describeUcwaError(error)
    : error instanceof Error
      ? error.name
      : null;
