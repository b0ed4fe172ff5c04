import { type Call, freshCall } from '../../domain/call.ts';
import { noActions, noOffers } from '../../domain/call-actions.ts';
import type { CallFailureReason, CallOutcome } from '../../domain/call-outcome.ts';
import { chosenPhone, dialledDigits } from '../../domain/calling.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { readDialTarget } from '../../domain/dialing.ts';
import type { PersonRef } from '../../domain/person.ts';
import { MediaError } from '../../ports/media-engine.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { decodeMediaSdp } from '../../ucwa/hypermedia/media-sdp.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { readAudioVideoInvitation } from '../../ucwa/resources/audio-video-invitation.ts';
import { readAudioVideoNegotiation } from '../../ucwa/resources/audio-video-negotiation.ts';
import type { PostResult } from '../../ucwa/ucwa-application.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { checkSubject } from '../check-subject.ts';
import {
  CommandFailure,
  describeUcwaError,
  dialFailure,
  isUnsupported,
} from '../command-failure.ts';
import { namedBy } from '../people/person-ref.ts';
import { type CallContext, requireAction } from './call-context.ts';
import { type CallRecord, createCallRecord, updateInvitation } from './call-record.ts';
import { requireEncryption } from './encryption-policy.ts';
import {
  checkEmergency,
  type HowToStart,
  howToAddPhone,
  howToStart,
  type StartCallInput,
} from './how-to-start.ts';
import { changedOffers } from './offers.ts';
import { outcomeOfFailure, outcomeOfMediaError } from './outcome.ts';
import { isUnanswered } from './server-link.ts';
import { toInvitation } from './to-domain.ts';

/** Calls that the user starts. */
export class OutgoingCalls {
  readonly #context: CallContext;
  readonly #addressKnown: (invitationHref: string) => void;
  readonly #answeredElsewhere: (record: CallRecord) => void;
  readonly #legFailed: (record: CallRecord, error: unknown) => void;

  /**
   * @param addressKnown told as soon as the server's response says where an invitation is
   * @param answeredElsewhere told when another endpoint answers than the one that did so early
   * @param legFailed told when a call that goes over to another leg cannot use the answer
   */
  constructor(
    context: CallContext,
    addressKnown: (invitationHref: string) => void,
    answeredElsewhere: (record: CallRecord) => void,
    legFailed: (record: CallRecord, error: unknown) => void,
  ) {
    this.#context = context;
    this.#addressKnown = addressKnown;
    this.#answeredElsewhere = answeredElsewhere;
    this.#legFailed = legFailed;
  }

