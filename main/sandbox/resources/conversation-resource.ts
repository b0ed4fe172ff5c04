import { bridgeHref } from '../hosted/bridge-resources.ts';
import type { Conversation } from '../model/entities.ts';
import { type JsonObject, type Resource, ucwaDate } from '../model/json.ts';
import { activeModalities } from '../model/modalities.ts';
import { localSeat, otherSeats } from '../model/roster.ts';
import {
  audioVideoHref,
  conversationHref,
  invitationsHref,
  messagingHref,
  onlineMeetingHref,
  participantHref,
  phoneAudioHref,
} from './hrefs.ts';
import { mayUsePhone } from './phone-audio-resource.ts';

/** What only a leader may do to everybody else. */
function leaderLinks(conversation: Conversation): JsonObject {
  const { attendance } = conversation;
  if (attendance?.role !== 'Leader') return {};
  const self = conversationHref(conversation);
  const { audienceMuteLock, audienceMessaging } = attendance.meeting;
  const muteLock = audienceMuteLock ? 'disableAudienceMuteLock' : 'enableAudienceMuteLock';
  const messages = audienceMessaging ? 'disableAudienceMessaging' : 'enableAudienceMessaging';
  return {
    lobby: { href: `${self}/lobby` },
    [muteLock]: { href: `${self}/${muteLock}` },
    [messages]: { href: `${messagingHref(conversation)}/${messages}` },
  };
}

function meetingLinks(conversation: Conversation): JsonObject {
  if (conversation.state !== 'Conferenced') return {};
  const self = conversationHref(conversation);
  return {
    onlineMeeting: { href: onlineMeetingHref(conversation) },
    leaders: { href: `${self}/leaders` },
    attendees: { href: `${self}/attendees` },
    ...leaderLinks(conversation),
  };
}

function bridgeLink(conversation: Conversation): JsonObject {
  if (conversation.bridge === undefined) return {};
  return { conversationBridge: { href: bridgeHref(conversation) } };
}

function addParticipantLink(conversation: Conversation): JsonObject {
  const { state, application, id } = conversation;
  if (state !== 'Connected' && state !== 'Conferenced') return {};
  return {
    addParticipant: { href: invitationsHref(application, 'participant', { conversation: id }) },
  };
}

/** There for whoever has a telephone to use, and while one is used. */
function phoneAudioLink(conversation: Conversation): JsonObject {
  const { application, phoneAudio } = conversation;
  const isThere = mayUsePhone(application) || phoneAudio.state !== 'Disconnected';
  return isThere ? { phoneAudio: { href: phoneAudioHref(conversation) } } : {};
}

/** The user's own view of a conversation with one person or of a meeting. */
export function conversationResource(conversation: Conversation): Resource {
  const self = conversationHref(conversation);
  const meeting = conversation.attendance?.meeting;
  return {
    rel: 'conversation',
    state: conversation.state,
    importance: conversation.importance,
    subject: conversation.subject,
    threadId: conversation.threadId,
    activeModalities: activeModalities(conversation),
    audienceMessaging: (meeting?.audienceMessaging ?? true) ? 'Enabled' : 'Disabled',
    audienceMute: (meeting?.audienceMuteLock ?? false) ? 'Enabled' : 'Disabled',
    created: ucwaDate(conversation.createdMs),
    expirationTime: ucwaDate(conversation.createdMs + 24 * 3_600_000),
    participantCount: otherSeats(conversation).filter(({ inLobby }) => !inLobby).length + 1,
    readLocally: conversation.readLocally,
    recording: false,
    ...(conversation.application.dialect === 'hosted' ? { onlineMeetingLobbyStatus: 'None' } : {}),
    _links: {
      self: { href: self },
      audioVideo: { href: audioVideoHref(conversation) },
      messaging: { href: messagingHref(conversation) },
      ...phoneAudioLink(conversation),
      participants: { href: `${self}/participants` },
      userAcknowledged: { href: `${self}/userAcknowledged` },
      localParticipant: { href: participantHref(conversation, localSeat(conversation).id) },
      ...bridgeLink(conversation),
      ...addParticipantLink(conversation),
      ...meetingLinks(conversation),
    },
  };
}
