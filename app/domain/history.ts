import type { CallModality } from '../ports/media-engine.ts';
import type { Call, CallKind } from './call.ts';
import type { CallOutcome } from './call-outcome.ts';
import type { Conversation } from './conversation.ts';
import { isMeeting, isMoreThanCall } from './conversation-kind.ts';
import { outcomeOfConversation } from './conversation-outcome.ts';
import type { Importance } from './importance.ts';
import { type PersonRef, personKey } from './person.ts';

/** How many lines of the history are kept in the state. */
export const maxRecents = 200;
/** Servers note a conversation when it begins or when it ends, by their own clock. */
const sameTalkMs = 2 * 60_000;

/** What every line of the history says. */
interface RecentLine {
  readonly id: string;
  /** Who tells: Parley had a part in it, or the server remembers it. */
  readonly source: 'parley' | 'server';
  /** The conversation that it was; it may be gone from the state. Null for what the server remembers. */
  readonly conversationId: string | null;
  readonly direction: 'Incoming' | 'Outgoing';
  readonly importance: Importance;
  readonly subject: string;
  /** Continues the conversation when given to another one; null when the server told none. */
  readonly threadId: string | null;
  /** Of a meeting: its address. */
  readonly onlineMeetingUri: string | null;
  readonly startedAtMs: number;
  /** Null when nobody came together in it, or nobody knows how long. */
  readonly durationMs: number | null;
  readonly outcome: CallOutcome;
}

/** A call, also the sound of a meeting. */
export interface RecentCall extends RecentLine {
  readonly type: 'call';
  readonly kind: CallKind;
  readonly remote: PersonRef;
  readonly modality: CallModality;
}

/** A chat, or a meeting that the user was in without a call or was asked into. */
export interface RecentConversation extends RecentLine {
  readonly type: 'chat' | 'meeting';
  /** Null where nobody is known whom it was with. */
  readonly remote: PersonRef | null;
}

/** A line of the history. */
export type Recent = RecentCall | RecentConversation;

/**
 * The line for a call that is over; null while it goes on.
 * @param onlineMeetingUri the address of the meeting that it was in
 */
export function recentCallOf(call: Call, onlineMeetingUri: string | null): RecentCall | null {
  if (call.outcome === null || call.endedAtMs === null) return null;
  return {
    type: 'call',
    id: call.id,
    source: 'parley',
    conversationId: call.conversationId,
    kind: call.kind,
    direction: call.direction,
    remote: call.remote,
    modality: call.modality,
    importance: call.importance,
    subject: call.subject,
    threadId: call.invitation?.threadId ?? null,
    onlineMeetingUri,
    startedAtMs: call.startedAtMs,
    durationMs: call.connectedAtMs === null ? null : call.endedAtMs - call.connectedAtMs,
    outcome: call.outcome,
  };
}

/** The line for a chat or a meeting that is over; null while it goes on, and for a mere call. */
export function recentConversationOf(conversation: Conversation): RecentConversation | null {
  const { id, connectedAtMs, endedAtMs, invitation, meeting } = conversation;
  if (endedAtMs === null || conversation.state !== 'Ended') return null;
  if (!isMoreThanCall(conversation)) return null;
  return {
    type: isMeeting(conversation) ? 'meeting' : 'chat',
    id: `conversation:${id}`,
    source: 'parley',
    conversationId: id,
    direction: invitation?.direction ?? 'Outgoing',
    remote: conversation.remote ?? meeting?.organizer ?? null,
    importance: conversation.importance,
    subject: conversation.subject,
    threadId: conversation.threadId,
    onlineMeetingUri: conversation.onlineMeetingUri,
    startedAtMs: conversation.startedAtMs,
    durationMs: connectedAtMs === null ? null : endedAtMs - connectedAtMs,
    outcome: outcomeOfConversation(conversation),
  };
}

/**
 * The history with `recent` on top, the oldest line dropped when it grows too long. A chat that was
 * taken up again has one line, its last.
 */
export function addRecent(recents: readonly Recent[], recent: Recent): readonly Recent[] {
  const others = recents.filter(({ id }) => id !== recent.id);
  return [recent, ...others].slice(0, maxRecents);
}

/** The history with what the server remembers: newest first, nothing twice. */
export function mergeRemembered(
  recents: readonly Recent[],
  remembered: readonly Recent[],
): readonly Recent[] {
  const own = recents.filter(({ source }) => source === 'parley');
  const isNew = (line: Recent): boolean => !own.some((each) => isSameTalk(each, line));
  return [...own, ...remembered.filter(isNew)]
    .sort((one, other) => other.startedAtMs - one.startedAtMs)
    .slice(0, maxRecents);
}

/** What the server notes is one talk with one person, whether there was sound in it or not. */
function isSameTalk(own: Recent, remembered: Recent): boolean {
  const from = own.startedAtMs - sameTalkMs;
  const to = own.startedAtMs + (own.durationMs ?? 0) + sameTalkMs;
  if (remembered.startedAtMs < from || remembered.startedAtMs > to) return false;
  if (own.threadId !== null && own.threadId === remembered.threadId) return true;
  const { onlineMeetingUri } = own;
  if (onlineMeetingUri !== null && remembered.onlineMeetingUri !== null) {
    return onlineMeetingUri.toLowerCase() === remembered.onlineMeetingUri.toLowerCase();
  }
  const [one, other] = [own.remote?.uri ?? '', remembered.remote?.uri ?? ''];
  return one !== '' && other !== '' && personKey(one) === personKey(other);
}
