import { callOfConversation, stopCall } from '../calls/end-call.ts';
import { completeInvitation } from '../calls/leg.ts';
import {
  publishAudioVideo,
  publishConversation,
  publishInvitation,
  publishNegotiation,
  publishSeatModality,
  publishSession,
} from '../events/conversation-events.ts';
import { tellOfModality } from '../events/meeting-events.ts';
import { alreadyExists } from '../http/ucwa-error.ts';
import type { Attendee, ConferenceMedia } from '../media/conference-media.ts';
import { isWebRtcOffer } from '../media/offer-check.ts';
import { createInvitation, modalitiesOfSdp } from '../model/create.ts';
import type { Attendance, Conversation, Invitation } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import { seatIn } from '../model/roster.ts';
import type { World } from '../model/world.ts';
import { watchingPresence } from '../presence/presence.ts';
import { silentAnswer } from '../sdp/service-media.ts';

/** What a client asks for with addAudio, addAudioVideo, escalateAudio or escalateAudioVideo. */
export interface MeetingMediaRequest {
  readonly offer: string;
  /** The service made the offer itself, for a client that leaves the media to it: there is nobody to connect to. */
  readonly byService?: boolean;
  readonly operationId: string | undefined;
  readonly sessionContext: string | undefined;
  readonly joinAudioMuted: boolean | undefined;
  readonly joinVideoMuted: boolean | undefined;
}

/** The meeting's media server has answered. */
function connect(
  invitation: Invitation,
  attendance: Attendance,
  request: MeetingMediaRequest,
  { answer, media }: { readonly answer: string; readonly media?: ConferenceMedia },
): void {
  const { conversation } = invitation;
  const { audioVideo } = conversation;
  const sessionContext = request.sessionContext ?? hexId();
  const remoteEndpoint = attendance.meeting.uri.replace(':focus:', ':audio-video:');
  publishNegotiation(invitation, {
    id: hexId(),
    kind: 'final',
    sdp: answer,
    sessionContext,
    remoteEndpoint,
    msAcceptedContentId: undefined,
  });
  audioVideo.session = {
    sessionContext,
    remoteEndpoint,
    state: 'Establishing',
    renegotiations: new Map(),
    ...(media === undefined ? {} : { media }),
  };
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

function attendee(conversation: Conversation, attendance: Attendance): Attendee {
  return {
    person: attendance.id,
    sourceId: attendance.sourceId,
    muted: () => attendance.audioMuted,
    hidden: () => attendance.videoMuted,
    placesChanged: (people) => {
      for (const person of people) {
        const shown = attendance.meeting.attendances.get(person);
        const seat = shown === undefined ? undefined : seatIn(conversation, shown);
        if (seat?.media.has('Video') === true)
          publishSeatModality(conversation, seat, 'participantVideo', 'updated');
      }
    },
  };
}

/** Lets the media server answer: at once when there is nothing to connect with. */
function negotiate(
  world: World,
  invitation: Invitation,
  attendance: Attendance,
  request: MeetingMediaRequest,
): void {
  const { offer } = request;
  const silent = { answer: silentAnswer(offer) };
  if (request.byService === true || !isWebRtcOffer(offer)) {
    connect(invitation, attendance, request, silent);
    return;
  }
  const { conversation } = invitation;
  const { audioVideo } = conversation;
  const take = (joined: { readonly answer: string; readonly media?: ConferenceMedia }) => {
    const waits = conversation.audioVideo === audioVideo && audioVideo.state === 'Connecting';
    if (waits) watchingPresence(world, () => connect(invitation, attendance, request, joined));
    else joined.media?.close();
  };
  void world.conferences
    .join(attendance.meeting.id, attendee(conversation, attendance), offer)
    .catch((error: unknown) => {
      world.trace('conference-failure', { error: String(error) });
      return silent;
    })
    .then(take);
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
    negotiate(world, invitation, attendance, request);
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
    audioVideo.session?.media?.close();
    audioVideo.state = 'Disconnected';
    publishAudioVideo(conversation);
    for (const modality of audioVideo.modalities)
      tellOfModality(attendance, `participant${modality}`, 'deleted');
    publishSession(conversation, 'deleted');
    audioVideo.session = undefined;
    publishConversation(conversation, 'updated');
  });
}
