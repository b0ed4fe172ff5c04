import { expect, it } from 'vitest';
import { resources } from '../../../../../app/ucwa/catalogue/generated/resources.ts';

/** Why a call that rings since events were lost cannot be taken: see docs/decisions. */
it('nothing that a client can read leads to an audioVideoInvitation, but the answer to an own one', () => {
  const isWay = (rel: string) => /^(?:audioVideoInvitation|invitations?)$/.test(rel);
  const from = Object.entries(resources)
    .filter(([, resource]) => 'links' in resource && [...resource.links].some(isWay))
    .map(([name]) => name);
  expect(from).toEqual(['audioVideoNegotiation']);
});
