import { follow } from '../../ucwa/follow/follow.ts';
import { known } from '../../ucwa/follow/known-resource.ts';
import { requireLink } from '../../ucwa/hypermedia/links.ts';
import type { ConversationContext } from './conversation-context.ts';
import type { ConversationRecord } from './conversation-record.ts';

/**
 * Tells the meeting that the user is muted, so that everybody sees it, or takes a mute back.
 * @throws UcwaError 'missing-link' when the meeting does not let the user
 */
export async function setOwnAudioMuted(
  { server }: ConversationContext,
  { conversation }: ConversationRecord,
  muted: boolean,
): Promise<void> {
  if (conversation === null) return;
  const { client } = server.require();
  const me = await client.get(requireLink(conversation, 'localParticipant').href);
  const audio = await client.get(requireLink(me, 'participantAudio').href);
  await follow(client, known('participantAudio', audio), muted ? 'muteAudio' : 'unmuteAudio');
}
