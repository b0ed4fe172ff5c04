import { type Call, freshCall } from '../../domain/call.ts';
import { noActions, noOffers } from '../../domain/call-actions.ts';
import type { CallOutcome } from '../../domain/call-outcome.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { outcomeOfEnd } from '../../domain/conversation-outcome.ts';
import type { CallModality } from '../../ports/media-engine.ts';
import type { Unsubscribe } from '../../util/emitter.ts';
import { CommandFailure } from '../command-failure.ts';
import type { CallContext } from './call-context.ts';
import { type CallRecord, createCallRecord } from './call-record.ts';
import type { MeetingMove } from './meeting-move.ts';

/**
 * Sound and picture in a conversation that is there: joined as soon as the user is in it, and over
 * when it is. Whoever mutes the user in a meeting mutes their call.
 */
export class MeetingCalls {
  readonly #context: CallContext;
  readonly #move: MeetingMove;
  readonly #entered: (callId: string) => void;
  readonly #unsubscribe: Unsubscribe;
  #isLooking = false;

  /** @param entered the user is where a call of theirs was to be joined: they talk in it from now on */
  constructor(context: CallContext, move: MeetingMove, entered: (callId: string) => void) {
    this.#context = context;
    this.#move = move;
    this.#entered = entered;
    this.#unsubscribe = context.store.patches.subscribe(() => this.#lookLater());
  }

  dispose(): void {
    this.#unsubscribe();
  }

  /**
   * Brings sound (and picture) into a conversation: at once, or as soon as the user is let in.
   * @returns the call's id; that of the call which it has, if there is one
   * @throws CommandFailure when the conversation is over
   */
  startIn(conversationId: string, modality: CallModality): string {
    const { board, clock, random, registry, server, store } = this.#context;
    const conversation = store.state.conversations[conversationId];
    if (conversation === undefined) throw new CommandFailure('not-found', 'error.gone');
    const running = registry
      .ongoing()
      .find(({ id }) => board.get(id)?.conversationId === conversationId);
    if (running !== undefined) {
      if (!running.awaitsConversation) this.#entered(running.id);
      return running.id;
    }
    server.require();
    if (conversation.state === 'Ended') {
      throw new CommandFailure('not-allowed', 'error.notPossibleNow');
    }
    const record = createCallRecord(random.uuid(), random.uuid(), random.uuid());
    record.awaitsConversation = true;
    registry.add(record);
    board.add(newCall(record.id, conversation, modality, clock.nowMs()), noOffers);
    this.#lookAt(record);
    return record.id;
  }

  /**
   * The application is a new one: those in a meeting come back into it, with the call that they have.
   * @returns whether the call waits for that
   */
  rejoin(record: CallRecord): boolean {
    const { board, clock } = this.#context;
    const call = board.get(record.id);
    const isIn = call?.kind === 'meeting' || record.former !== null || record.isLegGone;
    if (call === null || !isIn || (call.phase === 'inviting' && !record.awaitsConversation)) {
      return false;
    }
    record.conferencing = 'no';
    record.awaitsConversation = true;
    board.apply(record.id, { type: 'mediaChanged', state: 'disconnected', atMs: clock.nowMs() });
    return true;
  }

  /** Not within the change: the other parts hear of the same event first. */
  #lookLater(): void {
    if (this.#isLooking || this.#context.registry.ongoing().length === 0) return;
    this.#isLooking = true;
    void Promise.resolve().then(() => {
      this.#isLooking = false;
      for (const record of this.#context.registry.ongoing()) this.#lookAt(record);
    });
  }

  #lookAt(record: CallRecord): void {
    const { board, store } = this.#context;
    const call = board.get(record.id);
    const conversation = store.state.conversations[call?.conversationId ?? ''];
    if (call === null || conversation === undefined) return;
    const isInMeeting = call.kind === 'meeting' || record.former !== null || record.isLegGone;
    if (conversation.state === 'Ended' && (isInMeeting || record.awaitsConversation)) {
      this.#end(record, call, conversation);
      return;
    }
    if (record.awaitsConversation) this.#enterWhenIn(record, call, conversation);
    else if (call.kind === 'meeting') this.#lookAtMute(record, call, conversation);
  }

