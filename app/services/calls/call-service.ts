import type { Attention } from '../../ports/attention.ts';
import type { CallModality, MediaEngine } from '../../ports/media-engine.ts';
import type { UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { Unsubscribe } from '../../util/emitter.ts';
import { CommandFailure } from '../command-failure.ts';
import type { Notices } from '../notices.ts';
import type { SessionPart } from '../session/session-part.ts';
import type { StateStore } from '../state-store.ts';
import { CallBoard } from './call-board.ts';
import { type CallContext, requireAction } from './call-context.ts';
import type { CallConversations } from './call-conversations.ts';
import { CallEnding } from './call-ending.ts';
import { CallEvents } from './call-events.ts';
import { CallRatings } from './call-ratings.ts';
import { CallRegistry } from './call-registry.ts';
import { CallTransfers } from './call-transfers.ts';
import { EncryptionPolicy } from './encryption-policy.ts';
import { Floor } from './floor.ts';
import type { StartCallInput } from './how-to-start.ts';
import { IncomingCalls } from './incoming-calls.ts';
import { LostEvents } from './lost-events.ts';
import { handleMediaReport } from './media-reports.ts';
import { MeetingCalls } from './meeting-calls.ts';
import { MeetingMove } from './meeting-move.ts';
import { OutgoingCalls } from './outgoing-calls.ts';
import { PhoneCalls } from './phone-calls.ts';
import { endAllCalls, forgetServerSide } from './recovery.ts';
import { Renegotiations } from './renegotiations.ts';
import { RunningCalls } from './running-calls.ts';
import { ServerLink } from './server-link.ts';

export interface CallServiceDependencies {
  readonly ucwa: UcwaDependencies;
  readonly store: StateStore;
  readonly notices: Notices;
  readonly media: MediaEngine;
  readonly attention: Attention;
  readonly conversations: CallConversations;
}

/** The calls of the session, both ways, from the first ring to the end. */
export class CallService implements SessionPart {
  readonly #context: CallContext;
  readonly #notices: Notices;
  readonly #incoming: IncomingCalls;
  readonly #outgoing: OutgoingCalls;
  readonly #move: MeetingMove;
  readonly #transfers: CallTransfers;
  readonly #meetings: MeetingCalls;
  readonly #running: RunningCalls;
  readonly #renegotiations: Renegotiations;
  readonly #ratings: CallRatings;
  readonly #phone: PhoneCalls;
  readonly #events: CallEvents;
  readonly #lost: LostEvents;
  readonly #floor: Floor;
  readonly #unsubscribe: Unsubscribe;

  constructor(dependencies: CallServiceDependencies) {
    const { ucwa, store, notices, media, attention, conversations } = dependencies;
    const { clock, random, trace } = ucwa;
    const logger = ucwa.logger.scoped('calls');
    const board = new CallBoard(store, logger, conversations);
    const server = new ServerLink(clock, random, logger);
    this.#notices = notices;
    this.#context = {
      store,
      board,
      registry: new CallRegistry(),
      ending: new CallEnding(board, server, media, clock, logger),
      server,
      encryption: new EncryptionPolicy(server, logger),
      conversations,
      media,
      attention,
      clock,
      random,
      trace,
      logger,
    };
    this.#incoming = new IncomingCalls(this.#context, (invitation) =>
      this.#transfers.replaced(invitation),
    );
    this.#outgoing = new OutgoingCalls(
      this.#context,
      (href) => this.#events.invitationKnown(href),
      (record) => this.#renegotiations.reconnect(record),
      (record, error) => this.#move.failedBy(record, error),
    );
    this.#move = new MeetingMove(this.#context, this.#outgoing, {
      hold: (callId) => this.hold(callId),
      moved: ({ id }) => this.#running.tellMuted(id),
      cameBack: (record, place) => this.#transfers.cameBack(record, place),
      meetingUri: ({ id }) => {
        const conversationId = board.get(id)?.conversationId ?? '';
        return store.state.conversations[conversationId]?.onlineMeetingUri ?? null;
      },
    });
    this.#transfers = new CallTransfers(this.#context, this.#move);
    this.#running = new RunningCalls(this.#context, this.#move, (record) =>
      this.#renegotiations.reconnect(record),
    );
    this.#renegotiations = new Renegotiations(this.#context);
    this.#ratings = new CallRatings(this.#context);
    this.#phone = new PhoneCalls(this.#context, notices);
    this.#events = new CallEvents(this.#context, {
      incoming: this.#incoming,
      outgoing: this.#outgoing,
      running: this.#running,
      renegotiations: this.#renegotiations,
      move: this.#move,
      transfers: this.#transfers,
      phone: this.#phone,
    });
    this.#meetings = new MeetingCalls(this.#context, this.#move, (callId) =>
      this.#floor.take(callId),
    );
    this.#lost = new LostEvents(this.#context, this.#move);
    this.#floor = new Floor(this.#context, (callId) => this.hold(callId));
    this.#unsubscribe = media.reports.subscribe((report) =>
      handleMediaReport(this.#context, this.#move, report),
    );
  }

  async open(application: UcwaApplication): Promise<void> {
    this.#context.server.open(application);
    this.#context.encryption.forget();
  }

  handle(event: UcwaApplicationEvent): void {
    switch (event.type) {
      case 'event':
        this.#events.handle(event.event);
        break;
      case 'connected':
        this.#context.server.connected();
        this.#events.connected();
        this.#lost.connected();
        this.#move.media.connected();
        break;
      case 'resynced':
        this.#lost.readCallsAgain();
        break;
      case 'recreated':
        this.#recreated();
        break;
      case 'recovering':
      case 'refreshed':
      case 'ended':
        break;
    }
  }

  /** Every call ends. */
  close(): void {
    endAllCalls(this.#context);
    this.#events.reset();
    this.#lost.reset();
    this.#context.registry.clear();
    this.#context.server.close();
  }

  /** Parley quits. */
  dispose(): void {
    this.close();
    this.#floor.dispose();
    this.#meetings.dispose();
    this.#unsubscribe();
  }

  start(input: StartCallInput): string {
    const callId = this.#outgoing.start(input);
    this.#floor.take(callId);
    return callId;
  }

  /** Calls within a conversation from the user's own phone. @returns the call's id */
  startOnPhoneIn(conversationId: string, phoneNumber: string | undefined): string {
    const conversation = this.#context.store.state.conversations[conversationId];
    if (conversation === undefined) throw new CommandFailure('not-found', 'error.gone');
    const callId = this.#outgoing.startOnPhoneIn(conversation, phoneNumber);
    this.#floor.take(callId);
    return callId;
  }

  /** Brings sound (and picture) into a conversation that is there. @returns the call's id */
  startIn(conversationId: string, modality: CallModality): string {
    return this.#meetings.startIn(conversationId, modality);
  }

  async answer(callId: string, modality: CallModality): Promise<void> {
    requireAction(this.#context, callId, 'answer');
    this.#incoming.replaceCall(callId);
    this.#floor.take(callId);
    await this.#incoming.answer(callId, modality);
  }

  /** Takes an incoming call on the user's phone. */
  async answerOnPhone(callId: string): Promise<void> {
    requireAction(this.#context, callId, 'answerOnPhone');
    this.#floor.take(callId);
    await this.#incoming.answerOnPhone(callId);
  }

  moveToPhone(callId: string, phoneNumber: string | undefined): Promise<void> {
    return this.#phone.move(callId, phoneNumber);
  }

  stayHere(callId: string): Promise<void> {
    return this.#phone.stay(callId);
  }

  decline(callId: string, scope: 'Local' | 'Global', message?: string): void {
    this.#incoming.decline(callId, scope, message);
  }

  cancel(callId: string): void {
    this.#outgoing.cancel(callId);
  }

  hangUp(callId: string): void {
    this.#running.hangUp(callId);
  }

  setSending(
    callId: string,
    sending: { readonly audio: boolean; readonly video: boolean },
  ): Promise<void> {
    return this.#running.setSending(callId, sending);
  }

  hold(callId: string): Promise<void> {
    return this.#setHold(callId, true);
  }

  async resume(callId: string): Promise<void> {
    requireAction(this.#context, callId, 'resume');
    this.#floor.take(callId);
    return this.#setHold(callId, false);
  }

  /** Adds video with the camera on, or drops it for both sides. */
  setVideo(callId: string, on: boolean): Promise<void> {
    return this.#renegotiations.setVideo(callId, on);
  }

  sendTones(callId: string, tones: string): Promise<void> {
    return this.#running.sendTones(callId, tones);
  }

  rate(callId: string, stars: number): Promise<void> {
    return this.#ratings.rate(callId, stars);
  }

  dismiss(callId: string): void {
    this.#context.board.dismiss(callId);
  }

  #setHold(callId: string, hold: boolean): Promise<void> {
    const onPhone = this.#context.board.get(callId)?.kind === 'phone';
    return (onPhone ? this.#phone : this.#renegotiations).setHold(callId, hold);
  }

  #recreated(): void {
    this.#events.reset();
    this.#lost.reset();
    this.#context.server.forgetUnsent();
    this.#context.encryption.forget();
    const anyEnded = forgetServerSide(this.#context, this.#meetings);
    if (anyEnded) this.#notices.show('info', 'notice.callsLost');
  }
}
