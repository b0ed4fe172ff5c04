import {
  publishAudioVideo,
  publishConversation,
  publishParticipantModality,
} from '../events/conversation-events.ts';
import type { Call, Conversation } from '../model/entities.ts';
import type { AvModality } from '../model/media-session.ts';
import { flowingMedia } from '../sdp/flowing-media.ts';

function changeModalities(conversation: Conversation, modalities: readonly AvModality[]): void {
  const { audioVideo } = conversation;
  const had = audioVideo.modalities.includes('Video');
  const has = modalities.includes('Video');
  if (had === has) return;
  audioVideo.modalities = modalities;
  publishAudioVideo(conversation);
  for (const who of ['remote', 'local'] as const) {
    publishParticipantModality(conversation, who, 'participantVideo', has ? 'added' : 'deleted');
  }
  publishConversation(conversation, 'updated');
}

/** Both sides of a call have these media from now on. */
export function setCallModalities(call: Call, modalities: readonly AvModality[]): void {
  for (const leg of [call.caller, call.accepted]) {
    if (leg?.medium === 'audioVideo') changeModalities(leg.conversation, modalities);
  }
}

/** What a renegotiation agreed on; a hold, where nothing flows, leaves the media as they were. */
export function followAgreement(call: Call, offer: string, answer: string): void {
  const answered = flowingMedia(answer);
  const modalities = flowingMedia(offer).filter((medium) => answered.includes(medium));
  if (modalities.length > 0) setCallModalities(call, modalities);
}
