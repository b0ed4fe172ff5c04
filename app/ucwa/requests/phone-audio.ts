import type { OperationInput } from '../catalogue/operation-types.ts';
import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { PostResult, UcwaClient } from '../ucwa-application.ts';

/** What a call from the user's own phone starts with; `phoneNumber` is the phone that rings first. */
export type StartPhoneAudioInput = OperationInput<'startPhoneAudio'>;

/**
 * Calls from the user's own phone. The result's `location` is the phoneAudioInvitation.
 * @throws UcwaError 'missing-link' when the server does not offer it
 */
export async function startPhoneAudio(
  client: UcwaClient,
  communication: Resource,
  input: StartPhoneAudioInput,
): Promise<PostResult> {
  return follow(client, known('communication', communication), 'startPhoneAudio', input);
}

/** The same in the name of somebody else. */
export async function startPhoneAudioOnBehalf(
  client: UcwaClient,
  communication: Resource,
  input: OperationInput<'startPhoneAudioOnBehalfOfDelegator'>,
): Promise<PostResult> {
  const from = known('communication', communication);
  return follow(client, from, 'startPhoneAudioOnBehalfOfDelegator', input);
}

/**
 * Calls the other one of a conversation from the user's own phone.
 * @param phoneAudio the conversation's phoneAudio resource
 * @throws UcwaError 'missing-link' when the server does not offer it
 */
export async function addPhoneAudio(
  client: UcwaClient,
  phoneAudio: Resource,
  input: OperationInput<'addPhoneAudio'>,
): Promise<PostResult> {
  return follow(client, known('phoneAudio', phoneAudio), 'addPhoneAudio', input);
}

/** Lets a call go on on the user's own phone. @param audioVideo the audioVideo resource */
export async function replaceWithPhoneAudio(
  client: UcwaClient,
  audioVideo: Resource,
  input: OperationInput<'replaceWithPhoneAudio'>,
): Promise<PostResult> {
  return follow(client, known('audioVideo', audioVideo), 'replaceWithPhoneAudio', input);
}

/** Ends the call on the phone, or stops its ringing. @param phoneAudio the phoneAudio resource */
export async function stopPhoneAudio(client: UcwaClient, phoneAudio: Resource): Promise<void> {
  await follow(client, known('phoneAudio', phoneAudio), 'stopPhoneAudio');
}

/** @param phoneAudio the phoneAudio resource */
export async function holdPhoneAudio(client: UcwaClient, phoneAudio: Resource): Promise<void> {
  await follow(client, known('phoneAudio', phoneAudio), 'holdPhoneAudio');
}

/** @param phoneAudio the phoneAudio resource */
export async function resumePhoneAudio(client: UcwaClient, phoneAudio: Resource): Promise<void> {
  await follow(client, known('phoneAudio', phoneAudio), 'resumePhoneAudio');
}
