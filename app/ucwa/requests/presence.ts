import type { PreferredAvailability } from '../catalogue/generated/enumerations.ts';
import type { OperationInput } from '../catalogue/operation-types.ts';
import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { UcwaClient } from '../ucwa-application.ts';

/** https://ucwa.skype.com/documentation/resources/makeMeAvailable */
export type MakeMeAvailableInput = OperationInput<'makeMeAvailable'>;

/** Makes the user reachable. 409 AlreadyExists when they are already. */
export async function makeMeAvailable(
  client: UcwaClient,
  me: Resource,
  input: MakeMeAvailableInput,
): Promise<void> {
  await follow(client, known('me', me), 'makeMeAvailable', input);
}

/** Sets the user's own presence. */
export async function setPresence(
  client: UcwaClient,
  me: Resource,
  availability: PreferredAvailability,
): Promise<void> {
  await follow(client, known('me', me), 'POST presence', { availability }, { kind: 'write' });
}

/** Tells the server that the user is active, which also keeps the application alive. */
export async function reportMyActivity(client: UcwaClient, me: Resource): Promise<void> {
  await follow(client, known('me', me), 'reportMyActivity', {}, { kind: 'write' });
}
