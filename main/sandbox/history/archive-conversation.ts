import { communicationSender, publish } from '../events/publish.ts';
import type { ConversationLog } from '../model/conversation-log.ts';
import type { Application, Conversation, Invitation, Meeting } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import type { Text } from '../model/text.ts';
import type { Account, Peer } from '../model/user-account.ts';
import { missedItemsHref } from '../resources/hrefs.ts';

/** Why an invitation that nobody took counts as missed. */
const missedFor = ['Missed', 'Canceled', 'Timeout', 'Busy', 'DoNotDisturb', 'Unreachable'];

/** Says that the number of missed items changed. */
export function publishMissedItems(application: Application): void {
  publish(application, communicationSender(application), {
    type: 'updated',
    rel: 'missedItems',
    href: missedItemsHref(application),
  });
}

function invitationsOf(conversation: Conversation): readonly Invitation[] {
  return [...conversation.application.invitations.values()].filter(
    (invitation) => invitation.conversation === conversation,
  );
}

function modalitiesOf({ messaging, audioVideo }: Conversation): readonly string[] {
  const wrote = messaging.messages.size > 0 || messaging.negotiatedMessageFormats.length > 0;
  const used = [...(wrote ? ['Messaging'] : []), ...audioVideo.modalities];
  return used.length === 0 ? ['Messaging'] : used;
}

/** The meeting that the user took part in, or was asked into. */
function meetingOf(conversation: Conversation): Meeting | undefined {
  const asked = invitationsOf(conversation).find(({ meeting }) => meeting !== undefined);
  return conversation.attendance?.meeting ?? asked?.meeting;
}

function recipientsOf(conversation: Conversation): ConversationLog['recipients'] {
  const { attendance, peer } = conversation;
  if (attendance === undefined) return [{ uri: peer.uri, name: peer.name }];
  return [...attendance.meeting.attendances.values()]
    .filter((other) => other.account !== attendance.account)
    .map(({ account }) => ({ uri: account.user.uri, name: account.user.name }));
}

/** The message that came with an invitation nobody took. */
function unheard(
  { uri }: Pick<Peer, 'uri'>,
  message: Text | undefined,
  timeMs: number,
): ConversationLog['transcripts'] {
  return message === undefined ? [] : [{ id: '1', timeMs, uri, ...message }];
}

function transcriptsOf(
  conversation: Conversation,
  missed: boolean,
): ConversationLog['transcripts'] {
  if (missed) {
    const invited = invitationsOf(conversation).find(({ message }) => message !== undefined);
    const { nowMs } = conversation.application.account.logs;
    return unheard(conversation.peer, invited?.message, nowMs());
  }
  return [...conversation.messaging.messages.values()].map(({ id, timeMs, from, format, text }) => {
    return { id, timeMs, uri: from.uri, format, text };
  });
}

/** Keeps a conversation; one that was on several endpoints is kept once. */
function keep(
  conversation: Conversation,
  direction: ConversationLog['direction'],
  missed: boolean,
): void {
  const { threadId, createdMs, importance, subject, application } = conversation;
  const { logs } = application.account;
  const modalities = modalitiesOf(conversation);
  const transcripts = transcriptsOf(conversation, missed);
  // The same talk on another endpoint: its entry was made after this conversation had begun.
  const same = logs.all.find((log) => log.threadId === threadId && log.creationMs >= createdMs);
  if (same !== undefined) {
    if (!missed) same.status = 'Archived';
    same.modalities = [...new Set([...same.modalities, ...modalities])];
    if (transcripts.length > same.transcripts.length) same.transcripts = transcripts;
    return;
  }
  logs.add({
    id: hexId(),
    creationMs: logs.nowMs(),
    direction,
    importance,
    subject,
    threadId,
    onlineMeetingUri: meetingOf(conversation)?.uri,
    recipients: recipientsOf(conversation),
    status: missed ? 'Missed' : 'Archived',
    modalities,
    transcripts,
    read: !missed,
  });
}

/**
 * Takes a conversation that is over from its endpoint to the user's history. One that another
 * endpoint took leaves nothing here.
 */
export function archiveConversation(conversation: Conversation): void {
  const { application } = conversation;
  application.conversations.delete(conversation.id);
  const invitations = invitationsOf(conversation);
  const subcode = invitations.at(-1)?.outcome?.reason?.subcode ?? '';
  if (subcode === 'ConnectedElsewhere') return;
  const direction = invitations[0]?.direction ?? 'Outgoing';
  const missed = direction === 'Incoming' && !conversation.joined && missedFor.includes(subcode);
  if (missed || application.conversationHistory === 'Enabled')
    keep(conversation, direction, missed);
  if (missed) publishMissedItems(application);
}

/** Keeps that somebody tried to reach a user who had no endpoint for it. */
export function archiveMissed(
  account: Account,
  caller: Pick<Peer, 'uri' | 'name'>,
  details: Pick<ConversationLog, 'importance' | 'subject' | 'threadId' | 'modalities'>,
  about: { readonly message?: Text | undefined; readonly meeting?: Meeting } = {},
): void {
  const { logs } = account;
  logs.add({
    id: hexId(),
    creationMs: logs.nowMs(),
    direction: 'Incoming',
    ...details,
    onlineMeetingUri: about.meeting?.uri,
    recipients: [{ uri: caller.uri, name: caller.name }],
    status: 'Missed',
    transcripts: unheard(caller, about.message, logs.nowMs()),
    read: false,
  });
}
