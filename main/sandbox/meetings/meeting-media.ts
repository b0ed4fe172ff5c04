import { callOfConversation, stopCall } from '../calls/end-call.ts';
import { completeInvitation } from '../calls/leg.ts';
import {
  publishAudioVideo,
  publishConversation,
  publishInvitation,
  publishNegotiation,
  publishRenegotiation,
  publishSession,
} from '../events/conversation-events.ts';
import { tellOfModality } from '../events/meeting-events.ts';
import { alreadyExists } from '../http/ucwa-error.ts';
import { createInvitation, modalitiesOfSdp } from '../model/create.ts';
import type { Attendance, Conversation, Invitation, Renegotiation } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';

/** What a client asks for with addAudio, addAudioVideo, escalateAudio or escalateAudioVideo. */
export interface MeetingMediaRequest {
  readonly offer: string;
  readonly operationId: string | undefined;
  readonly sessionContext: string | undefined;
  readonly joinAudioMuted: boolean | undefined;
  readonly joinVideoMuted: boolean | undefined;
}

/** The meeting's media server answers at once, as it would a caller. */
function connect(
  world: World,
  invitation: Invitation,
  attendance: Attendance,
  request: MeetingMediaRequest,
): void {
  const { conversation } = invitation;
  const { audioVideo } = conversation;
  const sessionContext = request.sessionContext ?? hexId();
  const remoteEndpoint = attendance.meeting.uri.replace(':focus:', ':audio-video:');
  publishNegotiation(invitation, {
    id: hexId(),
    kind: 'final',
    sdp: world.options.answerForConference(request.offer),
    sessionContext,
    remoteEndpoint,
    msAcceptedContentId: undefined,
  });
  const state = 'Establishing';
  audioVideo.session = { sessionContext, remoteEndpoint, state, renegotiations: new Map() };
  publishSession(conversation, 'added');
  audioVideo.session.state = 'Established';
  publishSession(conversation, 'updated');
  audioVideo.state = 'Connected';
  publishAudioVideo(conversation);
  for (const modality of audioVideo.modalities)
    tellOfModality(attendance, `participant${modality}`, 'added');
  publishConversation(conversation, 'updated');
  completeInvitation(invitation);
}

/** Joins the sound (and picture) of a meeting; what went straight to the other person ends. */
export function joinMeetingMedia(
  world: World,
  conversation: Conversation,
  attendance: Attendance,
  request: MeetingMediaRequest,
): Invitation {
  const direct = callOfConversation(world, conversation)?.call;
  if (direct === undefined && conversation.audioVideo.state !== 'Disconnected')
    throw alreadyExists('Audio is connected already.');
  return watchingPresence(world, () => {
    if (direct !== undefined) stopCall(world, direct);
    const { operationId, sessionContext, joinAudioMuted, joinVideoMuted } = request;
    const invitation = createInvitation({
      kind: 'audioVideo',
      conversation,
      direction: 'Outgoing',
      toUri: attendance.meeting.uri,
      toName: attendance.meeting.settings.subject,
      operationId,
      sessionContext,
      joinAudioMuted,
      joinVideoMuted,
    });
    const locked = attendance.meeting.audienceMuteLock && attendance.role === 'Attendee';
    attendance.audioMuted = locked || (joinAudioMuted ?? false);
    attendance.videoMuted = joinVideoMuted ?? false;
    conversation.audioVideo = {
      state: 'Connecting',
      viaMeeting: true,
      modalities: modalitiesOfSdp(request.offer),
      session: undefined,
      invitation,
    };
    publishInvitation(invitation, 'started');
    publishAudioVideo(conversation);
    connect(world, invitation, attendance, request);
    return invitation;
  });
}

/** Leaves the sound and picture of a meeting, not the meeting. */
export function stopMeetingMedia(
  world: World,
  conversation: Conversation,
  attendance: Attendance,
): void {
  watchingPresence(world, () => {
    const { audioVideo } = conversation;
    audioVideo.state = 'Disconnected';
    publishAudioVideo(conversation);
    for (const modality of audioVideo.modalities)
      tellOfModality(attendance, `participant${modality}`, 'deleted');
    publishSession(conversation, 'deleted');
    audioVideo.session = undefined;
    publishConversation(conversation, 'updated');
  });
}

/** A change of media within a meeting: the media server takes it at once. */
export function renegotiateInMeeting(
  world: World,
  conversation: Conversation,
  change: { readonly offer: string; readonly operationId: string },
): Renegotiation {
  const renegotiation: Renegotiation = {
    id: hexId(),
    direction: 'Outgoing',
    operationId: change.operationId,
    offer: change.offer,
    answer: undefined,
    open: true,
  };
  conversation.audioVideo.session?.renegotiations.set(renegotiation.id, renegotiation);
  publishRenegotiation(conversation, renegotiation, 'started');
  renegotiation.open = false;
  renegotiation.answer = world.options.answerForConference(change.offer);
  publishRenegotiation(conversation, renegotiation, 'completed', {
    status: 'Success',
    reason: undefined,
  });
  return renegotiation;
}
