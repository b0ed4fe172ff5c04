import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { readAudioVideo } from '../../ucwa/resources/audio-video.ts';
import { readAudioVideoSession } from '../../ucwa/resources/audio-video-session.ts';
import { CommandFailure } from '../command-failure.ts';
import { type CallContext, requireAction } from './call-context.ts';
import { type CallRecord, mediaOf } from './call-record.ts';
import type { MeetingMove } from './meeting-move.ts';
import { offersOfAudioVideo, offersOfSession } from './offers.ts';

/** Calls that were answered on either side. */
export class RunningCalls {
  readonly #context: CallContext;
  readonly #move: MeetingMove;
  readonly #sessionKnown: (record: CallRecord) => void;

  /** @param sessionKnown told when a call's media session is known, or changed */
  constructor(context: CallContext, move: MeetingMove, sessionKnown: (record: CallRecord) => void) {
    this.#context = context;
    this.#sessionKnown = sessionKnown;
    this.#move = move;
  }

  /** Ends the call for the user at once; the server is told as soon as it can be. */
  hangUp(callId: string): void {
    const record = requireAction(this.#context, callId, 'hangUp');
    const wasConnected = this.#context.board.get(callId)?.connectedAtMs != null;
    const kind = wasConnected ? 'answered' : 'cancelled';
    const call = this.#context.board.get(callId);
    const isMeeting = call?.kind === 'meeting' || record.conferencing !== 'no';
    if (call !== null && isMeeting) {
      // Who hangs up in a meeting leaves it.
      this.#context.ending.end(record, { kind });
      this.#context.conversations.leave(call.conversationId);
    } else this.#context.ending.endAndLeave(record, { kind }, 'UserInitiatedAction');
  }

  /** What this side sends. Works on hold too: it then holds for the time after. */
  async setSending(
    callId: string,
    sending: { readonly audio: boolean; readonly video: boolean },
  ): Promise<void> {
    const record = requireAction(this.#context, callId, 'mute');
    const hasVideo = this.#context.board.get(callId)?.modality === 'audioVideo';
    const wanted = { audio: sending.audio, video: sending.video && hasVideo };
    if (wanted.audio) await this.#unmuteInMeeting(callId);
    await Promise.all(
      mediaOf(record).map((mediaId) => this.#context.media.setSending(mediaId, wanted)),
    );
    this.#context.board.apply(callId, { type: 'sendingChanged', sending: wanted });
    if (!wanted.audio) this.tellMuted(callId);
  }

  /** Lets the others in a meeting see that the user is muted. Nobody waits for it. */
  tellMuted(callId: string): void {
    const { board, conversations, logger, store } = this.#context;
    const call = board.get(callId);
    const self = store.state.conversations[call?.conversationId ?? '']?.self ?? null;
    if (call?.kind !== 'meeting' || call.sending.audio || self?.audioMuted !== false) return;
    conversations.setOwnAudioMuted(call.conversationId, true).catch((error: unknown) => {
      logger.info('A meeting could not be told of a mute', { callId, error });
    });
  }

  /** @throws CommandFailure 'not-allowed' when the meeting keeps the user muted */
  async #unmuteInMeeting(callId: string): Promise<void> {
    const { board, conversations, store } = this.#context;
    const call = board.get(callId);
    const self = store.state.conversations[call?.conversationId ?? '']?.self ?? null;
    if (call?.kind !== 'meeting' || call.sending.audio || self?.audioMuted !== true) return;
    if (!self.canUnmuteAudio) throw new CommandFailure('not-allowed', 'error.mutedByMeeting');
    await conversations.setOwnAudioMuted(call.conversationId, false);
  }

  /** Sends dialling tones; what was sent shows in `Call.tones`. */
  async sendTones(callId: string, tones: string): Promise<void> {
    const record = requireAction(this.#context, callId, 'sendTones');
    await this.#context.media.sendTones(record.mediaId, tones);
  }

  /** The modality of a call changed on the server. */
  audioVideoUpdated(record: CallRecord, resource: Resource): void {
    const { board, ending } = this.#context;
    const audioVideo = readAudioVideo(resource);
    record.audioVideo = resource;
    record.audioVideoHref = audioVideo.href ?? record.audioVideoHref;
    board.setOffers(record.id, offersOfAudioVideo(resource));
    const sessionHref = audioVideo.links.audioVideoSession?.href ?? null;
    const isNewSession = sessionHref !== null && record.session === null;
    record.sessionHref = sessionHref ?? record.sessionHref;
    if (record.over) {
      // It was connected while it was being ended here.
      if (audioVideo.state === 'Connected') ending.leave(record, 'Cancel');
      return;
    }
    const transferring = audioVideo.state === 'Transferring';
    if (board.get(record.id)?.transferring === !transferring) {
      board.apply(record.id, { type: 'transferChanged', transferring });
    }
    if (audioVideo.state === 'Disconnected') {
      // It may go on on the phone, which says itself how it is.
      if (board.get(record.id)?.phone === null) this.disconnected(record);
    } else if (isNewSession) void this.#fetchSession(record, sessionHref);
  }

  /** The media session of a call is known, or changed. */
  sessionUpdated(record: CallRecord, resource: Resource): void {
    record.session = resource;
    record.sessionHref = readAudioVideoSession(resource).href ?? record.sessionHref;
    this.#context.board.setOffers(record.id, offersOfSession(resource));
    this.#sessionKnown(record);
  }

  /** The server says that the call is over, and the user did not end it. */
  disconnected(record: CallRecord): void {
    const call = this.#context.board.get(record.id);
    // While it rings or is being invited, the invitation says how it ended.
    if (call === null || call.phase === 'ringing' || call.phase === 'inviting') return;
    if (this.#move.legEnded(record)) return;
    const kind = call.connectedAtMs === null ? 'cancelled' : 'answered';
    this.#context.ending.end(record, { kind });
  }

  async #fetchSession(record: CallRecord, href: string): Promise<void> {
    try {
      const resource = await this.#context.server.read(href);
      if (!record.over && record.session === null) this.sessionUpdated(record, resource);
    } catch (error) {
      this.#context.logger.info('The session of a call could not be read', { error });
    }
  }
}
