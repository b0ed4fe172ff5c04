import {
  type Conversation,
  type ConversationActions,
  noConversationActions,
} from '../../domain/conversation.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import type { ConversationRecord } from './conversation-record.ts';

/** States of a conversation that the user is not in. */
const neverJoined: ReadonlySet<Conversation['state']> = new Set([
  'Connecting',
  'Incoming',
  'Conferencing',
  'InLobby',
  'Disconnected',
]);

/** What can be done with a conversation now: what the server offers, and what needs no server. */
export function allowedActions(
  record: ConversationRecord,
  conversation: Conversation,
): ConversationActions {
  const { state, remote, onlineMeetingUri, invitation, messaging } = conversation;
  const isOpen =
    invitation?.direction === 'Incoming' && invitation.outcome === null && !record.accepted;
  if (isOpen) {
    return {
      ...noConversationActions,
      accept: offers(record.invitation, 'accept'),
      decline: offers(record.invitation, 'decline'),
    };
  }
  const cameToNothing = invitation?.outcome != null && invitation.outcome.kind !== 'answered';
  const isOver = state === 'Ended' || (cameToNothing && neverJoined.has(state));
  const isOwnMeeting = invitation?.kind === 'onlineMeeting' && invitation.direction === 'Outgoing';
  const isKnown =
    isOwnMeeting || onlineMeetingUri !== null || (remote !== null && remote.uri !== '');
  const retry = isOver && isKnown;
  const send =
    offers(record.messaging, 'sendMessage') ||
    offers(record.messaging, 'addMessaging') ||
    (messaging === 'Connecting' && state !== 'Ended') ||
    (state === 'Connecting' && invitation?.kind === 'messaging' && invitation.outcome === null) ||
    (retry && onlineMeetingUri === null && !isOwnMeeting);
  return {
    ...noConversationActions,
    send,
    addParticipant: offers(record.conversation, 'addParticipant'),
    retry,
    call: offers(record.audioVideo, 'addAudio') || offers(record.audioVideo, 'addAudioVideo'),
    videoCall: offers(record.audioVideo, 'addAudioVideo'),
    callOnPhone: remote !== null && remote.uri !== '' && offers(record.phoneAudio, 'addPhoneAudio'),
    leave: state !== 'Ended',
    ...ofRoster(conversation),
    setAudienceMute: offersOneOf(record, 'enableAudienceMuteLock', 'disableAudienceMuteLock'),
    setAudienceMessaging: offersOneOf(
      record,
      'enableAudienceMessaging',
      'disableAudienceMessaging',
    ),
  };
}

/** What can be done with everybody at once: what can be done with one of them. */
function ofRoster({ participants, lobby }: Conversation) {
  const canEnd = participants.every(({ can, organizer }) => can.eject || organizer);
  return {
    end: participants.some(({ can }) => can.eject) && canEnd,
    muteAll: participants.some(({ can }) => can.mute),
    admitAll: lobby.some(({ can }) => can.admit),
    rejectAll: lobby.some(({ can }) => can.reject),
  };
}

const offersOneOf = ({ conversation }: ConversationRecord, ...rels: readonly string[]): boolean =>
  rels.some((rel) => offers(conversation, rel));

const offers = (resource: Resource | null, rel: string): boolean =>
  resource !== null && link(resource, rel) !== null;