  /**
   * Shows the call at once and gives back its id; the rest goes on by itself and is seen in the state.
   * @throws CommandFailure when nobody can be called so, or the server does not allow it
   */
  start(input: StartCallInput): string {
    const { conversations, store } = this.#context;
    const { calling, settings } = store.state;
    const phoneNumber = input.phoneNumber ?? chosenPhone(calling, settings.phoneNumber);
    const { communication } = this.#context.server.require();
    const start = howToStart(communication, input, phoneNumber);
    checkEmergency(input, calling);
    const target = this.#targetOf(input);
    checkSubject(input.subject);
    return this.#begin(input, start, { target, phoneNumber }, (call) =>
      conversations.openFor(call),
    );
  }

  /**
   * Calls the other one of a chat from the user's own phone, which rings first.
   * @throws CommandFailure when the server does not offer it in this conversation now
   */
  startOnPhoneIn(
    { id, remote: target, subject, importance }: Conversation,
    number?: string,
  ): string {
    const { conversations, store } = this.#context;
    const { calling, settings } = store.state;
    const phoneNumber = number ?? chosenPhone(calling, settings.phoneNumber);
    const start = howToAddPhone(conversations.phoneAudioOf(id), phoneNumber);
    if (target === null) throw new CommandFailure('not-allowed', 'error.notPossibleNow');
    const input = { to: target.uri, modality: 'audio', via: 'phone', subject, importance } as const;
    return this.#begin(input, start, { target, phoneNumber }, () => id);
  }

  #begin(
    input: StartCallInput,
    start: HowToStart,
    whom: { readonly target: PersonRef; readonly phoneNumber: string | null },
    conversationFor: (call: Omit<Call, 'conversationId'>) => string,
  ): string {
    const { board, clock, random, registry, store } = this.#context;
    const { target: remote, phoneNumber } = whom;
    const record = createCallRecord(random.uuid(), random.uuid(), random.uuid());
    registry.add(record);
    store.together(() => {
      const call = newCall(record.id, input, { remote, phoneNumber, startedAtMs: clock.nowMs() });
      board.add({ ...call, conversationId: conversationFor(call) }, noOffers);
    });
    void this.#invite(record, input, remote.uri, start);
    return record.id;
  }

  cancel(callId: string): void {
    const record = requireAction(this.#context, callId, 'cancel');
    const { board, conversations, ending } = this.#context;
    const call = board.get(callId);
    ending.end(record, { kind: 'cancelled' });
    // Who does not wait to be let in into a meeting does not come.
    if (call?.kind === 'meeting' && record.awaitsConversation) {
      conversations.leave(call.conversationId);
    } else ending.leave(record, 'Cancel');
  }

  /** The server confirmed the invitation, or tells it anew. */
  confirm(record: CallRecord, resource: Resource, href: string): void {
    const { board, conversations, ending, store } = this.#context;
    const wasUnknown = record.invitation === null;
    updateInvitation(record, resource, href);
    if (record.over) {
      // Taken back before its address was known.
      if (wasUnknown) ending.leave(record, 'Cancel');
      return;
    }
    const call = board.get(record.id);
    if (call === null) return;
    if (record.conversationHref !== null && link(resource, 'derivedConversation') === null) {
      conversations.hrefKnown(call.conversationId, record.conversationHref);
    }
    const read = readAudioVideoInvitation(resource);
    board.setOffers(record.id, changedOffers(resource));
    // A call that goes on in a meeting stays what it was for the user.
    if (record.former !== null) return;
    const invitation = toInvitation(read, call.modality, store.state.people);
    const remote = namedBy(call.remote, read.links.to?.title ?? null);
    board.edit(record.id, { invitation, remote });
    if (read.state === 'Alerting') this.#alerting(record);
  }

  /**
   * An endpoint of the other side answered. Provisional answers say that it rings, and may let it be heard;
   * the first final one is the answer, whichever endpoint it comes from.
   */
  async negotiated(record: CallRecord, resource: Resource): Promise<void> {
    const { board, ending, media } = this.#context;
    const negotiation = readAudioVideoNegotiation(resource);
    record.sessionHref = negotiation.links.audioVideoSession?.href ?? record.sessionHref;
    if (negotiation.mediaAnswer === null) {
      if (negotiation.mediaProvisionalAnswer !== null) {
        this.#alerting(record);
        await this.#hear(record, negotiation.mediaProvisionalAnswer);
      }
      return;
    }
    if (record.answered) return;
    record.answered = true;
    if (record.over) {
      // The answer crossed our hanging up.
      ending.leave(record, 'Cancel');
      return;
    }
    if (record.former === null) board.apply(record.id, { type: 'answered' });
    try {
      const answer = decodeMediaSdp(negotiation.mediaAnswer).sdp;
      const { isElsewhere, video } = await media.applyAnswer(record.mediaId, answer);
      record.isElsewhere = isElsewhere;
      if (isElsewhere) this.#answeredElsewhere(record);
      if (!video && board.get(record.id)?.modality === 'audioVideo') {
        board.apply(record.id, { type: 'videoSettled', video, sending: false });
      }
    } catch (error) {
      this.#context.logger.warn('The answer cannot be used', { callId: record.id, error });
      if (record.former !== null) this.#legFailed(record, error);
      else ending.endAndLeave(record, outcomeOfError(error), 'InvalidMediaAnswer');
    }
  }

  /**
   * Early media is a gift: without it the call goes on as well. Of several endpoints the first is heard; a
   * connection that goes on to the next while the one before is still there may hear neither.
   */
  async #hear(record: CallRecord, answer: string): Promise<void> {
    const { board, logger, media } = this.#context;
    const isInviting = board.get(record.id)?.phase === 'inviting' && record.former === null;
    if (record.answered || record.answeredEarly || !isInviting) return;
    record.answeredEarly = true;
    try {
      await media.applyProvisionalAnswer(record.mediaId, decodeMediaSdp(answer).sdp);
    } catch (error) {
      logger.info('An early answer cannot be used', { callId: record.id, error });
    }
  }

  #alerting(record: CallRecord): void {
    const call = this.#context.board.get(record.id);
    if (call === null || call.phase !== 'inviting' || call.remoteAlerting) return;
    this.#context.board.apply(record.id, { type: 'remoteAlerting' });
  }

  /** Emergency numbers are too short to be read as phone numbers. */
  #targetOf({ to, emergency }: StartCallInput): PersonRef {
    if (emergency !== undefined)
      return { uri: `tel:${dialledDigits(to)}`, name: dialledDigits(to) };
    const { settings, people } = this.#context.store.state;
    const context = { people: Object.values(people), region: settings.region };
    const target = readDialTarget(to, context);
    if (!target.ok) throw dialFailure(target.error, to);
    return target.value;
  }

  async #invite(
    record: CallRecord,
    input: StartCallInput,
    to: string,
    start: HowToStart,
  ): Promise<void> {
    try {
      const result = await this.#post(record, input, to, start);
      if (result !== null) await this.takeResult(record, result);
    } catch (error) {
      // An event that names the operation shows that the server executed it.
      if (record.invitation !== null && isUnanswered(error)) {
        this.#context.logger.info('The response to an invitation of ours is lost', { error });
        return;
      }
      this.#context.logger.warn('A call could not be started', { callId: record.id, error });
      this.#context.ending.end(record, outcomeOfError(error));
    }
  }

  /** Null when the user took the call back before it was sent. */
  async #post(
    record: CallRecord,
    input: StartCallInput,
    to: string,
    start: HowToStart,
  ): Promise<PostResult | null> {
    const { media, server } = this.#context;
    const { subject, importance, threadId, joinAudioMuted, joinVideoMuted } = input;
    const fields = {
      to,
      operationId: record.operationId ?? '',
      importance: importance ?? 'Normal',
      ...(subject === undefined ? {} : { subject }),
      ...(threadId === undefined ? {} : { threadId }),
    };
    if (start.medium === 'phone') {
      const { client, communication } = server.require();
      return start.post(client, communication, fields);
    }
    const policy = this.#context.encryption.get();
    const mediaOffer = await media.createOffer(record.mediaId, input.modality);
    requireEncryption(await policy, mediaOffer);
    if (!record.over) await this.#applyMuted(record, input);
    if (record.over) {
      await media.close(record.mediaId);
      return null;
    }
    const { client, communication } = server.require();
    return start.post(client, communication, {
      ...fields,
      sessionContext: record.sessionContext,
      mediaOffer,
      ...(joinAudioMuted === undefined ? {} : { joinAudioMuted }),
      ...(joinVideoMuted === undefined ? {} : { joinVideoMuted }),
    });
  }

  async #applyMuted(record: CallRecord, input: StartCallInput): Promise<void> {
    if (input.joinAudioMuted !== true && input.joinVideoMuted !== true) return;
    await this.#context.media.setSending(record.mediaId, sendingOf(input));
  }

  /**
   * The call is under way on the server. The event may have told everything before this response
   * came; if it does not come, the invitation is read. Failing at that ends nothing.
   */
  async takeResult(record: CallRecord, { resource, location }: PostResult): Promise<void> {
    const href = resource?.href ?? location;
    if (record.invitation !== null || href === null) return;
    try {
      const read = resource ?? (await this.#context.server.read(href));
      if (record.invitation === null) this.confirm(record, read, href);
      this.#addressKnown(href);
    } catch (error) {
      record.invitationHref ??= href;
      this.#addressKnown(href);
      if (record.over) this.#context.ending.leave(record, 'Cancel');
      this.#context.logger.info('An invitation of ours could not be read', { error });
    }
  }
}

