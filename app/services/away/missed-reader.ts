import type { AppState } from '../../domain/app-state.ts';
import type { AwayItem, MissedCounts } from '../../domain/away.ts';
import type { Logger } from '../../ports/logger.ts';
import { follow } from '../../ucwa/follow/follow.ts';
import { known } from '../../ucwa/follow/known-resource.ts';
import { readEmbedded } from '../../ucwa/follow/read-resource.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { UcwaApplication } from '../../ucwa/ucwa-application.ts';
import { type ConversationLog, logId, readConversationLogs } from '../history/conversation-logs.ts';
import { personRef } from '../people/person-ref.ts';

/** How many of the newest logs are looked at. */
const maxLogs = 20;

/** Reads what the server counts as missed; null when it does not say. */
export async function readMissedCounts(
  { client, communication }: UcwaApplication,
  logger: Logger,
): Promise<MissedCounts | null> {
  if (link(communication, 'missedItems') === null) return null;
  try {
    const { values } = await follow(client, known('communication', communication), 'missedItems');
    const { missedConversationsCount, unreadMissedConversationsCount } = values;
    return {
      conversations: unreadMissedConversationsCount ?? missedConversationsCount ?? 0,
      voicemails: values.unreadVoicemailsCount ?? 0,
    };
  } catch (error) {
    logger.info('The missed items could not be read', { error });
    return null;
  }
}

/**
 * What the user missed since `fromMs`, where the server offers conversation logs; what cannot be
 * read is left out, as the server's counts will show.
 */
export async function readMissedSince(
  application: UcwaApplication,
  fromMs: number,
  people: AppState['people'],
  logger: Logger,
): Promise<readonly AwayItem[]> {
  const logs = await readConversationLogs(application, maxLogs, logger);
  return logs.flatMap((log) => toItem(log, fromMs, people) ?? []);
}

const kinds: ReadonlyMap<string, AwayItem['kind']> = new Map<string, AwayItem['kind']>([
  ['AudioLog', 'call'],
  ['VideoLog', 'videoCall'],
  ['ConferenceLog', 'meeting'],
  ['AppSharingLog', 'meeting'],
]);

/** Null for a log of something else, or of before. */
function toItem(log: ConversationLog, fromMs: number, people: AppState['people']): AwayItem | null {
  const { creationTime, direction, previewMessage, status, subject, type } = log.values;
  const isMissed = status === 'Missed' && direction !== 'Outgoing';
  if (!isMissed || creationTime === null || creationTime < fromMs) return null;
  const [from] = readEmbedded(log, 'conversationLogRecipient');
  const { sipUri = null, displayName = null } = from?.values ?? {};
  return {
    id: logId(log),
    kind: kinds.get(type ?? '') ?? 'message',
    from: personRef(sipUri, displayName, people),
    atMs: creationTime,
    subject: subject ?? '',
    importance: 'Normal',
    preview: previewMessage ?? '',
  };
}
