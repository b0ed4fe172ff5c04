import { setCallModalities } from '../calls/change-video.ts';
import { callOfConversation, cancelCall, stopCall } from '../calls/end-call.ts';
import { chatOf, stopChat } from '../chat/chat.ts';
import { publishConversation } from '../events/conversation-events.ts';
import { Input } from '../http/input.ts';
import { noContent, ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import { leaveMeeting } from '../meetings/leave.ts';
import { stopMeetingMedia } from '../meetings/meeting-media.ts';
import { otherSeats } from '../model/roster.ts';
import { audioVideoResource } from '../resources/audio-video-resource.ts';
import { conversationResource } from '../resources/conversation-resource.ts';
import { conversationHref } from '../resources/hrefs.ts';
import {
  localParticipant,
  type ParticipantModality,
  participantModality,
  participantResource,
} from '../resources/participant-resource.ts';
import {
  type ApplicationContext,
  type ApplicationRoute,
  conversationOf,
  seatOf,
} from './context.ts';

const terminationReasons = [
  'Cancel',
  'UserInitiatedAction',
  'MediaTimeout',
  'MediaConnectivityFailure',
  'CallEstablishFailureBothInternal',
  'CallEstablishFailureOneInternalOneExternal',
  'CodecMismatch',
  'ConversationSuspendedLossNetwork',
  'FailedStartAudioStream',
  'InternalFailure',
  'InvalidMediaAnswer',
  'MidCallFailureBothInternal',
  'MidCallFailureOneInternalOneExternal',
  'SharerLeftConference',
  'Unknown',
  'UnsupportedMedia',
];

/** cancel of an outgoing call. */
function terminate(context: ApplicationContext): Reply {
  const found = callOfConversation(context.world, conversationOf(context));
  if (found?.call.state !== 'ringing' || found.leg.role !== 'caller')
    throw notFound('Call not found.');
  cancelCall(context.world, found.call);
  return noContent;
}

/** stopAudio and stopAudioVideo: both end the call, or the user's part in a meeting's sound. */
function stop(context: ApplicationContext): Reply {
  const { world } = context;
  const conversation = conversationOf(context);
  const input = new Input(context.exchange);
  input.oneOf('reason', terminationReasons);
  input.check();
  const { attendance, audioVideo } = conversation;
  if (attendance !== undefined && audioVideo.viaMeeting && audioVideo.state === 'Connected') {
    stopMeetingMedia(world, conversation, attendance);
    return noContent;
  }
  const found = callOfConversation(world, conversation);
  if (found?.call.state !== 'connected') throw notFound('Call Not Found');
  stopCall(world, found.call);
  return noContent;
}

/** stopVideo: a call of two goes on without pictures. */
function stopVideo(context: ApplicationContext): Reply {
  const input = new Input(context.exchange);
  input.oneOf('reason', terminationReasons);
  input.check();
  const conversation = conversationOf(context);
  const found = callOfConversation(context.world, conversation);
  const hasVideo = conversation.audioVideo.modalities.includes('Video');
  if (found?.call.state !== 'connected' || !hasVideo) throw notFound('Call not found.');
  setCallModalities(found.call, ['Audio']);
  return noContent;
}

/** Leaves the conversation whatever is going on in it. */
function leave(context: ApplicationContext): Reply {
  const { world } = context;
  const conversation = conversationOf(context);
  if (conversation.attendance !== undefined) {
    leaveMeeting(world, conversation);
    return noContent;
  }
  const call = callOfConversation(world, conversation)?.call;
  if (call?.state === 'connected') stopCall(world, call);
  else if (call?.caller.conversation === conversation) cancelCall(world, call);
  const chat = chatOf(world, conversation);
  if (chat !== undefined) stopChat(world, chat);
  return noContent;
}

function participants(context: ApplicationContext): Reply {
  const conversation = conversationOf(context);
  const people = otherSeats(conversation).filter(({ inLobby }) => !inLobby);
  return ok({
    rel: 'participants',
    _links: { self: { href: `${conversationHref(conversation)}/participants` } },
    _embedded: {
      participant: people.map((seat) => participantResource(conversation, seat)),
      localParticipant: localParticipant(conversation),
    },
  });
}

function participant(context: ApplicationContext): Reply {
  const { conversation, seat } = seatOf(context);
  return ok(seat.local ? localParticipant(conversation) : participantResource(conversation, seat));
}

function modality(rel: ParticipantModality): (context: ApplicationContext) => Reply {
  return (context) => {
    const { conversation, seat } = seatOf(context);
    return ok(participantModality(conversation, seat, rel));
  };
}

/** The user has seen what is new in the conversation. */
function acknowledge(context: ApplicationContext): Reply {
  const conversation = conversationOf(context);
  conversation.readLocally = true;
  publishConversation(conversation, 'updated');
  return noContent;
}

const one = 'communication/conversations/:conversation';
const person = `${one}/participants/:participant`;

export const conversationRoutes: readonly ApplicationRoute[] = [
  {
    method: 'GET',
    path: one,
    handler: (context) => ok(conversationResource(conversationOf(context))),
  },
  { method: 'DELETE', path: one, handler: leave },
  { method: 'POST', path: `${one}/userAcknowledged`, handler: acknowledge },
  { method: 'GET', path: `${one}/participants`, handler: participants },
  { method: 'GET', path: person, handler: participant },
  { method: 'GET', path: `${person}/participantAudio`, handler: modality('participantAudio') },
  { method: 'GET', path: `${person}/participantVideo`, handler: modality('participantVideo') },
  {
    method: 'GET',
    path: `${person}/participantMessaging`,
    handler: modality('participantMessaging'),
  },
  {
    method: 'GET',
    path: `${one}/audioVideo`,
    handler: (context) => ok(audioVideoResource(conversationOf(context))),
  },
  { method: 'POST', path: `${one}/audioVideo/terminate`, handler: terminate },
  { method: 'POST', path: `${one}/audioVideo/stopAudio`, handler: stop },
  { method: 'POST', path: `${one}/audioVideo/stopAudioVideo`, handler: stop },
  { method: 'POST', path: `${one}/audioVideo/stopVideo`, handler: stopVideo },
];
