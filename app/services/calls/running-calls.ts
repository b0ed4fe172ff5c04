import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { readAudioVideo } from '../../ucwa/resources/audio-video.ts';
import { readAudioVideoSession } from '../../ucwa/resources/audio-video-session.ts';
import { type CallContext, requireAction } from './call-context.ts';
import { type CallRecord, mediaOf } from './call-record.ts';
import type { MeetingMove } from './meeting-move.ts';
import { offersOfAudioVideo, offersOfSession } from './offers.ts';

/** Calls that were answered on either side. */
export class RunningCalls {
  readonly #context: CallContext;
  readonly #move: MeetingMove;

  constructor(context: CallContext, move: MeetingMove) {
    this.#context = context;
    this.#move = move;
  }

  /** Ends the call for the user at once; the server is told as soon as it can be. */
  hangUp(callId: string): void {
    const record = requireAction(this.#context, callId, 'hangUp');
    const wasConnected = this.#context.board.get(callId)?.connectedAtMs != null;
    const kind = wasConnected ? 'answered' : 'cancelled';
    this.#context.ending.endAndLeave(record, { kind }, 'UserInitiatedAction');
  }

  /** What this side sends. Works on hold too: it then holds for the time after. */
  async setSending(
    callId: string,
    sending: { readonly audio: boolean; readonly video: boolean },
  ): Promise<void> {
    const record = requireAction(this.#context, callId, 'mute');
    const hasVideo = this.#context.board.get(callId)?.modality === 'audioVideo';
    const wanted = { audio: sending.audio, video: sending.video && hasVideo };
    await Promise.all(
      mediaOf(record).map((mediaId) => this.#context.media.setSending(mediaId, wanted)),
    );
    this.#context.board.apply(callId, { type: 'sendingChanged', sending: wanted });
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
    if (audioVideo.state === 'Disconnected') this.disconnected(record);
    else if (isNewSession) void this.#fetchSession(record, sessionHref);
  }

  /** The media session of a call is known, or changed. */
  sessionUpdated(record: CallRecord, resource: Resource): void {
    record.session = resource;
    record.sessionHref = readAudioVideoSession(resource).href ?? record.sessionHref;
    this.#context.board.setOffers(record.id, offersOfSession(resource));
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
