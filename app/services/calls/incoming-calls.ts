import { circumstancesOf } from '../../domain/alert-circumstances.ts';
import { decideAlert } from '../../domain/alerting.ts';
import { type Call, freshCall } from '../../domain/call.ts';
import { noActions } from '../../domain/call-actions.ts';
import type { CallOutcome } from '../../domain/call-outcome.ts';
import { type CallModality, MediaError } from '../../ports/media-engine.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { stringProperty } from '../../ucwa/hypermedia/properties.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import {
  acceptWithAnswer,
  acceptWithPhoneAudio,
  decline,
} from '../../ucwa/requests/answer-invitation.ts';
import { readAudioVideoInvitation } from '../../ucwa/resources/audio-video-invitation.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { CommandFailure, describeUcwaError } from '../command-failure.ts';
import { type CallContext, requireAction } from './call-context.ts';
import { type CallRecord, createCallRecord, updateInvitation } from './call-record.ts';
import { EarlyAnswers } from './early-answers.ts';
import { requireEncryption } from './encryption-policy.ts';
import { completeNames } from './invitation-names.ts';
import { offersOfInvitation } from './offers.ts';
import { mediaRefusal, outcomeOfMediaError } from './outcome.ts';
import { isGone, isUnanswered } from './server-link.ts';
import { modalityOfOffer, readOffer, toInvitation } from './to-domain.ts';

/** The own number that rings. */
const phoneNumberOf = (invitation: Resource): string | null =>
  stringProperty(invitation, 'phoneNumber');

const nobody = { uri: '', name: '' };

/** Calls that somebody else starts. */
export class IncomingCalls {
  readonly #context: CallContext;
  readonly #early: EarlyAnswers;
  readonly #replaced: (invitation: Resource) => CallRecord | null;

  /** @param replaced the call of the user's own that an invitation takes the place of */
  constructor(context: CallContext, replaced: (invitation: Resource) => CallRecord | null) {
    this.#context = context;
    this.#replaced = replaced;
    this.#early = new EarlyAnswers(context);
  }

