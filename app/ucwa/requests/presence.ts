import { requireLink } from '../hypermedia/links.ts';
import type { PropertyValue, Resource } from '../hypermedia/resource.ts';
import type { MessageFormat, Modality, PreferredAvailability } from '../resources/enumerations.ts';
import type { UcwaClient } from '../ucwa-application.ts';
import { checkFieldLimits } from './field-limits.ts';

/** https://ucwa.skype.com/documentation/resources/makeMeAvailable */
export interface MakeMeAvailableInput {
  readonly supportedModalities: readonly Modality[];
  readonly supportedMessageFormats: readonly MessageFormat[];
  readonly signInAs?: PreferredAvailability;
  readonly audioPreference?: 'PhoneAudio' | 'VoipAudio';
  readonly phoneNumber?: string;
}

/** Makes the user reachable. 409 AlreadyExists when they are already. */
export async function makeMeAvailable(
  client: UcwaClient,
  me: Resource,
  input: MakeMeAvailableInput,
): Promise<void> {
  checkFieldLimits({ phoneNumber: input.phoneNumber });
  const properties: Readonly<Record<string, PropertyValue>> = { ...input };
  await client.post(requireLink(me, 'makeMeAvailable').href, { type: 'resource', properties });
}

/** Sets the user's own presence. */
export async function setPresence(
  client: UcwaClient,
  me: Resource,
  availability: PreferredAvailability,
): Promise<void> {
  const { href } = requireLink(me, 'presence');
  await client.post(href, { type: 'resource', properties: { availability } });
}

/** Tells the server that the user is active, which also keeps the application alive. */
export async function reportMyActivity(client: UcwaClient, me: Resource): Promise<void> {
  await client.post(requireLink(me, 'reportMyActivity').href, null);
}
