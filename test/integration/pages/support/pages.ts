import {
  allOperations,
  factsOf,
  findOperation,
  isResourceName,
  type Operation,
} from '../../../../app/ucwa/catalogue/operation.ts';
import type { ResourceName } from '../../../../app/ucwa/catalogue/resource-types.ts';

/** The five pages; `startAudioVideo` has one for each dialect. */
export const pages = [
  'startAudioVideo',
  'audioVideoInvitation',
  'addParticipant',
  'startOnlineMeeting',
] as const satisfies readonly ResourceName[];

export type Page = (typeof pages)[number];

/** What can be done by a page: its own operations, and those that its links lead to and that change something. */
export function operationsOf(page: Page): readonly Operation[] {
  const own = allOperations().filter(({ resource }) => resource === page);
  const led = (factsOf(page).links ?? []).flatMap((rel) =>
    isResourceName(rel) ? (findOperation(rel, 'POST', null) ?? []) : [],
  );
  return [...own, ...led];
}
