import type { CallOutcome } from '../../domain/call-outcome.ts';
import { settleInvitation } from '../../domain/conversation-machine.ts';
import { follow } from '../../ucwa/follow/follow.ts';
import { known } from '../../ucwa/follow/known-resource.ts';
import { acceptInvitation, declineInvitation } from '../../ucwa/requests/meetings.ts';
import { isGone } from '../calls/server-link.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';

/** What the user answers to invitations. None is ever accepted by itself. */
export class InvitationAnswers {
  readonly #context: ConversationContext;

  constructor(context: ConversationContext) {
    this.#context = context;
  }

  /**
   * The user takes it. What ended meanwhile counts as cancelled, and is no error.
   * @returns whether it could be taken
   */
  async accept(record: ConversationRecord): Promise<boolean> {
    const { board, random, server } = this.#context;
    const { invitation } = record;
    if (invitation === null) return false;
    record.accepted = true;
    board.edit(record, (conversation) => conversation);
    const { client } = server.require();
    try {
      if (this.#isToMeeting(record)) await acceptInvitation(client, invitation);
      else {
        const from = known('messagingInvitation', invitation);
        await follow(client, from, 'accept', { sessionContext: random.uuid() });
      }
      return true;
    } catch (error) {
      record.accepted = false;
      if (!isGone(error)) {
        board.edit(record, (conversation) => conversation);
        throw error;
      }
      this.#settle(record, { kind: 'cancelled' });
      return false;
    }
  }

  /** The user refuses it: over here at once. */
  async decline(record: ConversationRecord): Promise<void> {
    const { invitation } = record;
    if (invitation === null) return;
    this.#settle(record, { kind: 'declined' });
    const { client } = this.#context.server.require();
    const from = known('messagingInvitation', invitation);
    const declined = this.#isToMeeting(record)
      ? declineInvitation(client, invitation, 'Local')
      : follow(client, from, 'decline', { reason: 'Local' });
    await declined.catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  }

  #settle(record: ConversationRecord, outcome: CallOutcome): void {
    this.#context.board.edit(record, (conversation) => settleInvitation(conversation, outcome));
  }

  #isToMeeting(record: ConversationRecord): boolean {
    return this.#context.board.get(record.id)?.invitation?.kind === 'onlineMeeting';
  }
}
