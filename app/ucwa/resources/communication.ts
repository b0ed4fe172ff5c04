import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import { booleanProperty, stringListProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.communication;

/** What the user may start and how they can be reached. A missing link means: not allowed. */
export interface Communication {
  readonly href: string | null;
  readonly etag: string | null;
  readonly audioPreference: string | null;
  readonly conversationHistory: string | null;
  readonly lisLocation: string | null;
  readonly lisQueryResult: string | null;
  readonly phoneNumber: string | null;
  readonly publishEndpointLocation: boolean | null;
  readonly simultaneousRingNumberMatch: string | null;
  readonly videoBasedScreenSharing: string | null;
  readonly supportedMessageFormats: readonly string[];
  readonly supportedModalities: readonly string[];
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readCommunication(resource: Resource): Communication {
  const text = (name: string) => stringProperty(resource, name);
  return {
    href: resource.href,
    etag: resource.etag,
    audioPreference: text('audioPreference'),
    conversationHistory: text('conversationHistory'),
    lisLocation: text('lisLocation'),
    lisQueryResult: text('lisQueryResult'),
    phoneNumber: text('phoneNumber'),
    publishEndpointLocation: booleanProperty(resource, 'publishEndpointLocation'),
    simultaneousRingNumberMatch: text('simultaneousRingNumberMatch'),
    videoBasedScreenSharing: text('videoBasedScreenSharing'),
    supportedMessageFormats: stringListProperty(resource, 'supportedMessageFormats'),
    supportedModalities: stringListProperty(resource, 'supportedModalities'),
    links: pickLinks(resource, linkRels),
  };
}
