import type { AppState } from './app-state.ts';
import type { Call } from './call.ts';
import type { Conversation } from './conversation.ts';
import { isMoreThanCall } from './conversation-kind.ts';

type Calls = Pick<AppState, 'calls'>;

const byStart = (a: Call, b: Call): number => a.startedAtMs - b.startedAtMs;

/** All calls of the state, oldest first. */
export const allCalls = ({ calls }: Calls): readonly Call[] => Object.values(calls).sort(byStart);

/** Incoming calls that wait for the user, oldest first. */
export const ringingCalls = (state: Calls): readonly Call[] =>
  allCalls(state).filter((call) => call.phase === 'ringing');

/** Calls that are not over: inviting, ringing, connecting or connected. */
export const ongoingCalls = (state: Calls): readonly Call[] =>
  allCalls(state).filter((call) => call.phase !== 'ended');

const isTaken = (call: Call): boolean =>
  call.phase === 'inviting' || call.phase === 'connecting' || call.phase === 'connected';

const isOnHold = (call: Call): boolean => call.hold.local;

/** The call the user is busy with: the newest one that is not on hold; else the newest on hold. */
export function activeCall(state: Calls): Call | null {
  const taken = allCalls(state).filter(isTaken);
  const talking = taken.filter((call) => !isOnHold(call));
  return talking[talking.length - 1] ?? taken[taken.length - 1] ?? null;
}

/** The ringing call that a shortcut or the tray answers: the most important, then the oldest. */
export function mostPressingRingingCall(state: Calls): Call | null {
  const weight = { Emergency: 0, Urgent: 1, Normal: 2 } as const;
  const [first] = [...ringingCalls(state)].sort(
    (a, b) => weight[a.importance] - weight[b.importance],
  );
  return first ?? null;
}

/** A further call comes in beside another one. */
export const isInCall = (state: Calls): boolean => ongoingCalls(state).length > 0;

type Conversations = Pick<AppState, 'conversations' | 'calls'>;

/** The calls of one conversation that are in the state, oldest first. */
export const callsOf = (state: Calls, conversationId: string): readonly Call[] =>
  allCalls(state).filter((call) => call.conversationId === conversationId);

/** When something last happened in a conversation that the user would look for. */
const lastMomentOf = ({ messages, startedAtMs, endedAtMs }: Conversation): number =>
  Math.max(startedAtMs, endedAtMs ?? 0, messages[messages.length - 1]?.sentAtMs ?? 0);

/** The conversations that are worth a line in a list, the latest first. */
export const listedConversations = (state: Conversations): readonly Conversation[] =>
  Object.values(state.conversations)
    .filter((each) => isMoreThanCall(each) || callsOf(state, each.id).length > 0)
    .sort((one, other) => lastMomentOf(other) - lastMomentOf(one));

/** Messages that the user has not seen, of all conversations. */
export const unreadMessages = ({ conversations }: Pick<AppState, 'conversations'>): number =>
  Object.values(conversations).reduce((sum, { unread }) => sum + unread, 0);

/** What the user has not seen yet, for badge and tray: messages, and calls and invitations missed. */
export const unseen = (
  state: Pick<AppState, 'conversations' | 'missed'>,
): { readonly messages: number; readonly missed: number } => ({
  messages: unreadMessages(state),
  missed: state.missed.length,
});

/** The user wants to be left alone now. */
export const alertsPaused = (
  { alertsPausedUntil }: Pick<AppState, 'alertsPausedUntil'>,
  nowMs: number,
): boolean => alertsPausedUntil !== null && nowMs < alertsPausedUntil;
