import { hostedCallAnswers, hostedChatAnswers } from '../hosted/hosted-answers.ts';
import type { Conversation, Invitation } from '../model/entities.ts';
import { participantId } from '../model/ids.ts';
import type { JsonObject, Resource } from '../model/json.ts';
import { localSeat, peerSeat, seatIn } from '../model/roster.ts';
import type { Seat } from '../model/seat.ts';
import { textDataUri } from '../sdp/data-uri.ts';
import { applicationResource } from './application-resource.ts';
import {
  accountHref,
  audioVideoHref,
  contactHref,
  conversationHref,
  invitationHref,
  messagingHref,
  participantHref,
  phoneAudioHref,
} from './hrefs.ts';
import { participantResource } from './participant-resource.ts';
import { mayUsePhone } from './phone-audio-resource.ts';

function sender(invitation: Invitation): Seat {
  const { conversation, direction } = invitation;
  return direction === 'Incoming' ? peerSeat(conversation) : localSeat(conversation);
}

function fromLink(invitation: Invitation): JsonObject {
  const { id, name } = sender(invitation);
  return { href: participantHref(invitation.conversation, id), title: name };
}

function toLink(invitation: Invitation): JsonObject {
  const { conversation, direction, toUri } = invitation;
  const { application } = conversation;
  if (direction === 'Incoming') {
    const called = invitation.forwardedBy ?? application.account;
    return { href: accountHref(application, called), title: called.user.name };
  }
  return { href: contactHref(application, toUri), title: invitation.toName };
}

function commonProperties(invitation: Invitation): JsonObject {
  const { conversation } = invitation;
  return {
    direction: invitation.direction,
    state: invitation.state,
    importance: conversation.importance,
    subject: conversation.subject,
    threadId: conversation.threadId,
    operationId: invitation.operationId,
    to: invitation.toUri,
    delegator: invitation.delegator?.user.uri,
  };
}

/** Whoever took the invitation: the other person, or who came into the meeting because of it. */
function acceptedBy({ conversation, derived, meeting, toUri }: Invitation): Seat | undefined {
  if (meeting === undefined) return peerSeat(derived ?? conversation);
  const attendance = meeting.attendances.get(participantId(toUri));
  return attendance === undefined ? undefined : seatIn(conversation, attendance);
}

/** The hosted service sends its application along with what comes in. */
function hostedCompany({ application }: Conversation): JsonObject {
  if (application.dialect !== 'hosted') return {};
  return { application: applicationResource(application, '', Date.now()) };
}

function embeddedPeople(invitation: Invitation): JsonObject {
  const { conversation, direction, accepted, kind } = invitation;
  if (direction === 'Incoming') {
    const from = participantResource(conversation, sender(invitation));
    return { _embedded: { ...hostedCompany(conversation), from } };
  }
  const taker = accepted && kind !== 'onlineMeeting' ? acceptedBy(invitation) : undefined;
  if (taker === undefined) return {};
  const seen = participantResource(invitation.derived ?? conversation, taker);
  return { _embedded: { acceptedByParticipant: [seen] } };
}

function diagnosticsHref(invitation: Invitation): string {
  const { conversation } = invitation;
  const own = conversation.application.account.user.uri;
  const [from, to] =
    invitation.direction === 'Incoming'
      ? [conversation.peer.uri, own]
      : [own, conversation.peer.uri];
  const query = new URLSearchParams({
    callId: invitation.id,
    fromUri: from,
    mediaType: 'Audio',
    toUri: to,
  });
  return `${audioVideoHref(conversation)}/reportMediaDiagnostics?${query.toString()}`;
}

/** In whose name it was sent, who sent it on, who took it instead. */
function peopleLinks(invitation: Invitation): JsonObject {
  const { conversation, delegator, forwardedBy, transferredBy, acceptedBy: taker } = invitation;
  const others = { forwardedBy, transferredBy, acceptedByContact: taker };
  const linked = { delegator, onBehalfOf: delegator, ...others };
  return Object.fromEntries(
    Object.entries(linked).flatMap(([rel, account]) => {
      if (account === undefined) return [];
      const href = accountHref(conversation.application, account);
      return [[rel, { href, title: account.user.name }]];
    }),
  );
}

function phoneAnswer(invitation: Invitation): JsonObject {
  if (!mayUsePhone(invitation.conversation.application)) return {};
  return { acceptWithPhoneAudio: { href: `${invitationHref(invitation)}/acceptWithPhoneAudio` } };
}

/** What a call takes the place of, and where it goes on when somebody else took it. */
function relatedCalls({ derived, replaces }: Invitation): JsonObject {
  return {
    ...(replaces === undefined ? {} : { replacesAudioVideo: { href: audioVideoHref(replaces) } }),
    ...(derived === undefined
      ? {}
      : {
          derivedConversation: { href: conversationHref(derived) },
          derivedAudioVideo: { href: audioVideoHref(derived) },
        }),
  };
}

/** An invitation to talk on the telephone: it is accepted by answering the telephone only. */
function phoneAudioInvitationResource(invitation: Invitation): Resource {
  const { conversation, direction, open, decoration } = invitation;
  const self = invitationHref(invitation);
  const incoming = direction === 'Incoming';
  return {
    rel: 'phoneAudioInvitation',
    ...commonProperties(invitation),
    phoneNumber: invitation.phoneNumber,
    privateLine: false,
    ...decoration.properties,
    _links: {
      self: { href: self },
      from: fromLink(invitation),
      to: toLink(invitation),
      conversation: { href: conversationHref(conversation) },
      phoneAudio: { href: phoneAudioHref(conversation) },
      ...peopleLinks(invitation),
      ...(open && incoming ? { decline: { href: `${self}/decline` } } : {}),
      ...(open && !incoming
        ? { cancel: { href: `${phoneAudioHref(conversation)}/terminate` } }
        : {}),
      ...decoration.links,
    },
    ...embeddedPeople(invitation),
  };
}

