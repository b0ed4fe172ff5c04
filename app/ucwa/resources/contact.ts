import { ContactType, SourceNetwork } from '../catalogue/generated/enumerations.ts';
import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import { enumProperty, stringListProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.contact;

/** A person or service that the user can communicate with. */
export interface Contact {
  readonly href: string | null;
  readonly name: string | null;
  readonly uri: string | null;
  readonly type: ContactType | null;
  readonly sourceNetwork: SourceNetwork;
  readonly sourceNetworkIconUrl: string | null;
  readonly company: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly office: string | null;
  readonly emailAddresses: readonly string[];
  readonly workPhoneNumber: string | null;
  readonly mobilePhoneNumber: string | null;
  readonly homePhoneNumber: string | null;
  readonly otherPhoneNumber: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readContact(resource: Resource): Contact {
  const text = (name: string) => stringProperty(resource, name);
  return {
    href: resource.href,
    name: text('name'),
    uri: text('uri'),
    type: enumProperty(resource, 'type', ContactType, null),
    sourceNetwork: enumProperty(resource, 'sourceNetwork', SourceNetwork, 'Unknown'),
    sourceNetworkIconUrl: text('sourceNetworkIconUrl'),
    company: text('company'),
    department: text('department'),
    title: text('title'),
    office: text('office'),
    emailAddresses: stringListProperty(resource, 'emailAddresses'),
    workPhoneNumber: text('workPhoneNumber'),
    mobilePhoneNumber: text('mobilePhoneNumber'),
    homePhoneNumber: text('homePhoneNumber'),
    otherPhoneNumber: text('otherPhoneNumber'),
    links: pickLinks(resource, linkRels),
  };
}
