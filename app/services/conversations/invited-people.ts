import { addInvited, settleInvited } from '../../domain/conversation-machine.ts';
import type { PersonRef } from '../../domain/person.ts';
import { failedWith } from '../../ucwa/catalogue/operation.ts';
import type { UcwaEvent } from '../../ucwa/events/ucwa-event.ts';
import { readResource } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import { addParticipant } from '../../ucwa/requests/meetings.ts';
import { outcomeOfFailure } from '../calls/outcome.ts';
import { CommandFailure } from '../command-failure.ts';
import { personRef } from '../people/person-ref.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';

/** Whom the user asks into a conversation, and what each of them says to it. */
export class InvitedPeople {
  readonly #context: ConversationContext;

  constructor(context: ConversationContext) {
    this.#context = context;
  }

  /** Asks somebody in. Rejects when the server does not let them be asked. */
  async ask(record: ConversationRecord, person: PersonRef): Promise<void> {
    const { board, random, server } = this.#context;
    const { conversation } = record;
    if (conversation === null) return;
    const operationId = random.uuid();
    record.invitedOfKey.set(operationId, operationId);
    board.edit(record, (before) => addInvited(before, { id: operationId, person, outcome: null }));
    try {
      const { location } = await addParticipant(server.require().client, conversation, {
        to: person.uri,
        operationId,
      });
      if (location !== null) record.invitedOfKey.set(location, operationId);
    } catch (error) {
      board.edit(record, (before) => ({
        ...before,
        invited: before.invited.filter(({ id }) => id !== operationId),
      }));
      throw asTold(error);
    }
  }

  /** An event about an invitation of somebody into a conversation. */
  told(record: ConversationRecord, event: UcwaEvent, resource: Resource): void {
    const { board, people } = this.#context;
    const { values } = readResource('participantInvitation', resource);
    const { href } = event.link;
    const id = record.invitedOfKey.get(values.operationId ?? '') ?? record.invitedOfKey.get(href);
    if (id === null) return;
    record.invitedOfKey.set(href, id);
    const title = link(resource, 'to')?.title ?? null;
    board.edit(record, (before) => ({
      ...before,
      invited: before.invited.map((each) =>
        each.id === id && title !== null
          ? { ...each, person: personRef(each.person.uri, title, people()) }
          : each,
      ),
    }));
    if (event.type !== 'completed') return;
    const { reason } = event;
    const outcome =
      event.status === 'Failure'
        ? outcomeOfFailure({ direction: 'Outgoing', reason, acceptedBy: null })
        : ({ kind: 'answered' } as const);
    board.edit(record, (before) => settleInvited(before, id, outcome));
  }
}

/** That somebody is there already is no fault of the server. */
const asTold = (error: unknown): unknown =>
  failedWith(error, 'addParticipant', '409 Conflict/AlreadyExists')
    ? new CommandFailure('not-allowed', 'error.alreadyThere', {}, { cause: error })
    : error;
