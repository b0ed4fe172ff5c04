import { chosenPhone } from '../../domain/calling.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { sameHref } from '../../ucwa/hypermedia/href.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import {
  holdPhoneAudio,
  replaceWithPhoneAudio,
  resumePhoneAudio,
  stopPhoneAudio,
} from '../../ucwa/requests/phone-audio.ts';
import { readAudioVideo } from '../../ucwa/resources/audio-video.ts';
import { readAudioVideoInvitation } from '../../ucwa/resources/audio-video-invitation.ts';
import { CommandFailure } from '../command-failure.ts';
import type { Notices } from '../notices.ts';
import { type CallContext, requireAction } from './call-context.ts';
import type { CallRecord } from './call-record.ts';
import { phoneAudioTold } from './phone-audio-told.ts';
import { isUnanswered } from './server-link.ts';

/** Calls that are, or are about to be, on the user's own phone. */
export class PhoneCalls {
  readonly #context: CallContext;
  readonly #notices: Notices;

  constructor(context: CallContext, notices: Notices) {
    this.#context = context;
    this.#notices = notices;
  }

  /**
   * Lets a call go on on the user's phone: it rings, and until it is answered the call goes on here.
   * @param number which phone; undefined: the one that the user chose
   */
  async move(callId: string, number: string | undefined): Promise<void> {
    const { board, random, server, store } = this.#context;
    const record = requireAction(this.#context, callId, 'moveToPhone');
    const { audioVideo } = record;
    const call = board.get(callId);
    if (audioVideo === null || call === null) {
      throw new CommandFailure('not-allowed', 'error.notPossibleNow');
    }
    const { calling, settings } = store.state;
    const phoneNumber = number ?? chosenPhone(calling, settings.phoneNumber);
    const move = { operationId: random.uuid(), invitationHref: null };
    record.phoneMove = move;
    board.apply(callId, { type: 'phoneRings', number: phoneNumber });
    try {
      const { location, resource } = await replaceWithPhoneAudio(
        server.require().client,
        audioVideo,
        {
          to: call.remote.uri,
          operationId: move.operationId,
          ...(phoneNumber === null ? {} : { phoneNumber }),
        },
      );
      if (record.phoneMove !== null) record.phoneMove.invitationHref ??= resource?.href ?? location;
    } catch (error) {
      // An event that names the operation shows that the server executed it.
      if (isUnanswered(error) && record.phoneMove?.invitationHref !== null) return;
      this.#stay(record);
      throw error;
    }
  }

  /** The phone stops ringing, and the call goes on here. */
  async stay(callId: string): Promise<void> {
    const { client } = this.#context.server.require();
    const record = requireAction(this.#context, callId, 'stayHere');
    if (record.phoneAudioHref === null) return;
    const phoneAudio = await this.#context.server.read(record.phoneAudioHref);
    if (record.phoneMove !== null) await stopPhoneAudio(client, phoneAudio);
  }

  /** Holds the call on the phone, or takes it back. The phone's own keys may do the same. */
  async setHold(callId: string, hold: boolean): Promise<void> {
    const { board, server } = this.#context;
    const record = requireAction(this.#context, callId, hold ? 'hold' : 'resume');
    if (record.phoneAudio === null) throw new CommandFailure('not-found', 'error.callNotFound');
    const { client } = server.require();
    board.apply(callId, { type: 'holdRequested' });
    try {
      await (hold ? holdPhoneAudio : resumePhoneAudio)(client, record.phoneAudio);
      if (!record.over) board.apply(callId, { type: 'holdSettled', local: hold });
    } catch (error) {
      if (!record.over) board.apply(callId, { type: 'holdSettled', local: !hold });
      throw error;
    }
  }

  /** How the phone stands in a call. */
  phoneAudio(record: CallRecord, resource: Resource): void {
    phoneAudioTold(this.#context, record, resource);
  }

  /** An event about what is to take a call over to the phone. @returns whether it was about that */
  handleMove(event: UcwaEvent): boolean {
    const record = this.#movedBy(event);
    if (record?.phoneMove == null) return false;
    record.phoneMove.invitationHref = event.link.href;
    const phoneAudioHref = event.resource && link(event.resource, 'phoneAudio')?.href;
    record.phoneAudioHref = phoneAudioHref ?? record.phoneAudioHref;
    if (event.type !== 'completed' && event.type !== 'deleted') return true;
    if (event.status === 'Success') return true;
    const wasUser = event.reason?.subcode === 'Canceled';
    if (!wasUser && !record.over) this.#notices.show('info', 'notice.phoneNotAnswered');
    this.#stay(record);
    return true;
  }

  #movedBy({ link: { href }, resource }: UcwaEvent): CallRecord | null {
    const operationId = resource && readAudioVideoInvitation(resource).operationId;
    const isMove = ({ phoneMove: move }: CallRecord): boolean => {
      if (move === null) return false;
      if (move.operationId === operationId) return true;
      return move.invitationHref !== null && sameHref(move.invitationHref, href);
    };
    return this.#context.registry.all().find(isMove) ?? null;
  }

  /** The phone does not take the call over. */
  #stay(record: CallRecord): void {
    const { board, ending } = this.#context;
    record.phoneMove = null;
    if (record.over) return;
    board.apply(record.id, { type: 'phoneStopped' });
    const isGone =
      record.audioVideo !== null && readAudioVideo(record.audioVideo).state === 'Disconnected';
    if (isGone) ending.end(record, { kind: 'answered' });
  }
}
