import type { PersonRef } from '../../domain/person.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { hrefKey } from '../../ucwa/hypermedia/href.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { readAudioVideoInvitation } from '../../ucwa/resources/audio-video-invitation.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { personOfLink, personRef } from '../people/person-ref.ts';
import type { CallContext } from './call-context.ts';
import { type CallRecord, updateInvitation } from './call-record.ts';
import type { CallTransfers } from './call-transfers.ts';
import type { IncomingCalls } from './incoming-calls.ts';
import type { MeetingMove } from './meeting-move.ts';
import { changedOffers } from './offers.ts';
import { describeReason, outcomeOfFailure } from './outcome.ts';
import type { OutgoingCalls } from './outgoing-calls.ts';
import type { PhoneCalls } from './phone-calls.ts';
import type { Renegotiations } from './renegotiations.ts';
import type { RunningCalls } from './running-calls.ts';
import { UntilDone } from './until-done.ts';

const maxParked = 20;

export interface CallHandlers {
  readonly incoming: IncomingCalls;
  readonly outgoing: OutgoingCalls;
  readonly running: RunningCalls;
  readonly renegotiations: Renegotiations;
  readonly move: MeetingMove;
  readonly transfers: CallTransfers;
  readonly phone: PhoneCalls;
}

/**
 * Leads each event to the call it is about. Events that embed their resource are handled before
 * this returns; others are fetched first. What nobody here knows is ignored.
 */
export class CallEvents {
  readonly #context: CallContext;
  readonly #handlers: CallHandlers;
  /** Invitations being fetched; true when they ended meanwhile. */
  readonly #fetching = new Map<string, boolean>();
  /** Invitations that could not be fetched: what they announce may still be to be taken. */
  readonly #unread = new Map<string, string>();
  readonly #repetition: UntilDone;
  /** What became of invitations of ours whose address is not known yet. */
  #parked: UcwaEvent[] = [];

  constructor(context: CallContext, handlers: CallHandlers) {
    this.#context = context;
    this.#handlers = handlers;
    this.#repetition = new UntilDone(context.clock, context.random, () => this.#fetchUnread());
  }

  /** The session is over, or another one begins. */
  reset(): void {
    this.#fetching.clear();
    this.#unread.clear();
    this.#repetition.stop();
    this.#parked = [];
  }

  /** The connection is back. */
  connected(): void {
    this.#repetition.hurry();
  }

  handle(event: UcwaEvent): void {
    switch (event.link.rel) {
      case 'audioVideoInvitation':
        this.#invitation(event);
        break;
      case 'phoneAudioInvitation':
        if (!this.#handlers.phone.handleMove(event)) this.#invitation(event);
        break;
      case 'phoneAudio':
        this.#phoneAudio(event);
        break;
      case 'audioVideoNegotiation':
        this.#negotiation(event);
        break;
      case 'audioVideo':
        this.#audioVideo(event);
        break;
      case 'audioVideoSession':
        this.#session(event);
        break;
      case 'audioVideoRenegotiation':
        this.#renegotiation(event);
        break;
      case 'conversation':
        this.#conversation(event);
        break;
    }
  }

  #invitation(event: UcwaEvent): void {
    const { href } = event.link;
    const record =
      this.#context.registry.byHref('invitationHref', href) ?? this.#byOperation(event.resource);
    if (event.type === 'completed' || event.type === 'deleted') {
      this.#completed(record, event);
    } else if (event.resource !== null) {
      this.#told(record, event.resource, href);
    } else {
      void this.#fetchInvitation(href);
    }
  }

