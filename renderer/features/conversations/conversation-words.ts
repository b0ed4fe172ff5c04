import type { Call } from '../../../app/domain/call.ts';
import type { CallOutcome } from '../../../app/domain/call-outcome.ts';
import type {
  Conversation,
  ConversationEndReason,
  InvitedPerson,
} from '../../../app/domain/conversation.ts';
import { isMeeting } from '../../../app/domain/conversation-kind.ts';
import { type Person, type PersonRef, personKey } from '../../../app/domain/person.ts';
import type { TextKey, TextValues } from '../../../app/i18n/text-key.ts';
import { outcomeText } from '../calls/outcome-text.ts';
import { presenceText } from '../people/presence-text.ts';

export interface Words {
  readonly key: TextKey;
  readonly values: TextValues;
}

const words = (key: TextKey, values: TextValues = {}): Words => ({ key, values });

/** How many people of a meeting without a subject are named. */
const namedPeople = 3;

/** Whom or what a conversation is with; null for a meeting of which nothing can be said. */
export function conversationName(conversation: Conversation): string | null {
  const { remote, subject, participants } = conversation;
  const meeting = isMeeting(conversation);
  if (!meeting && remote !== null && remote.name !== '') return remote.name;
  if (subject !== '') return subject;
  const named = participants.filter(({ person }) => person.name !== '');
  const names = named.slice(0, namedPeople).map(({ person }) => person.name);
  const more = participants.length - names.length;
  if (names.length > 0) return names.join(', ') + (more > 0 ? ` +${more}` : '');
  return remote?.name || null;
}

/** How many take part, the user among them. */
export const peopleCount = ({ participants }: Conversation): number => participants.length + 1;

/** Who is alone in a call that nobody took yet, or in what is over, is not counted. */
export const peopleLabel = (conversation: Conversation): Words => {
  const count = peopleCount(conversation);
  return isOver(conversation) || (count === 1 && !isMeeting(conversation))
    ? words('conversations.part.people')
    : words('conversations.peopleCount', { count });
};

/** Nobody takes part any more. */
export const isOver = ({ state }: Conversation): boolean =>
  state === 'Disconnected' || state === 'Ended';

/** What a conversation is doing, in a line. `person` is the other one of two, when a contact. */
export function conversationState(conversation: Conversation, person: Person | undefined): Words {
  const { state, endReason, endedBy } = conversation;
  if (isOver(conversation)) {
    const nothing = cameToNothing(conversation);
    if (nothing !== null) return nothing;
    if (endReason !== null) return endOf(endReason, endedBy);
    return presenceOr(person, 'conversations.state.over');
  }
  switch (state) {
    case 'Incoming':
      return words('conversations.state.incoming');
    case 'Connecting':
      return words('conversations.state.connecting');
    case 'Conferencing':
      return words('conversations.state.conferencing');
    case 'InLobby':
      return words('conversations.state.inLobby');
    case 'Conferenced':
      return words('conversations.state.meeting', { count: peopleCount(conversation) });
    default:
      return presenceOr(person, 'conversations.state.connected');
  }
}

/** Why it is over, and by whom. */
function endOf(reason: ConversationEndReason, by: PersonRef | null): Words {
  if (by === null || (reason !== 'ended' && reason !== 'removed')) {
    return words(`conversations.end.${reason}`);
  }
  return words(`conversations.endBy.${reason}`, { name: by.name });
}

/** What an invitation was decided as that led nowhere, unless there is more to say of the end. */
function cameToNothing({ endReason, invitation, remote, subject }: Conversation): Words | null {
  const outcome = invitation?.outcome ?? null;
  if (outcome === null || outcome.kind === 'answered') return null;
  if (endReason !== null && endReason !== 'failed') return null;
  const { direction = 'Incoming' } = invitation ?? {};
  if (direction === 'Incoming' && outcome.kind === 'missed')
    return words('conversations.invitation.missed');
  return outcomeText({ direction, remote: remote ?? { uri: '', name: subject }, outcome });
}

const presenceOr = (person: Person | undefined, otherwise: TextKey): Words =>
  words(person === undefined ? otherwise : presenceText(person.presence));

/** What became of the invitation of somebody; the line stands below their name. */
export const invitedState = ({ outcome, person }: InvitedPerson): Words =>
  outcome === null ? words('conversations.invited.waiting') : invitedOutcome(outcome, person.name);

function invitedOutcome(outcome: CallOutcome, name: string): Words {
  switch (outcome.kind) {
    case 'answered':
    case 'removed':
    case 'meetingEnded':
      return words('conversations.invited.came');
    case 'declined':
      return words('conversations.invited.declined');
    case 'busy':
      return words('conversations.invited.busy');
    case 'missed':
      return words('conversations.invited.noAnswer');
    case 'cancelled':
      return words('conversations.invited.cancelled');
    case 'answeredElsewhere':
      return words('conversations.invited.elsewhere');
    case 'failed':
      return outcome.reason === 'lobby-timeout'
        ? words('conversations.invited.notLetIn')
        : words(`outcome.failed.${outcome.reason}`, { name });
  }
}

/** The last invitation of each person who did not come: who came is in the roster. */
export function openInvitations({ invited, participants }: Conversation): readonly InvitedPerson[] {
  const last = new Map(invited.map((each) => [personKey(each.person.uri), each]));
  const here = new Set(participants.map(({ person }) => personKey(person.uri)));
  return [...last].flatMap(([key, each]) =>
    each.outcome?.kind === 'answered' || here.has(key) ? [] : [each],
  );
}

/** What stands in place of the call: the lobby, or the end of a meeting. Null: nothing does. */
export interface StandIn {
  readonly kind: 'lobby' | 'over';
  readonly title: Words;
  readonly advice: Words;
}

/** Ends that nobody needs to be told about: the chat stays as it is. */
const quietEnds: readonly ConversationEndReason[] = ['otherLeft'];

/**
 * The screen of a meeting that one cannot take part in: why, and what to do about it.
 * @param call the call in it; one that waits until the user is let in shows nothing of its own
 */
export function standIn(conversation: Conversation, call: Call | null): StandIn | null {
  const { state, endReason } = conversation;
  if (call !== null && call.phase !== 'inviting') return null;
  if (state === 'InLobby') {
    return {
      kind: 'lobby',
      title: words('conversations.lobby.title'),
      advice: words('conversations.lobby.advice'),
    };
  }
  if (!isOver(conversation) || endReason === null || !isMeeting(conversation)) return null;
  if (quietEnds.includes(endReason)) return null;
  const nothing = cameToNothing(conversation);
  if (nothing !== null) return { kind: 'over', title: nothing, advice: adviceOf(conversation) };
  return {
    kind: 'over',
    title: endOf(endReason, conversation.endedBy),
    advice: words(`conversations.endAdvice.${endReason}`),
  };
}

/** What to do about an invitation that led nowhere. */
function adviceOf({ invitation, can }: Conversation): Words {
  const outcome = invitation?.outcome;
  if (outcome?.kind === 'failed') return words(`outcome.advice.${outcome.reason}`);
  return words(can.retry ? 'conversations.invitation.join' : 'conversations.invitation.ask');
}
