import { Role, SourceNetwork } from '../catalogue/generated/enumerations.ts';
import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import { booleanProperty, enumProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.participant;

/** https://ucwa.skype.com/documentation/resources/participant */
export interface Participant {
  readonly href: string | null;
  readonly name: string | null;
  /** `sip:` or `tel:` URI. */
  readonly uri: string | null;
  readonly anonymous: boolean;
  readonly inLobby: boolean;
  /** It is the user. */
  readonly local: boolean;
  readonly organizer: boolean;
  readonly role: Role;
  readonly sourceNetwork: SourceNetwork;
  readonly otherPhoneNumber: string | null;
  readonly workPhoneNumber: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readParticipant(resource: Resource): Participant {
  return {
    href: resource.href,
    name: stringProperty(resource, 'name'),
    uri: stringProperty(resource, 'uri'),
    anonymous: booleanProperty(resource, 'anonymous') ?? false,
    inLobby: booleanProperty(resource, 'inLobby') ?? false,
    local: booleanProperty(resource, 'local') ?? false,
    organizer: booleanProperty(resource, 'organizer') ?? false,
    role: enumProperty(resource, 'role', Role, 'Unknown'),
    sourceNetwork: enumProperty(resource, 'sourceNetwork', SourceNetwork, 'Unknown'),
    otherPhoneNumber: stringProperty(resource, 'otherPhoneNumber'),
    workPhoneNumber: stringProperty(resource, 'workPhoneNumber'),
    links: pickLinks(resource, linkRels),
  };
}
