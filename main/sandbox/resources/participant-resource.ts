import type { Conversation } from '../model/entities.ts';
import type { Resource } from '../model/json.ts';
import { audioVideoActive, messagingActive } from '../model/modalities.ts';
import { accountHref, contactHref, conversationHref, meHref, participantHref } from './hrefs.ts';

function modalityLinks(conversation: Conversation, self: string): Record<string, { href: string }> {
  return {
    ...(messagingActive(conversation)
      ? { participantMessaging: { href: `${self}/participantMessaging` } }
      : {}),
    ...(audioVideoActive(conversation, 'Audio')
      ? { participantAudio: { href: `${self}/participantAudio` } }
      : {}),
    ...(audioVideoActive(conversation, 'Video')
      ? { participantVideo: { href: `${self}/participantVideo` } }
      : {}),
  };
}

/** The other person in a conversation. */
export function remoteParticipant(conversation: Conversation, rel = 'participant'): Resource {
  const self = participantHref(conversation, conversation.remoteParticipantId);
  const { peer, application } = conversation;
  const contact = contactHref(application, peer.uri);
  return {
    rel,
    name: peer.name,
    uri: peer.uri,
    anonymous: false,
    inLobby: false,
    local: false,
    organizer: false,
    role: 'Unknown',
    sourceNetwork: peer.account === undefined ? 'Everyone' : 'SameEnterprise',
    workPhoneNumber: peer.account?.user.workPhoneNumber,
    _links: {
      self: { href: self },
      conversation: { href: conversationHref(conversation) },
      contact: { href: contact },
      contactPresence: { href: `${contact}/contactPresence` },
      contactPhoto: { href: `${contact}/contactPhoto` },
      ...modalityLinks(conversation, self),
    },
  };
}

/** The user in a conversation. */
export function localParticipant(conversation: Conversation): Resource {
  const self = participantHref(conversation, conversation.localParticipantId);
  const { application } = conversation;
  const { user } = application.account;
  return {
    rel: 'localParticipant',
    name: user.name,
    uri: user.uri,
    anonymous: false,
    inLobby: false,
    local: true,
    organizer: false,
    role: 'Unknown',
    sourceNetwork: 'SameEnterprise',
    workPhoneNumber: user.workPhoneNumber,
    _links: {
      self: { href: self },
      conversation: { href: conversationHref(conversation) },
      contact: { href: accountHref(application, application.account) },
      me: { href: meHref(application) },
      ...modalityLinks(conversation, self),
    },
  };
}

export type ParticipantModality = 'participantAudio' | 'participantVideo' | 'participantMessaging';

/** One medium of one participant. */
export function participantModality(
  conversation: Conversation,
  participantId: string,
  rel: ParticipantModality,
): Resource {
  const participant = participantHref(conversation, participantId);
  const common = { self: { href: `${participant}/${rel}` }, participant: { href: participant } };
  if (rel === 'participantAudio')
    return { rel, audioDirection: 'SendReceive', audioMuted: false, _links: common };
  if (rel === 'participantVideo')
    return { rel, videoDirection: 'SendReceive', videoMuted: false, _links: common };
  return { rel, _links: common };
}
