import { requireLink } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type {
  CallTerminationReason,
  RenegotiationDeclineReason,
} from '../resources/enumerations.ts';
import type { PostResult, UcwaClient } from '../ucwa-application.ts';
import { checkFieldLimits } from './field-limits.ts';

/** Ends audio. @param audioVideo the audioVideo resource */
export async function stopAudio(
  client: UcwaClient,
  audioVideo: Resource,
  reason: CallTerminationReason,
): Promise<void> {
  return stop(client, requireLink(audioVideo, 'stopAudio').href, reason);
}

/** Ends audio and video. @param audioVideo the audioVideo resource */
export async function stopAudioVideo(
  client: UcwaClient,
  audioVideo: Resource,
  reason: CallTerminationReason,
): Promise<void> {
  return stop(client, requireLink(audioVideo, 'stopAudioVideo').href, reason);
}

export interface OfferInput {
  /** Plain SDP. */
  readonly sdp: string;
  /** At most 50 characters. */
  readonly operationId: string;
}

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
  return offer(client, requireLink(session, 'renegotiations').href, input);
}

/** Takes a call without video off hold. @param session the audioVideoSession resource */
export async function resumeAudio(
  client: UcwaClient,
  session: Resource,
  input: OfferInput,
): Promise<PostResult> {
  return offer(client, requireLink(session, 'resumeAudio').href, input);
}

/** Takes a call with video off hold. @param session the audioVideoSession resource */
export async function resumeAudioVideo(
  client: UcwaClient,
  session: Resource,
  input: OfferInput,
): Promise<PostResult> {
  return offer(client, requireLink(session, 'resumeAudioVideo').href, input);
}

/** Answers the other side's new offer. @param renegotiation the audioVideoRenegotiation resource */
export async function answerRenegotiation(
  client: UcwaClient,
  renegotiation: Resource,
  sdp: string,
): Promise<void> {
  await client.post(requireLink(renegotiation, 'answer').href, { type: 'sdp', sdp });
}

/** Refuses the other side's new offer; the call goes on as it was. */
export async function dismissRenegotiation(
  client: UcwaClient,
  renegotiation: Resource,
  reason: RenegotiationDeclineReason,
): Promise<void> {
  const { href } = requireLink(renegotiation, 'dismiss');
  await client.post(href, { type: 'resource', properties: { reason } });
}

async function stop(client: UcwaClient, href: string, reason: CallTerminationReason) {
  await client.post(href, { type: 'resource', properties: { reason } });
}

async function offer(client: UcwaClient, href: string, input: OfferInput): Promise<PostResult> {
  const query = { operationId: input.operationId };
  checkFieldLimits(query);
  return client.post(href, { type: 'sdp', sdp: input.sdp }, { query });
}
