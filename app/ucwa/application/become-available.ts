import type { ModalityType } from '../catalogue/generated/enumerations.ts';
import { failedWith } from '../catalogue/operation.ts';
import { link } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import { makeMeAvailable } from '../requests/presence.ts';
import type { UcwaClient } from '../ucwa-application.ts';
import { UcwaError } from '../ucwa-error.ts';

/** Everything first; less when policy forbids a modality, which the server does not name. */
const attempts: readonly (readonly ModalityType[])[] = [
  ['Messaging', 'Audio', 'Video', 'PhoneAudio'],
  ['Messaging', 'Audio', 'PhoneAudio'],
  ['Messaging', 'Audio'],
  ['Messaging'],
];

/**
 * Makes the user reachable, if `me` offers it. It has no such link when they are already.
 * @returns whether anything was sent
 */
export async function becomeAvailable(client: UcwaClient, me: Resource): Promise<boolean> {
  if (link(me, 'makeMeAvailable') === null) return false;
  for (const supportedModalities of attempts) {
    try {
      const supportedMessageFormats = ['Plain', 'Html'] as const;
      await makeMeAvailable(client, me, { supportedModalities, supportedMessageFormats });
      return true;
    } catch (error) {
      if (failedWith(error, 'makeMeAvailable', '409 Conflict/AlreadyExists')) return true;
      if (!(error instanceof UcwaError)) throw error;
      const isLast = supportedModalities.length === 1;
      if (error.status !== 403 || error.advice === 're-authenticate' || isLast) throw error;
    }
  }
  return true;
}
