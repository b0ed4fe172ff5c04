import type { Conversation, ConversationBridge } from '../model/entities.ts';
import type { Resource } from '../model/json.ts';
import type { BridgedParticipant } from '../model/seat.ts';
import { conversationHref } from '../resources/hrefs.ts';

export function bridgeHref(conversation: Conversation): string {
  return `${conversationHref(conversation)}/conversationBridge`;
}

function bridgedParticipantsHref(conversation: Conversation): string {
  return `${bridgeHref(conversation)}/bridgedParticipants`;
}

export function bridgedParticipantHref(
  conversation: Conversation,
  { uri }: Pick<BridgedParticipant, 'uri'>,
): string {
  const address = encodeURIComponent(uri.replace(/^sip:/i, '')).replace(/%40/g, '@');
  return `${bridgedParticipantsHref(conversation)}/${address}`;
}

export function bridgeResource(conversation: Conversation, bridge: ConversationBridge): Resource {
  return {
    rel: 'conversationBridge',
    onlineMeetingUri: bridge.meeting.uri,
    etag: bridge.etag,
    _links: {
      self: { href: bridgeHref(conversation) },
      bridgedParticipants: { href: bridgedParticipantsHref(conversation) },
    },
  };
}

export function bridgedParticipantResource(
  conversation: Conversation,
  participant: BridgedParticipant,
): Resource {
  return {
    rel: 'bridgedParticipant',
    ...participant,
    _links: { self: { href: bridgedParticipantHref(conversation, participant) } },
  };
}

export function bridgedParticipantsResource(
  conversation: Conversation,
  bridge: ConversationBridge,
): Resource {
  const bridgedParticipant = [...bridge.participants.values()].map((participant) =>
    bridgedParticipantResource(conversation, participant),
  );
  return {
    rel: 'bridgedParticipants',
    _links: { self: { href: bridgedParticipantsHref(conversation) } },
    _embedded: { bridgedParticipant },
  };
}
