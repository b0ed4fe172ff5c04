import type { CallDeclineReason } from '../catalogue/generated/enumerations.ts';
import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { UcwaClient } from '../ucwa-application.ts';

export interface AnswerInput {
  /** Plain SDP. */
  readonly sdp: string;
  /** Made by the client, at most 50 characters. */
  readonly sessionContext: string;
  /** Content-ID of the offer that is answered (`MediaSdp.contentId`). */
  readonly processedOfferId: string | null;
}

/** Accepts an incoming invitation with the final answer. 404 when it ended meanwhile. */
export async function acceptWithAnswer(
  client: UcwaClient,
  invitation: Resource,
  input: AnswerInput,
): Promise<void> {
  await follow(client, known('audioVideoInvitation', invitation), 'acceptWithAnswer', given(input));
}

/** Sends an answer for early media; the invitation stays open. */
export async function sendProvisionalAnswer(
  client: UcwaClient,
  invitation: Resource,
  input: AnswerInput,
): Promise<void> {
  const from = known('audioVideoInvitation', invitation);
  await follow(client, from, 'sendProvisionalAnswer', given(input));
}

/** Takes the call on the user's phone instead. */
export async function acceptWithPhoneAudio(
  client: UcwaClient,
  invitation: Resource,
): Promise<void> {
  await follow(client, known('audioVideoInvitation', invitation), 'acceptWithPhoneAudio');
}

/** Declines on this device (`Local`), on all (`Global`), or for a technical reason. */
export async function decline(
  client: UcwaClient,
  invitation: Resource,
  reason: CallDeclineReason,
): Promise<void> {
  await follow(client, known('audioVideoInvitation', invitation), 'decline', { reason });
}

/** Takes an outgoing invitation back. */
export async function cancel(client: UcwaClient, invitation: Resource): Promise<void> {
  await follow(client, known('audioVideoInvitation', invitation), 'cancel');
}

function given({ processedOfferId, ...answer }: AnswerInput) {
  return processedOfferId === null ? answer : { ...answer, processedOfferId };
}