const sendingOf = (input: StartCallInput): Call['sending'] => ({
  audio: input.joinAudioMuted !== true,
  video: input.modality === 'audioVideo' && input.joinVideoMuted !== true,
});

interface Beginning {
  readonly remote: PersonRef;
  /** The own phone that rings when the call is made on it. */
  readonly phoneNumber: string | null;
  readonly startedAtMs: number;
}

const newCall = (
  id: string,
  input: StartCallInput,
  { phoneNumber, remote, startedAtMs }: Beginning,
): Omit<Call, 'conversationId'> => ({
  id,
  kind: input.via === 'phone' ? 'phone' : 'direct',
  mediaId: id,
  direction: 'Outgoing',
  phase: 'inviting',
  remote,
  modality: input.via === 'phone' ? 'audio' : input.modality,
  importance: input.importance ?? 'Normal',
  subject: input.subject ?? '',
  invitation: null,
  remoteAlerting: false,
  media: null,
  sending: sendingOf(input),
  ...freshCall,
  phone: input.via === 'phone' ? { number: phoneNumber, state: 'ringing' } : null,
  alert: null,
  startedAtMs,
  connectedAtMs: null,
  endedAtMs: null,
  outcome: null,
  can: noActions,
});

/** How a call ends that could not be started. */
export function outcomeOfError(error: unknown): CallOutcome {
  if (error instanceof MediaError) return outcomeOfMediaError(error);
  if (!(error instanceof UcwaError)) return { kind: 'failed', reason: 'unknown', detail: null };
  const detail = describeUcwaError(error);
  if (error.kind === 'transport') return { kind: 'failed', reason: 'network', detail };
  if (error.kind === 'missing-link') return { kind: 'failed', reason: 'not-allowed', detail };
  if (error.kind === 'malformed') return { kind: 'failed', reason: 'media-failed', detail };
  const named = outcomeOfFailure({ direction: 'Outgoing', reason: error.reason, acceptedBy: null });
  const isNamed = named.kind !== 'failed' || named.reason !== 'unknown';
  if (isNamed) return named;
  return { kind: 'failed', reason: byStatus(error), detail };
}

/** What a status says where the subcode says nothing. */
function byStatus(error: UcwaError): CallFailureReason {
  if (error.status === 404) return 'not-found';
  if (error.status === 403) return 'not-allowed';
  return isUnsupported(error) ? 'not-supported' : 'server';
}
