import { requireLink } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { CallDeclineReason } from '../resources/enumerations.ts';
import type { UcwaClient } from '../ucwa-application.ts';
import { checkFieldLimits } from './field-limits.ts';

export interface AnswerInput {
  /** Plain SDP. */
  readonly sdp: string;
  /** Made by the client, at most 50 characters. */
  readonly sessionContext: string;
  /** Content-ID of the offer that is answered (`MediaSdp.contentId`). */
  readonly processedOfferId: string | null;
}

/** Accepts an incoming invitation with the final answer. 404 when it ended meanwhile. */
export function acceptWithAnswer(
  client: UcwaClient,
  invitation: Resource,
  input: AnswerInput,
): Promise<void> {
  return postAnswer(client, invitation, 'acceptWithAnswer', input);
}

/** Sends an answer for early media; the invitation stays open. */
export function sendProvisionalAnswer(
  client: UcwaClient,
  invitation: Resource,
  input: AnswerInput,
): Promise<void> {
  return postAnswer(client, invitation, 'sendProvisionalAnswer', input);
}

/** Takes the call on the user's phone instead. */
export async function acceptWithPhoneAudio(
  client: UcwaClient,
  invitation: Resource,
): Promise<void> {
  await client.post(requireLink(invitation, 'acceptWithPhoneAudio').href, null);
}

/** Declines on this device (`Local`), on all (`Global`), or for a technical reason. */
export async function decline(
  client: UcwaClient,
  invitation: Resource,
  reason: CallDeclineReason,
): Promise<void> {
  const { href } = requireLink(invitation, 'decline');
  await client.post(href, { type: 'resource', properties: { reason } });
}

/** Takes an outgoing invitation back. */
export async function cancel(client: UcwaClient, invitation: Resource): Promise<void> {
  await client.post(requireLink(invitation, 'cancel').href, null);
}

async function postAnswer(
  client: UcwaClient,
  invitation: Resource,
  rel: string,
  input: AnswerInput,
): Promise<void> {
  const { href } = requireLink(invitation, rel);
  const { sdp, sessionContext, processedOfferId } = input;
  const query = { sessionContext, ...(processedOfferId !== null && { processedOfferId }) };
  checkFieldLimits(query);
  await client.post(href, { type: 'sdp', sdp }, { query });
}
