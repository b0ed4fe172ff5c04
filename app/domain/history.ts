import type { Call, RecentCall } from './call.ts';

/** How many ended calls are kept in the state. */
export const maxRecents = 200;

/** The line of the history for a call that is over; null while it goes on. */
export function recentCallOf(call: Call): RecentCall | null {
  if (call.outcome === null || call.endedAtMs === null) return null;
  return {
    id: call.id,
    kind: call.kind,
    direction: call.direction,
    remote: call.remote,
    modality: call.modality,
    importance: call.importance,
    subject: call.subject,
    threadId: call.invitation?.threadId ?? null,
    startedAtMs: call.startedAtMs,
    durationMs: call.connectedAtMs === null ? null : call.endedAtMs - call.connectedAtMs,
    outcome: call.outcome,
  };
}

/** The history with `recent` on top, the oldest line dropped when it grows too long. */
export function addRecent(
  recents: readonly RecentCall[],
  recent: RecentCall,
): readonly RecentCall[] {
  return [recent, ...recents].slice(0, maxRecents);
}
