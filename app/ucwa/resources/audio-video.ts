import { CallState } from '../catalogue/generated/enumerations.ts';
import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import { enumProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.audioVideo;

/** The audio/video modality of a conversation. */
export interface AudioVideo {
  readonly href: string | null;
  readonly state: CallState | null;
  /** Id for a consultative transfer. */
  readonly supportsReplaces: string | null;
  readonly videoSourcesAllowed: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readAudioVideo(resource: Resource): AudioVideo {
  return {
    href: resource.href,
    state: enumProperty(resource, 'state', CallState, null),
    supportsReplaces: stringProperty(resource, 'supportsReplaces'),
    videoSourcesAllowed: stringProperty(resource, 'videoSourcesAllowed'),
    links: pickLinks(resource, linkRels),
  };
}
