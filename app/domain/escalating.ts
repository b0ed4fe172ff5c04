import type { AppState } from './app-state.ts';
import { type CurrentAlert, callAlertId } from './current-alerts.ts';
import type { Unacknowledged } from './unacknowledged.ts';

const nobody = { uri: '', name: '' };

/** What begins to wait for somebody to acknowledge it; null for an alert that does not. */
export function unacknowledgedOf(alert: CurrentAlert, nowMs: number): Unacknowledged | null {
  const { id, importance, plan, subject } = alert;
  if (!plan.acknowledge) return null;
  const common = { id, importance, sinceMs: nowMs, stage: 'waiting', told: null } as const;
  switch (subject.type) {
    case 'call': {
      const { conversationId, remote, subject: about } = subject.call;
      return { ...common, kind: 'call', conversationId, from: remote, subject: about };
    }
    case 'meeting':
    case 'message': {
      const { id: conversationId, remote, subject: about } = subject.conversation;
      const from = remote ?? nobody;
      return { ...common, kind: subject.type, conversationId, from, subject: about };
    }
    case 'unacknowledged':
    case 'trial':
      return null;
  }
}

type Known = Pick<AppState, 'calls' | 'conversations' | 'recents'>;

/**
 * Nobody has to acknowledge it any more: it was answered, declined or read, here or elsewhere, or the
 * user saw it and it is over. What was missed waits on.
 */
export function isSettled(known: Known, item: Unacknowledged): boolean {
  if (item.kind === 'call') return isCallSettled(known, item);
  const conversation = known.conversations[item.conversationId];
  if (conversation === undefined) return item.stage === 'seen';
  const { can, invitation, state, unread } = conversation;
  if (can.accept || unread > 0) return false;
  const outcome = invitation?.outcome ?? null;
  const isMissed = outcome === null ? state === 'Ended' : outcome.kind === 'missed';
  return item.stage === 'seen' || item.kind === 'message' || !isMissed;
}

function isCallSettled({ calls, recents }: Known, item: Unacknowledged): boolean {
  const call = Object.values(calls).find(({ id }) => callAlertId(id) === item.id);
  if (call !== undefined && call.phase === 'ringing') return false;
  const line = recents.find(({ id }) => callAlertId(id) === item.id);
  const outcome = call?.outcome ?? line?.outcome ?? null;
  const isMissed = outcome?.kind === 'missed';
  return (
    item.stage === 'seen' || (outcome !== null && !isMissed) || (call?.phase ?? 'ended') !== 'ended'
  );
}
