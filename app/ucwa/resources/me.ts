import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import { stringListProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.me;

/** The signed-in user. `makeMeAvailable` is gone and `presence` there once they are available. */
export interface Me {
  readonly href: string | null;
  readonly name: string | null;
  /** `sip:` URI. */
  readonly uri: string | null;
  /** GRUU of this endpoint. */
  readonly endpointUri: string | null;
  readonly company: string | null;
  readonly department: string | null;
  readonly title: string | null;
  readonly officeLocation: string | null;
  readonly emailAddresses: readonly string[];
  readonly workPhoneNumber: string | null;
  readonly mobilePhoneNumber: string | null;
  readonly homePhoneNumber: string | null;
  readonly otherPhoneNumber: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readMe(resource: Resource): Me {
  const text = (name: string) => stringProperty(resource, name);
  return {
    href: resource.href,
    name: text('name'),
    uri: text('uri'),
    endpointUri: text('endpointUri'),
    company: text('company'),
    department: text('department'),
    title: text('title'),
    officeLocation: text('officeLocation'),
    emailAddresses: stringListProperty(resource, 'emailAddresses'),
    workPhoneNumber: text('workPhoneNumber'),
    mobilePhoneNumber: text('mobilePhoneNumber'),
    homePhoneNumber: text('homePhoneNumber'),
    otherPhoneNumber: text('otherPhoneNumber'),
    links: pickLinks(resource, linkRels),
  };
}
