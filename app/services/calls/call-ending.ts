import type { CallOutcome } from '../../domain/call-outcome.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { MediaEngine } from '../../ports/media-engine.ts';
import type { CallTerminationReason } from '../../ucwa/catalogue/generated/enumerations.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { cancel, decline } from '../../ucwa/requests/answer-invitation.ts';
import { stopAudio, stopAudioVideo } from '../../ucwa/requests/audio-video-call.ts';
import {
  reportCallDiagnostics,
  reportInvitationDiagnostics,
} from '../../ucwa/requests/media-feedback.ts';
import { stopPhoneAudio } from '../../ucwa/requests/phone-audio.ts';
import type { UcwaClient } from '../../ucwa/ucwa-application.ts';
import type { CallBoard } from './call-board.ts';
import { type CallRecord, mediaOf } from './call-record.ts';
import { diagnosisOf } from './outcome.ts';
import { isGone, type ServerLink } from './server-link.ts';

/** Ends calls: for the user at once, on the server as soon as it can be told. */
export class CallEnding {
  readonly #board: CallBoard;
  readonly #server: ServerLink;
  readonly #media: MediaEngine;
  readonly #clock: Clock;
  readonly #logger: Logger;

  constructor(
    board: CallBoard,
    server: ServerLink,
    media: MediaEngine,
    clock: Clock,
    logger: Logger,
  ) {
    this.#board = board;
    this.#server = server;
    this.#media = media;
    this.#clock = clock;
    this.#logger = logger;
  }

  /** Ends the call for the user and frees its media. A call that is over stays as it ended. */
  end(record: CallRecord, outcome: CallOutcome): void {
    if (record.over) return;
    const phase = this.#board.get(record.id)?.phase;
    const hadMedia = phase === 'connecting' || phase === 'connected';
    record.over = true;
    const ended = { type: 'ended', outcome, atMs: this.#clock.nowMs() } as const;
    this.#board.apply(record.id, ended, record.isReplaced);
    record.pending?.settle({ type: 'failed', detail: null });
    const reason = outcome.kind === 'failed' ? outcome.reason : null;
    this.#logger.info('A call ended', { callId: record.id, outcome: outcome.kind, reason });
    this.#closeMedia(record);
    if (hadMedia) this.#report(record, outcome);
  }

  /** Ends the call for the user and on the server. */
  endAndLeave(record: CallRecord, outcome: CallOutcome, reason: CallTerminationReason): void {
    this.end(record, outcome);
    this.leave(record, reason);
  }

  /**
   * Tells the server that this side is gone: stops the call when it is connected, else takes its
   * own invitation back or declines the other side's. An invitation whose address is not known yet
   * is taken back when it is.
   */
  leave(record: CallRecord, reason: CallTerminationReason): void {
    this.#server.farewell((client) => leaveOnServer(client, record, reason));
  }

  #closeMedia(record: CallRecord): void {
    const { id, mediaId } = record;
    const close = async (closing: string): Promise<void> => {
      const quality = await this.#media.close(closing);
      if (closing === mediaId) record.quality = quality;
    };
    for (const closing of mediaOf(record)) {
      close(closing).catch((error: unknown) => {
        this.#logger.warn('The media of a call could not be closed', { callId: id, error });
      });
    }
  }

  /** Tells the server how the media of a call ended, if it wants to know. */
  #report({ audioVideo, invitation }: CallRecord, outcome: CallOutcome): void {
    const diagnosis = diagnosisOf(outcome);
    if (audioVideo !== null && link(audioVideo, 'reportMediaDiagnostics') !== null) {
      this.#server.farewell((client) => reportCallDiagnostics(client, audioVideo, diagnosis));
    } else if (invitation !== null && link(invitation, 'reportMediaDiagnostics') !== null) {
      this.#server.farewell((client) => reportInvitationDiagnostics(client, invitation, diagnosis));
    }
  }
}

/** @returns whether there was a phone to hang up */
async function leavePhone(client: UcwaClient, record: CallRecord): Promise<boolean> {
  if (record.phoneAudioHref === null) return false;
  try {
    record.phoneAudio = await client.get(record.phoneAudioHref, { kind: 'urgent' });
    if (link(record.phoneAudio, 'stopPhoneAudio') === null) return false;
    await stopPhoneAudio(client, record.phoneAudio);
    return true;
  } catch (error) {
    // It hung up already; there may be sound to end beside it.
    if (isGone(error)) return false;
    throw error;
  }
}

async function leaveOnServer(
  client: UcwaClient,
  record: CallRecord,
  reason: CallTerminationReason,
): Promise<void> {
  if (record.invitation === null && record.invitationHref !== null) {
    record.invitation = await client.get(record.invitationHref, { kind: 'urgent' });
  }
  const { invitation } = record;
  const canCancel = invitation !== null && link(invitation, 'cancel') !== null;
  if (canCancel && !record.answered) return cancel(client, invitation);
  if ((await leavePhone(client, record)) && record.phoneMove === null) return;
  if (record.audioVideo === null && record.audioVideoHref !== null) {
    record.audioVideo = await client.get(record.audioVideoHref, { kind: 'urgent' });
  }
  const { audioVideo } = record;
  const offers = (rel: string): boolean => audioVideo !== null && link(audioVideo, rel) !== null;
  if (audioVideo !== null && offers('stopAudioVideo')) {
    return stopAudioVideo(client, audioVideo, reason);
  }
  if (audioVideo !== null && offers('stopAudio')) return stopAudio(client, audioVideo, reason);
  if (canCancel) return cancel(client, invitation);
  // The answer did not arrive: over there, and on the user's other devices, it still rings.
  if (invitation === null || record.answered || link(invitation, 'decline') === null) return;
  return decline(client, invitation, reason === 'UserInitiatedAction' ? 'Global' : 'Local');
}
