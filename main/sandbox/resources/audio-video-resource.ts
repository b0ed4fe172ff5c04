import type { Conversation, Invitation } from '../model/entities.ts';
import type { Resource } from '../model/json.ts';
import type { Negotiation, Renegotiation, Session } from '../model/media-session.ts';
import { sdpDataUri } from '../sdp/data-uri.ts';
import {
  audioVideoHref,
  conversationHref,
  invitationHref,
  invitationsHref,
  negotiationHref,
  renegotiationHref,
  sessionHref,
} from './hrefs.ts';
import { mayUsePhone, phoneInvitationHref } from './phone-audio-resource.ts';

function stopLinks(conversation: Conversation): Record<string, { href: string }> {
  const self = audioVideoHref(conversation);
  const video = conversation.application.account.user.videoAllowed !== false;
  return {
    stopAudio: { href: `${self}/stopAudio` },
    ...(video ? { stopAudioVideo: { href: `${self}/stopAudioVideo` } } : {}),
    ...(video ? videoLink(conversation) : {}),
  };
}

/** Video can be added to sound by a renegotiation, or taken from it. */
function videoLink(conversation: Conversation): Record<string, { href: string }> {
  const { application, audioVideo, id } = conversation;
  if (audioVideo.modalities.includes('Video')) {
    return { stopVideo: { href: `${audioVideoHref(conversation)}/stopVideo` } };
  }
  const query = { conversation: id, modality: 'Video' };
  return { addVideo: { href: invitationsHref(application, 'audioVideo', query) } };
}

/** In a meeting or a chat of two: how to join its audio, anew or with what goes straight to the other person so far. */
function meetingLinks(conversation: Conversation): Record<string, { href: string }> {
  const { application, audioVideo, state, id } = conversation;
  if (state !== 'Conferenced' && !isChat(conversation)) return {};
  const video = application.account.user.videoAllowed !== false;
  const href = (query: Record<string, string>) =>
    invitationsHref(application, 'audioVideo', { conversation: id, ...query });
  if (audioVideo.state === 'Disconnected') {
    return {
      addAudio: { href: href({ modality: 'Audio' }) },
      ...(video ? { addAudioVideo: { href: href({ modality: 'AudioVideo' }) } } : {}),
    };
  }
  if (audioVideo.state !== 'Connected' || audioVideo.viaMeeting) return {};
  const context = 'escalate';
  return {
    escalateAudio: { href: href({ modality: 'Audio', context }) },
    ...(video ? { escalateAudioVideo: { href: href({ modality: 'AudioVideo', context }) } } : {}),
  };
}

/** Two people write to each other, and do not talk. */
export const isChat = ({ audioVideo, messaging, phoneAudio, state }: Conversation): boolean =>
  state === 'Connected' &&
  messaging.state === 'Connected' &&
  audioVideo.state === 'Disconnected' &&
  phoneAudio.state === 'Disconnected';

/** In a call of two: how to go on with it on the telephone. */
function phoneLink(conversation: Conversation): Record<string, { href: string }> {
  const { application, audioVideo, phoneAudio } = conversation;
  const isDirect = audioVideo.state === 'Connected' && !audioVideo.viaMeeting;
  if (!isDirect || phoneAudio.state !== 'Disconnected' || !mayUsePhone(application)) return {};
  return { replaceWithPhoneAudio: { href: phoneInvitationHref(conversation, 'replace') } };
}

/** The audio/video modality of a conversation. */
export function audioVideoResource(conversation: Conversation): Resource {
  const self = audioVideoHref(conversation);
  const { state, session } = conversation.audioVideo;
  return {
    rel: 'audioVideo',
    state,
    _links: {
      self: { href: self },
      conversation: { href: conversationHref(conversation) },
      reportMediaDiagnostics: { href: `${self}/reportMediaDiagnostics` },
      ...(session === undefined ? {} : { audioVideoSession: { href: sessionHref(conversation) } }),
      ...(state === 'Connected' || state === 'Transferring' ? stopLinks(conversation) : {}),
      ...meetingLinks(conversation),
      ...phoneLink(conversation),
    },
  };
}

/** The media session of a connected call: the place to renegotiate from. */
export function sessionResource(conversation: Conversation, session: Session): Resource {
  const self = sessionHref(conversation);
  const video = conversation.application.account.user.videoAllowed !== false;
  return {
    rel: 'audioVideoSession',
    state: session.state,
    sessionContext: session.sessionContext,
    remoteEndpoint: session.remoteEndpoint,
    _links: {
      self: { href: self },
      audioVideo: { href: audioVideoHref(conversation) },
      conversation: { href: conversationHref(conversation) },
      renegotiations: { href: `${self}/renegotiations` },
      publishCallQualityFeedback: { href: `${self}/publishCallQualityFeedback` },
      resumeAudio: { href: `${self}/resumeAudio` },
      ...(video ? { resumeAudioVideo: { href: `${self}/resumeAudioVideo` } } : {}),
    },
  };
}

/** One endpoint's answer, provisional or final, to an outgoing call. */
export function negotiationResource(invitation: Invitation, negotiation: Negotiation): Resource {
  const answerRel = negotiation.kind === 'final' ? 'mediaAnswer' : 'mediaProvisionalAnswer';
  return {
    rel: 'audioVideoNegotiation',
    sessionContext: negotiation.sessionContext,
    remoteEndpoint: negotiation.remoteEndpoint,
    msAcceptedContentId: negotiation.msAcceptedContentId,
    _links: {
      self: { href: negotiationHref(invitation, negotiation) },
      audioVideoInvitation: { href: invitationHref(invitation) },
      [answerRel]: { href: sdpDataUri(negotiation.sdp) },
      ...(negotiation.kind === 'final'
        ? {
            audioVideoSession: { href: sessionHref(invitation.derived ?? invitation.conversation) },
          }
        : {}),
    },
  };
}

/** A change of media within a call. Only the receiving side may answer or dismiss it. */
export function renegotiationResource(
  conversation: Conversation,
  renegotiation: Renegotiation,
): Resource {
  const self = renegotiationHref(conversation, renegotiation);
  const { direction, operationId, offer, answer, open } = renegotiation;
  const mayAnswer = direction === 'Incoming' && open;
  return {
    rel: 'audioVideoRenegotiation',
    direction,
    operationId,
    _links: {
      self: { href: self },
      audioVideoSession: { href: sessionHref(conversation) },
      conversation: { href: conversationHref(conversation) },
      mediaOffer: { href: sdpDataUri(offer) },
      ...(answer === undefined ? {} : { mediaAnswer: { href: sdpDataUri(answer) } }),
      ...(mayAnswer
        ? { answer: { href: `${self}/answer` }, dismiss: { href: `${self}/dismiss` } }
        : {}),
    },
  };
}
