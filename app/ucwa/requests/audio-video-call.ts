import type {
  CallTerminationReason,
  ReNegotiationDeclineReason,
} from '../catalogue/generated/enumerations.ts';
import type { OperationInput } from '../catalogue/operation-types.ts';
import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { PostResult, UcwaClient } from '../ucwa-application.ts';

/** Ends audio. @param audioVideo the audioVideo resource */
export async function stopAudio(
  client: UcwaClient,
  audioVideo: Resource,
  reason: CallTerminationReason,
): Promise<void> {
  await follow(client, known('audioVideo', audioVideo), 'stopAudio', { reason });
}

/** Ends audio and video. @param audioVideo the audioVideo resource */
export async function stopAudioVideo(
  client: UcwaClient,
  audioVideo: Resource,
  reason: CallTerminationReason,
): Promise<void> {
  await follow(client, known('audioVideo', audioVideo), 'stopAudioVideo', { reason });
}

/** Ends video; audio goes on. @param audioVideo the audioVideo resource */
export async function stopVideo(
  client: UcwaClient,
  audioVideo: Resource,
  reason: CallTerminationReason,
): Promise<void> {
  await follow(client, known('audioVideo', audioVideo), 'stopVideo', { reason });
}

/** A new offer for a running call, as a plain SDP. */
export type OfferInput = OperationInput<'renegotiations'>;

/**
 * Offers new media for a running call. One at a time: else 409 AlreadyExists.
 * @param session the audioVideoSession resource
 * @returns the audioVideoRenegotiation as `location` or `resource`
 */
export async function renegotiate(
  client: UcwaClient,
  session: Resource,
  input: OfferInput,
): Promise<PostResult> {
  return follow(client, known('audioVideoSession', session), 'renegotiations', input);
}

/** Takes a call without video off hold. @param session the audioVideoSession resource */
export async function resumeAudio(
  client: UcwaClient,
  session: Resource,
  input: OfferInput,
): Promise<PostResult> {
  return follow(client, known('audioVideoSession', session), 'resumeAudio', input);
}

/** Takes a call with video off hold. @param session the audioVideoSession resource */
export async function resumeAudioVideo(
  client: UcwaClient,
  session: Resource,
  input: OfferInput,
): Promise<PostResult> {
  return follow(client, known('audioVideoSession', session), 'resumeAudioVideo', input);
}

/** Answers the other side's new offer. @param renegotiation the audioVideoRenegotiation resource */
export async function answerRenegotiation(
  client: UcwaClient,
  renegotiation: Resource,
  sdp: string,
): Promise<void> {
  await follow(client, known('audioVideoRenegotiation', renegotiation), 'answer', { sdp });
}

/** Refuses the other side's new offer; the call goes on as it was. */
export async function dismissRenegotiation(
  client: UcwaClient,
  renegotiation: Resource,
  reason: ReNegotiationDeclineReason,
): Promise<void> {
  await follow(client, known('audioVideoRenegotiation', renegotiation), 'dismiss', { reason });
}
