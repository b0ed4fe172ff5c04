import type { OperationInput } from '../catalogue/operation-types.ts';
import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import { encodeMediaSdp } from '../hypermedia/media-sdp.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { PostResult, UcwaClient } from '../ucwa-application.ts';

/**
 * What a call starts with. Its `mediaOffer` is a plain SDP.
 * https://ucwa.skype.com/documentation/resources/startAudio
 */
export type StartAudioInput = OperationInput<'startAudio'>;

/** https://ucwa.skype.com/documentation/resources/startAudioVideo */
export type StartAudioVideoInput = OperationInput<'startAudioVideo'>;

/**
 * Invites to audio. The result's `location` is the audioVideoInvitation.
 * @throws UcwaError 'missing-link' when policy forbids it, 'field-limit' before anything is sent
 */
export async function startAudio(
  client: UcwaClient,
  communication: Resource,
  input: StartAudioInput,
): Promise<PostResult> {
  return follow(client, known('communication', communication), 'startAudio', withOffer(input));
}

/** Invites to audio and video; else as `startAudio`. */
export async function startAudioVideo(
  client: UcwaClient,
  communication: Resource,
  input: StartAudioVideoInput,
): Promise<PostResult> {
  return follow(client, known('communication', communication), 'startAudioVideo', withOffer(input));
}

/** Invites to audio in the name of somebody else: `delegator`, a SIP URI. */
export async function startAudioOnBehalf(
  client: UcwaClient,
  communication: Resource,
  input: OperationInput<'startAudioOnBehalfOfDelegator'>,
): Promise<PostResult> {
  const from = known('communication', communication);
  return follow(client, from, 'startAudioOnBehalfOfDelegator', withOffer(input));
}

/** The same with video. */
export async function startAudioVideoOnBehalf(
  client: UcwaClient,
  communication: Resource,
  input: OperationInput<'startAudioVideoOnBehalfOfDelegator'>,
): Promise<PostResult> {
  const from = known('communication', communication);
  return follow(client, from, 'startAudioVideoOnBehalfOfDelegator', withOffer(input));
}

/** Calls emergency services, telling them where the caller is. */
export async function startEmergencyCall(
  client: UcwaClient,
  communication: Resource,
  input: OperationInput<'startEmergencyCall'>,
): Promise<PostResult> {
  const from = known('communication', communication);
  return follow(client, from, 'startEmergencyCall', withOffer(input));
}

/** SDP travels as an external resource. */
function withOffer<Input extends { readonly mediaOffer?: string }>(input: Input): Input {
  const { mediaOffer } = input;
  return mediaOffer === undefined ? input : { ...input, mediaOffer: encodeMediaSdp(mediaOffer) };
}