  /**
   * An invitation came: the call rings in one update of the state. Nothing is awaited on the way;
   * what else is to be known is fetched afterwards.
   */
  ring(resource: Resource, href: string, kind: 'direct' | 'phone'): void {
    const { board, clock, conversations, random, registry, store, trace } = this.#context;
    const record = createCallRecord(random.uuid(), null, random.uuid());
    trace.mark('invitation-decoded', record.id);
    const read = readAudioVideoInvitation(resource);
    record.offer = readOffer(read);
    updateInvitation(record, resource, href);
    registry.add(record);
    record.replaces = this.#replaced(resource);
    const replacedCall = board.get(record.replaces?.id ?? '')?.remote ?? null;
    const told = toInvitation(read, modalityOfOffer(record.offer), store.state.people);
    const invitation = { ...told, replacedCall };
    const remote = invitation.from ?? nobody;
    const { subject, importance } = invitation;
    const topic = { remote, subject, importance };
    const callOf = (conversationId: string): Call => ({
      id: record.id,
      conversationId,
      mediaId: record.mediaId,
      kind,
      direction: 'Incoming',
      phase: 'ringing',
      remote,
      modality: invitation.modality,
      importance,
      subject,
      invitation,
      remoteAlerting: false,
      media: null,
      sending: { audio: false, video: false },
      ...freshCall,
      phone: kind === 'phone' ? { number: phoneNumberOf(resource), state: 'ringing' } : null,
      alert: this.#alertFor(invitation.importance, kind),
      startedAtMs: clock.nowMs(),
      connectedAtMs: null,
      endedAtMs: null,
      outcome: null,
      can: noActions,
    });
    trace.mark('call-ringing', record.id);
    store.together(() => {
      const conversationId = conversations.forHref(record.conversationHref, topic);
      board.add(callOf(conversationId), offersOfInvitation(resource));
    });
    void completeNames(this.#context, record);
    void this.#context.encryption.get();
    if (kind === 'direct') this.#early.prepare(record);
  }

  /** The user is about to take the call: one that it takes the place of goes on until then, and no longer. */
  replaceCall(callId: string): void {
    const replaces = this.#context.registry.get(callId)?.replaces;
    if (replaces != null) replaces.isReplaced = true;
  }

  /** Takes the call. Rejects when it ended meanwhile or media cannot be set up. */
  async answer(callId: string, modality: CallModality): Promise<void> {
    const { board, trace } = this.#context;
    const record = requireAction(this.#context, callId, 'answer');
    board.apply(callId, { type: 'accepted', modality });
    const sdp = await this.#createAnswer(record, modality);
    if (modality === 'audio' && modalityOfOffer(record.offer) === 'audioVideo') {
      // The other side's picture is taken all the same; only the camera stays off.
      board.apply(callId, { type: 'videoSettled', video: true, sending: false });
    }
    await this.#accept(record, sdp);
    trace.mark('answer-sent', callId);
  }

  /** Takes the call on the user's phone, which rings then. Rejects when it ended meanwhile. */
  async answerOnPhone(callId: string): Promise<void> {
    const { board, server } = this.#context;
    const record = requireAction(this.#context, callId, 'answerOnPhone');
    const { invitation } = record;
    if (invitation === null) throw new CommandFailure('not-found', 'error.callNotFound');
    board.apply(callId, { type: 'takenToPhone' });
    try {
      await acceptWithPhoneAudio(server.require().client, invitation);
    } catch (error) {
      throw this.#failed(record, error);
    }
  }

  /**
   * Declines here (`Local`) or on all devices of the user (`Global`). It stops ringing at once.
   * @param message written to the caller then
   */
  decline(callId: string, scope: 'Local' | 'Global', message?: string): void {
    const { board, conversations } = this.#context;
    const record = requireAction(this.#context, callId, 'decline');
    const call = board.get(callId);
    this.#context.ending.end(record, { kind: 'declined' });
    this.#declineOnServer(record, scope);
    if (call === null || message === undefined || message.trim() === '') return;
    conversations.reply(call, message);
  }

  #alertFor(importance: Call['importance'], kind: 'direct' | 'phone'): Call['alert'] {
    const { attention, clock, store } = this.#context;
    const focused = attention.isFocused();
    const now = { kind: 'call', importance, focused, nowMs: clock.nowMs() } as const;
    const plan = decideAlert(circumstancesOf(store.state, now));
    // The phone rings loud enough.
    return kind === 'phone' ? { ...plan, ring: null } : plan;
  }

  async #createAnswer(record: CallRecord, modality: CallModality): Promise<string> {
    const { media } = this.#context;
    try {
      const offer = await this.#requireOffer(record);
      requireEncryption(await this.#context.encryption.get(), offer);
      const sdp = await media.createAnswer(record.mediaId, offer, modality);
      if (!record.over) return sdp;
    } catch (error) {
      if (!(error instanceof MediaError)) throw this.#failed(record, error);
      this.#context.ending.end(record, outcomeOfMediaError(error));
      this.#declineOnServer(record, mediaRefusal(error.reason));
      throw error;
    }
    await media.close(record.mediaId);
    throw new CommandFailure('not-found', 'error.callOver');
  }

  /** An offer that was not part of the event is read from the invitation. */
  async #requireOffer(record: CallRecord): Promise<string> {
    if (record.offer === null && record.invitationHref !== null) {
      const invitation = await this.#context.server.read(record.invitationHref);
      record.offer = readOffer(readAudioVideoInvitation(invitation));
    }
    if (record.offer !== null) return record.offer.sdp;
    throw new MediaError('invalid-sdp', 'The invitation has no offer that can be read');
  }

  async #accept(record: CallRecord, sdp: string): Promise<void> {
    try {
      await this.#sendAnswer(record, sdp).catch((error: unknown) => {
        return isUnanswered(error) && !record.over
          ? this.#sendLostAnswer(record, sdp, error)
          : Promise.reject(error);
      });
      record.answered = true;
      const { replaces } = record;
      if (replaces === null) return;
      this.#context.ending.endAndLeave(replaces, { kind: 'answered' }, 'UserInitiatedAction');
    } catch (error) {
      throw this.#failed(record, error);
    }
  }

  async #sendAnswer(record: CallRecord, sdp: string): Promise<void> {
    const { invitation, offer, sessionContext } = record;
    if (invitation === null) throw new CommandFailure('not-found', 'error.callNotFound');
    const { client } = this.#context.server.require();
    const processedOfferId = offer?.contentId ?? null;
    await acceptWithAnswer(client, invitation, { sdp, sessionContext, processedOfferId });
  }

  /**
   * The answer got no response of the server: nobody knows whether it arrived. The
   * invitation says; while it can still be accepted, the answer is sent once more.
   */
  async #sendLostAnswer(record: CallRecord, sdp: string, lost: UcwaError): Promise<void> {
    const { invitationHref } = record;
    if (invitationHref === null) throw lost;
    const invitation = await this.#context.server.read(invitationHref);
    if (record.over) throw lost;
    updateInvitation(record, invitation, invitationHref);
    if (link(invitation, 'acceptWithAnswer') !== null) return this.#sendAnswer(record, sdp);
    const { state } = readAudioVideoInvitation(invitation);
    if (state === 'Connected' || state === 'Connecting') return;
    this.#context.ending.end(record, { kind: 'cancelled' });
    throw lost;
  }

  #declineOnServer(record: CallRecord, reason: Parameters<typeof decline>[2]): void {
    const { invitation } = record;
    if (invitation === null || link(invitation, 'decline') === null) return;
    this.#context.server.farewell((client) => decline(client, invitation, reason));
  }

  /** Ends a call that could not be taken; gives back what the command is to reject with. */
  #failed(record: CallRecord, error: unknown): unknown {
    const { ending, logger } = this.#context;
    if (record.replaces !== null) record.replaces.isReplaced = false;
    if (record.over || isGone(error)) {
      ending.end(record, { kind: 'cancelled' });
      return new CommandFailure('not-found', 'error.callOver');
    }
    logger.warn('A call could not be taken', { callId: record.id, error });
    ending.endAndLeave(record, outcomeOfError(error), 'InternalFailure');
    return error;
  }
}

function outcomeOfError(error: unknown): CallOutcome {
  if (!(error instanceof UcwaError)) return { kind: 'failed', reason: 'unknown', detail: null };
  const reason = error.kind === 'transport' ? 'network' : 'server';
  return { kind: 'failed', reason, detail: describeUcwaError(error) };
}
