import { follow } from '../follow/follow.ts';
import { known } from '../follow/known-resource.ts';
import type { Resource } from '../hypermedia/resource.ts';
import type { UcwaClient } from '../ucwa-application.ts';

/** Reads the user's own note; the empty text when there is none. */
export async function readNote(client: UcwaClient, me: Resource): Promise<string> {
  const { values } = await follow(client, known('me', me), 'GET note');
  return values.message ?? '';
}

/** Sets the user's own note; the empty text takes it away. */
export async function setNote(client: UcwaClient, me: Resource, message: string): Promise<void> {
  await follow(client, known('me', me), 'POST note', { message }, { kind: 'write' });
}
