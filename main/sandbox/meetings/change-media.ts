import {
  publishAudioVideo,
  publishConversation,
  publishRenegotiation,
} from '../events/conversation-events.ts';
import { tellOfModality } from '../events/meeting-events.ts';
import { modalitiesOfSdp } from '../model/create.ts';
import type { Conversation } from '../model/entities.ts';
import { hexId } from '../model/ids.ts';
import type { Renegotiation } from '../model/media-session.ts';
import { mediaReason } from '../model/reasons.ts';
import type { World } from '../model/world.ts';
import { silentAnswer } from '../sdp/service-media.ts';

const modalities = ['Audio', 'Video'] as const;

/** What the person uses may be more, less, or go in other directions now: everybody is told. */
function tellOfChange(conversation: Conversation, offer: string): void {
  const { attendance, audioVideo } = conversation;
  if (attendance === undefined) return;
  const before = audioVideo.modalities;
  audioVideo.modalities = modalitiesOfSdp(offer);
  for (const modality of modalities) {
    const was = before.includes(modality);
    const is = audioVideo.modalities.includes(modality);
    if (!was && !is) continue;
    const type = was === is ? 'updated' : is ? 'added' : 'deleted';
    tellOfModality(attendance, `participant${modality}`, type);
  }
  if (before.length === audioVideo.modalities.length) return;
  // Its links are others now: addVideo or stopVideo.
  publishAudioVideo(conversation);
  publishConversation(conversation, 'updated');
}

function complete(
  conversation: Conversation,
  renegotiation: Renegotiation,
  answer: string | undefined,
): void {
  renegotiation.open = false;
  renegotiation.answer = answer;
  publishRenegotiation(
    conversation,
    renegotiation,
    'completed',
    answer === undefined
      ? { status: 'Failure', reason: mediaReason('InvalidMediaOffer') }
      : { status: 'Success', reason: undefined },
  );
  if (answer !== undefined) tellOfChange(conversation, renegotiation.offer);
}

/** A change of media within a meeting: its media server answers. */
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
  const { session } = conversation.audioVideo;
  session?.renegotiations.set(renegotiation.id, renegotiation);
  publishRenegotiation(conversation, renegotiation, 'started');
  if (session?.media === undefined) {
    complete(conversation, renegotiation, silentAnswer(change.offer));
    return renegotiation;
  }
  void session.media
    .answer(change.offer)
    .catch((error: unknown) => {
      world.trace('conference-failure', { error: String(error) });
      return undefined;
    })
    .then((answer) => {
      if (conversation.audioVideo.session === session)
        complete(conversation, renegotiation, answer);
    });
  return renegotiation;
}
