import type { AppState } from '../../domain/app-state.ts';
import type { CallOutcome } from '../../domain/call-outcome.ts';
import type { Recent } from '../../domain/history.ts';
import { importances } from '../../domain/importance.ts';
import { readEmbedded } from '../../ucwa/follow/read-resource.ts';
import { personRef } from '../people/person-ref.ts';
import { type ConversationLog, logId } from './conversation-logs.ts';

/** A line of the history for what the server remembers; null where it does not say when it was. */
export function rememberedLine(log: ConversationLog, people: AppState['people']): Recent | null {
  const { creationTime, direction, importance, onlineMeetingUri, status, subject, threadId, type } =
    log.values;
  if (creationTime === null) return null;
  const [with_, ...more] = readEmbedded(log, 'conversationLogRecipient');
  const { sipUri = null, displayName = null } = with_?.values ?? {};
  const remote = personRef(sipUri, displayName, people);
  const isMissed = status === 'Missed' && direction !== 'Outgoing';
  const outcome: CallOutcome = isMissed ? { kind: 'missed' } : { kind: 'answered' };
  const line = {
    ...({ id: `log:${logId(log)}`, source: 'server', conversationId: null } as const),
    direction: direction === 'Outgoing' ? 'Outgoing' : 'Incoming',
    importance: importances.find((each) => each === importance) ?? 'Normal',
    subject: subject ?? '',
    threadId,
    onlineMeetingUri,
    startedAtMs: creationTime,
    durationMs: null,
    outcome,
  } as const;
  const isMeeting = type === 'ConferenceLog' || onlineMeetingUri !== null || more.length > 0;
  if (isMeeting) return { ...line, type: 'meeting', remote: remote.uri === '' ? null : remote };
  if (type === 'AudioLog' || type === 'VideoLog') {
    const modality = type === 'VideoLog' ? 'audioVideo' : 'audio';
    return { ...line, type: 'call', kind: 'direct', remote, modality };
  }
  return { ...line, type: 'chat', remote: remote.uri === '' ? null : remote };
}
