import type { Logger } from '../../ports/logger.ts';
import { follow } from '../../ucwa/follow/follow.ts';
import { known } from '../../ucwa/follow/known-resource.ts';
import { type ReadResource, readEmbedded, readResource } from '../../ucwa/follow/read-resource.ts';
import { hrefKey } from '../../ucwa/hypermedia/href.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { UcwaApplication } from '../../ucwa/ucwa-application.ts';

/** What the server keeps of a conversation that is over. */
export type ConversationLog = ReadResource<'conversationLog'>;

/** The newest conversations that the server remembers; none where it offers none, or they cannot be read. */
export async function readConversationLogs(
  { client, communication }: UcwaApplication,
  limit: number,
  logger: Logger,
): Promise<readonly ConversationLog[]> {
  if (link(communication, 'conversationLogs') === null) return [];
  try {
    const from = known('communication', communication);
    const list = await follow(client, from, 'conversationLogs', { limit });
    const embedded = readEmbedded(list, 'conversationLog');
    const isEmbedded = new Set(
      embedded.flatMap(({ href }) => (href === null ? [] : hrefKey(href))),
    );
    const links = list.resource.links.conversationLog ?? [];
    const missing = links.filter(({ href }) => !isEmbedded.has(hrefKey(href)));
    const read = missing.slice(0, limit).map(async ({ href }) => {
      try {
        return readResource('conversationLog', await client.get(href));
      } catch (error) {
        logger.info('A conversation log could not be read', { error });
        return null;
      }
    });
    return [...embedded, ...(await Promise.all(read)).filter((log) => log !== null)];
  } catch (error) {
    logger.info('The conversation logs could not be read', { error });
    return [];
  }
}

/**
 * Names a log in the state: its address is different in each application, and is not to leave the
 * services.
 */
export const logId = ({ href, values }: ConversationLog): string =>
  `${values.threadId ?? href?.split('/').pop()}@${values.creationTime}`;