/** An invitation to talk, as the inviting or the invited endpoint sees it. */
function audioVideoInvitationResource(invitation: Invitation): Resource {
  const { conversation, direction, open, decoration } = invitation;
  const self = invitationHref(invitation);
  const incoming = direction === 'Incoming';
  return {
    rel: 'audioVideoInvitation',
    ...commonProperties(invitation),
    sessionContext: invitation.sessionContext,
    joinAudioMuted: invitation.joinAudioMuted,
    joinVideoMuted: invitation.joinVideoMuted,
    privateLine: false,
    bandwidthControlId: invitation.id,
    ...invitation.place,
    ...decoration.properties,
    _links: {
      self: { href: self },
      from: fromLink(invitation),
      to: toLink(invitation),
      conversation: { href: conversationHref(conversation) },
      audioVideo: { href: audioVideoHref(conversation) },
      reportMediaDiagnostics: { href: diagnosticsHref(invitation) },
      ...peopleLinks(invitation),
      ...relatedCalls(invitation),
      ...(invitation.mediaOffer !== undefined && incoming
        ? { mediaOffer: { href: invitation.mediaOffer } }
        : {}),
      ...(open && incoming
        ? {
            acceptWithAnswer: { href: `${self}/acceptWithAnswer` },
            sendProvisionalAnswer: { href: `${self}/sendProvisionalAnswer` },
            decline: { href: `${self}/decline` },
            ...phoneAnswer(invitation),
            ...hostedCallAnswers(invitation, self),
          }
        : {}),
      ...(open && !incoming
        ? { cancel: { href: `${audioVideoHref(conversation)}/terminate` } }
        : {}),
      ...decoration.links,
    },
    ...embeddedPeople(invitation),
  };
}

/** An invitation to exchange messages; an incoming one brings the first text along. */
function messagingInvitationResource(invitation: Invitation): Resource {
  const { conversation, direction, open, message, decoration } = invitation;
  const self = invitationHref(invitation);
  const incoming = direction === 'Incoming';
  return {
    rel: 'messagingInvitation',
    ...commonProperties(invitation),
    ...decoration.properties,
    _links: {
      self: { href: self },
      from: fromLink(invitation),
      to: toLink(invitation),
      conversation: { href: conversationHref(conversation) },
      messaging: { href: messagingHref(conversation) },
      ...(message !== undefined && incoming
        ? { message: { href: textDataUri(message.format, message.text) } }
        : {}),
      ...(open && incoming
        ? {
            accept: { href: `${self}/accept` },
            decline: { href: `${self}/decline` },
            ...hostedChatAnswers(invitation, self),
          }
        : {}),
      ...(open && !incoming
        ? { cancel: { href: `${messagingHref(conversation)}/terminate` } }
        : {}),
      ...decoration.links,
    },
    ...embeddedPeople(invitation),
  };
}

/** Into a meeting: the user's own joining, or somebody asking the user to come. */
function onlineMeetingInvitationResource(invitation: Invitation): Resource {
  const { conversation, direction, open, decoration } = invitation;
  const self = invitationHref(invitation);
  const incoming = direction === 'Incoming';
  return {
    rel: 'onlineMeetingInvitation',
    ...commonProperties(invitation),
    onlineMeetingUri: invitation.meeting?.uri,
    availableModalities: ['Messaging', 'Audio', 'Video'],
    ...decoration.properties,
    _links: {
      self: { href: self },
      from: fromLink(invitation),
      ...(incoming ? { to: toLink(invitation) } : {}),
      conversation: { href: conversationHref(conversation) },
      ...(open && incoming
        ? { accept: { href: `${self}/accept` }, decline: { href: `${self}/decline` } }
        : {}),
      ...(open && !incoming ? { cancel: { href: `${self}/cancel` } } : {}),
      ...decoration.links,
    },
    ...embeddedPeople(invitation),
  };
}

/** The user asking somebody into the conversation. */
function participantInvitationResource(invitation: Invitation): Resource {
  const { conversation, open, accepted } = invitation;
  const self = invitationHref(invitation);
  const taker = accepted ? acceptedBy(invitation) : undefined;
  return {
    rel: 'participantInvitation',
    ...commonProperties(invitation),
    _links: {
      self: { href: self },
      from: fromLink(invitation),
      to: toLink(invitation),
      conversation: { href: conversationHref(conversation) },
      ...(open ? { cancel: { href: `${self}/cancel` } } : {}),
      ...(taker === undefined
        ? {}
        : { participant: { href: participantHref(conversation, taker.id) } }),
    },
    ...embeddedPeople(invitation),
  };
}

const writers = {
  audioVideo: audioVideoInvitationResource,
  messaging: messagingInvitationResource,
  onlineMeeting: onlineMeetingInvitationResource,
  participant: participantInvitationResource,
  phoneAudio: phoneAudioInvitationResource,
} as const;

/** An invitation of any kind, as its owner sees it. */
export function invitationResource(invitation: Invitation): Resource {
  return writers[invitation.kind](invitation);
}
