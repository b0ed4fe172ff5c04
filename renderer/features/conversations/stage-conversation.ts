import type { AppState } from '../../../app/domain/app-state.ts';
import type { Call } from '../../../app/domain/call.ts';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { stageCall } from '../calls/stage.ts';

type State = Pick<AppState, 'calls' | 'conversations'>;

/** What was chosen for the stage, see the view's state. */
export interface StageChoice {
  readonly selectedCallId: string | null;
  readonly selectedConversationId: string | null;
  readonly visited: readonly string[];
}

/** The conversation on the stage with its call. */
export interface Stage {
  readonly conversationId: string;
  /** Null for a moment at most: a call whose conversation is not known, or not any more. */
  readonly conversation: Conversation | null;
  readonly call: Call | null;
}

/** The call that a conversation shows: the one that goes on, else one that has ended. */
export function callIn({ calls }: Pick<AppState, 'calls'>, conversationId: string): Call | null {
  const own = Object.entries(calls).filter(([, call]) => call.conversationId === conversationId);
  return stageCall({ calls: Object.fromEntries(own) }, null);
}

/**
 * What is on the stage: the conversation that the user chose last, else that of the call chosen or
 * going on, else the one looked at last that is still there.
 */
export function stageOf(state: State, choice: StageChoice): Stage | null {
  const { selectedCallId, selectedConversationId, visited } = choice;
  const isThere = (id: string): boolean => state.conversations[id] !== undefined;
  const chosen = selectedConversationId;
  if (selectedCallId === null && chosen !== null && isThere(chosen)) return stageAt(state, chosen);
  const call = stageCall(state, selectedCallId);
  if (call !== null) return { ...stageAt(state, call.conversationId), call };
  const last = [...visited].reverse().find(isThere);
  return last === undefined ? null : stageAt(state, last);
}

const stageAt = (state: State, conversationId: string): Stage => ({
  conversationId,
  conversation: state.conversations[conversationId] ?? null,
  call: callIn(state, conversationId),
});