  #enterWhenIn(record: CallRecord, call: Call, conversation: Conversation): void {
    const isIn =
      call.kind === 'direct' && record.former === null && !record.isLegGone
        ? conversation.state === 'Connected'
        : conversation.state === 'Conferenced';
    const href = this.#context.conversations.resourceOf(conversation.id)?.href ?? null;
    if (!isIn || href === null) return;
    record.awaitsConversation = false;
    record.conversationHref = href;
    record.audioVideoHref = null;
    const to = conversation.onlineMeetingUri ?? conversation.remote?.uri ?? '';
    if (conversation.state === 'Conferenced') record.conferencing = 'yes';
    if (call.phase === 'inviting') {
      this.#entered(record.id);
      void this.#move.media.enter(record, to);
    } else this.#move.enterAgain(record);
  }

  #end(record: CallRecord, call: Call, conversation: Conversation): void {
    this.#context.ending.end(record, outcomeOf(call, conversation));
  }

  /** Who is muted by the meeting is not heard, and sends nothing from then on. */
  #lookAtMute(record: CallRecord, call: Call, { self }: Conversation): void {
    const { board } = this.#context;
    if (self === null || call.phase === 'ended') return;
    const wasMuted = record.mutedOnServer;
    record.mutedOnServer = self.audioMuted;
    const isByMeeting = self.audioMuted && !wasMuted && call.sending.audio;
    const meetingMute = !self.audioMuted
      ? 'none'
      : !self.canUnmuteAudio
        ? 'locked'
        : isByMeeting || call.meetingMute !== 'none'
          ? 'muted'
          : 'none';
    if (meetingMute !== call.meetingMute) {
      board.apply(record.id, { type: 'meetingMuteChanged', meetingMute });
    }
    if (isByMeeting) void this.#silence(record, call);
  }

  async #silence(record: CallRecord, call: Call): Promise<void> {
    const { board, logger, media } = this.#context;
    const sending = { ...call.sending, audio: false };
    try {
      await media.setSending(record.mediaId, sending);
      board.apply(record.id, { type: 'sendingChanged', sending });
    } catch (error) {
      logger.warn('A call could not be muted', { callId: record.id, error });
    }
  }
}

/** How a call ends with its conversation. */
function outcomeOf(call: Call, { endReason, invitation }: Conversation): CallOutcome {
  const ended = outcomeOfEnd(endReason);
  if (ended !== null) return ended;
  if (call.connectedAtMs !== null) return { kind: 'answered' };
  return invitation?.outcome?.kind === 'failed' ? invitation.outcome : { kind: 'cancelled' };
}

const newCall = (
  id: string,
  conversation: Conversation,
  modality: CallModality,
  startedAtMs: number,
): Call => {
  const { invitation, onlineMeetingUri, remote, state, subject, importance } = conversation;
  const isMeeting =
    onlineMeetingUri !== null ||
    invitation?.kind === 'onlineMeeting' ||
    state === 'Conferencing' ||
    state === 'InLobby' ||
    state === 'Conferenced';
  return {
    ...freshCall,
    id,
    conversationId: conversation.id,
    kind: isMeeting ? 'meeting' : 'direct',
    mediaId: id,
    direction: isMeeting && invitation?.direction === 'Incoming' ? 'Incoming' : 'Outgoing',
    phase: 'inviting',
    remote: remote ?? { uri: '', name: subject },
    modality,
    importance,
    subject,
    invitation: null,
    remoteAlerting: false,
    media: null,
    sending: { audio: true, video: modality === 'audioVideo' },
    alert: null,
    startedAtMs,
    connectedAtMs: null,
    endedAtMs: null,
    outcome: null,
    can: noActions,
  };
};
