import { requireLink } from '../hypermedia/links.ts';
import { encodeMediaSdp } from '../hypermedia/media-sdp.ts';
import type { PropertyValue, Resource } from '../hypermedia/resource.ts';
import type { Importance } from '../resources/enumerations.ts';
import type { PostResult, UcwaClient } from '../ucwa-application.ts';
import { checkFieldLimits } from './field-limits.ts';

/** https://ucwa.skype.com/documentation/resources/startAudio */
export interface StartAudioInput {
  /** `sip:` or `tel:` URI. */
  readonly to: string;
  /** At most 50 characters; comes back in the events of the invitation. */
  readonly operationId?: string;
  readonly importance?: Importance;
  /** At most 250 characters. */
  readonly subject?: string;
  /** Continues an existing conversation. */
  readonly threadId?: string;
  /** At most 50 characters. */
  readonly sessionContext?: string;
  readonly joinAudioMuted?: boolean;
  /** Plain SDP; sent as `data:` URI. */
  readonly mediaOffer?: string;
}

/** https://ucwa.skype.com/documentation/resources/startAudioVideo */
export interface StartAudioVideoInput extends StartAudioInput {
  readonly joinVideoMuted?: boolean;
}

/**
 * Invites to audio. The result's `location` is the audioVideoInvitation.
 * @throws UcwaError 'missing-link' when policy forbids it, 'field-limit' before anything is sent
 */
export async function startAudio(
  client: UcwaClient,
  communication: Resource,
  input: StartAudioInput,
): Promise<PostResult> {
  return start(client, requireLink(communication, 'startAudio').href, input);
}

/** Invites to audio and video; else as `startAudio`. */
export async function startAudioVideo(
  client: UcwaClient,
  communication: Resource,
  input: StartAudioVideoInput,
): Promise<PostResult> {
  return start(client, requireLink(communication, 'startAudioVideo').href, input);
}

async function start(
  client: UcwaClient,
  href: string,
  input: StartAudioVideoInput,
): Promise<PostResult> {
  checkFieldLimits(input);
  const { mediaOffer, ...fields } = input;
  const properties: Readonly<Record<string, PropertyValue>> = { ...fields };
  return client.post(href, {
    type: 'resource',
    properties,
    ...(mediaOffer !== undefined && { links: { mediaOffer: encodeMediaSdp(mediaOffer) } }),
  });
}