  #byOperation(resource: Resource | null): CallRecord | null {
    if (resource === null) return null;
    const { operationId } = readAudioVideoInvitation(resource);
    return this.#context.registry.byOperation(operationId);
  }

  #told(record: CallRecord | null, resource: Resource, href: string): void {
    const { direction, state } = readAudioVideoInvitation(resource);
    if (record === null) {
      const isOpen = state === null || state === 'Alerting' || state === 'Connecting';
      const canBeTaken = isOpen || state === 'TeamRing' || state === 'Forwarded';
      const kind = link(resource, 'phoneAudio') === null ? 'direct' : 'phone';
      if (direction !== 'Incoming' || !canBeTaken) return;
      // A call that was taken to the phone rings there only.
      if (kind === 'phone' && this.#isTakenToPhone(resource)) return;
      if (kind === 'direct' && this.#handlers.transfers.follow(resource, href)) return;
      this.#handlers.incoming.ring(resource, href, kind);
      return;
    }
    if (record.operationId === null) {
      updateInvitation(record, resource, href);
      this.#context.board.setOffers(record.id, changedOffers(resource));
    } else {
      this.#handlers.outgoing.confirm(record, resource, href);
      this.#handlers.transfers.derived(record, resource);
      this.invitationKnown(href);
    }
  }

  async #fetchInvitation(href: string): Promise<void> {
    const key = hrefKey(href);
    if (this.#fetching.has(key)) return;
    this.#fetching.set(key, false);
    this.#unread.delete(key);
    const resource = await this.#readInvitation(href);
    const ended = this.#fetching.get(key) !== false;
    this.#fetching.delete(key);
    if (resource === 'gone' || ended) return;
    if (resource === 'unread') {
      this.#unread.set(key, href);
      this.#repetition.later();
      return;
    }
    const record =
      this.#context.registry.byHref('invitationHref', href) ?? this.#byOperation(resource);
    this.#told(record, resource, href);
  }

  async #readInvitation(href: string): Promise<Resource | 'gone' | 'unread'> {
    try {
      return await this.#context.server.read(href);
    } catch (error) {
      this.#context.logger.warn('An invitation could not be read', { error });
      const isPassing = error instanceof UcwaError && error.advice === 'retry';
      return isPassing ? 'unread' : 'gone';
    }
  }

  async #fetchUnread(): Promise<boolean> {
    await Promise.all([...this.#unread.values()].map((href) => this.#fetchInvitation(href)));
    return this.#unread.size === 0;
  }

  #completed(record: CallRecord | null, event: UcwaEvent): void {
    if (record === null) {
      const key = hrefKey(event.link.href);
      this.#unread.delete(key);
      if (this.#fetching.has(key)) this.#fetching.set(key, true);
      else this.#park(event);
      return;
    }
    if (event.resource !== null) {
      updateInvitation(record, event.resource, event.link.href);
      this.#handlers.transfers.derived(record, event.resource);
    }
    if (event.status === 'Failure' || event.type === 'deleted') this.#failed(record, event);
    else if (this.#context.board.get(record.id)?.phase === 'ringing') this.#takenElsewhere(record);
    else if (event.resource !== null) this.#succeeded(record, event.resource);
  }

  /** It was taken, and not here. */
  #takenElsewhere(record: CallRecord): void {
    this.#context.ending.end(record, { kind: 'answeredElsewhere', by: acceptedByOf(record) });
  }

  #failed(record: CallRecord, event: UcwaEvent): void {
    const call = this.#context.board.get(record.id);
    if (call === null || record.over) return;
    if (record.former !== null) {
      this.#handlers.move.failed(record, describeReason(event.reason));
      return;
    }
    // A call that was answered ends by its modality; the invitation is history then.
    if (event.type === 'deleted' && call.phase !== 'ringing' && call.phase !== 'inviting') return;
    const { direction } = call;
    const acceptedBy = acceptedByOf(record);
    const { kind } = call;
    const outcome = outcomeOfFailure({ direction, reason: event.reason, acceptedBy, kind });
    // The caller gave up while the user was taking the call: nobody missed it.
    const crossed = outcome.kind === 'missed' && call.phase === 'connecting';
    this.#context.ending.end(record, crossed ? { kind: 'cancelled' } : outcome);
  }

  /** The participant who took our call may be another than the one that was called. */
  #succeeded(record: CallRecord, resource: Resource): void {
    const { board, store } = this.#context;
    board.setOffers(record.id, changedOffers(resource));
    const [accepted] = readAudioVideoInvitation(resource).acceptedByParticipants;
    const isMeeting = record.former !== null || board.get(record.id)?.kind === 'meeting';
    if (accepted === undefined || record.operationId === null || isMeeting) return;
    const remote = personRef(accepted.uri, accepted.name, store.state.people);
    if (remote.name !== '') board.edit(record.id, { remote });
  }

  #negotiation(event: UcwaEvent): void {
    const record = this.#context.registry.byHref('invitationHref', event.sender.href);
    if (record !== null) {
      this.#withResource(event, (resource) => this.#handlers.outgoing.negotiated(record, resource));
    } else this.#park(event);
  }

  /** Events may precede the response that tells the address of the invitation they are about. */
  #park(event: UcwaEvent): void {
    const isAwaited = this.#context.registry
      .all()
      .some(({ operationId, invitationHref }) => operationId !== null && invitationHref === null);
    if (isAwaited) this.#parked = [...this.#parked, event].slice(-maxParked);
  }

  /** The address of an invitation of ours became known: what was told of it before is handled. */
  invitationKnown(invitationHref: string): void {
    const key = hrefKey(invitationHref);
    const due = this.#parked.filter((event) => hrefKey(invitationOf(event)) === key);
    this.#parked = this.#parked.filter((event) => !due.includes(event));
    for (const event of due) this.handle(event);
  }

  #audioVideo(event: UcwaEvent): void {
    const { registry } = this.#context;
    const record =
      registry.byHref('audioVideoHref', event.link.href) ??
      registry.byHref('conversationHref', event.sender.href);
    if (record === null) return;
    if (event.type === 'deleted') this.#handlers.running.disconnected(record);
    else {
      this.#withResource(event, (resource) =>
        this.#handlers.running.audioVideoUpdated(record, resource),
      );
    }
  }

  #phoneAudio(event: UcwaEvent): void {
    const { registry } = this.#context;
    const record =
      registry.byHref('phoneAudioHref', event.link.href) ??
      registry.byHref('conversationHref', event.sender.href);
    if (record === null) return;
    this.#withResource(event, (resource) => this.#handlers.phone.phoneAudio(record, resource));
  }

  #isTakenToPhone(invitation: Resource): boolean {
    const { board, registry } = this.#context;
    const record = registry.byHref('conversationHref', link(invitation, 'conversation')?.href);
    return record !== null && !record.over && board.get(record.id)?.kind === 'phone';
  }

  #session(event: UcwaEvent): void {
    if (event.type === 'deleted') return;
    this.#withResource(event, (resource) => {
      const record = this.#byConversation(resource, event.link.href);
      if (record !== null && !record.over) {
        this.#handlers.running.sessionUpdated(record, resource);
      }
    });
  }

  #renegotiation(event: UcwaEvent): void {
    this.#withResource(event, (resource) => {
      const sessionHref = link(resource, 'audioVideoSession')?.href;
      const record = this.#byConversation(resource, sessionHref);
      return record === null
        ? undefined
        : this.#handlers.renegotiations.handle(record, event, resource);
    });
  }

  #conversation(event: UcwaEvent): void {
    const record = this.#context.registry.byHref('conversationHref', event.link.href);
    if (record === null) return;
    const { move, running } = this.#handlers;
    if (event.type !== 'deleted') {
      this.#withResource(event, (resource) => move.conversationTold(record, resource));
    } else if (!move.conversationEnded(record)) running.disconnected(record);
  }

  #byConversation(resource: Resource, sessionHref: string | undefined): CallRecord | null {
    const { registry } = this.#context;
    const conversationHref = link(resource, 'conversation')?.href;
    return (
      registry.byHref('sessionHref', sessionHref) ??
      registry.byHref('conversationHref', conversationHref)
    );
  }

  #withResource(event: UcwaEvent, use: (resource: Resource) => void | Promise<void>): void {
    const run = async (): Promise<void> => {
      const resource = event.resource ?? (await this.#fetch(event.link.href));
      if (resource !== null) await use(resource);
    };
    run().catch((error: unknown) => {
      this.#context.logger.warn('An event of a call could not be handled', {
        rel: event.link.rel,
        type: event.type,
        error,
      });
    });
  }

  async #fetch(href: string): Promise<Resource | null> {
    try {
      return await this.#context.server.read(href);
    } catch (error) {
      this.#context.logger.info('The resource of an event could not be read', { error });
      return null;
    }
  }
}

/** The address of the invitation that an event is about. */
const invitationOf = ({ link: target, sender }: UcwaEvent): string =>
  target.rel === 'audioVideoInvitation' ? target.href : sender.href;

/** The delegate or team member who took the call. */
const acceptedByOf = ({ invitation }: CallRecord): PersonRef | null =>
  invitation === null ? null : personOfLink(link(invitation, 'acceptedByContact'));
