import type { AudioVideoInvitation } from '../../domain/invitation.ts';
import type { PersonRef } from '../../domain/person.ts';
import { link } from '../../ucwa/hypermedia/links.ts';
import { readContact } from '../../ucwa/resources/contact.ts';
import { personRef } from '../people/person-ref.ts';
import type { CallContext } from './call-context.ts';
import type { CallRecord } from './call-record.ts';

/** People of an invitation that the server names by a link only. */
const linkedPeople = [
  'from',
  'delegator',
  'onBehalfOf',
  'forwardedBy',
  'transferredBy',
  'acceptedByContact',
] as const satisfies readonly (keyof AudioVideoInvitation)[];

type LinkedPerson = (typeof linkedPeople)[number];

/**
 * Fetches who is behind the links of an invitation that rings already, and puts their names into
 * the call. Who cannot be fetched keeps the name that the link gave.
 */
export async function completeNames(context: CallContext, record: CallRecord): Promise<void> {
  const call = context.board.get(record.id);
  const { invitation } = record;
  if (call?.invitation == null || invitation === null) return;
  for (const rel of linkedPeople) {
    const href = link(invitation, rel)?.href;
    const person = call.invitation[rel];
    if (href === undefined || (person !== null && person.uri !== '')) continue;
    const fetched = await fetchPerson(context, href);
    if (fetched !== null) putName(context, record.id, rel, fetched);
  }
}

async function fetchPerson(context: CallContext, href: string): Promise<PersonRef | null> {
  try {
    const resource = await context.server.read(href);
    // A contact and a participant have `uri` and `name` in common.
    const { uri, name } = readContact(resource);
    return uri === null && name === null ? null : personRef(uri, name, context.store.state.people);
  } catch (error) {
    context.logger.info('A person of an invitation could not be read', { error });
    return null;
  }
}

function putName(context: CallContext, callId: string, rel: LinkedPerson, person: PersonRef): void {
  const call = context.board.get(callId);
  if (call?.invitation == null) return;
  const isRemote = rel === 'from' && call.direction === 'Incoming';
  context.board.edit(callId, {
    invitation: { ...call.invitation, [rel]: person },
    ...(isRemote ? { remote: person } : {}),
  });
}
