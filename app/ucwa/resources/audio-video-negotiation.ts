import { resources } from '../catalogue/generated/resources.ts';
import { link, pickLinks } from '../hypermedia/links.ts';
import { stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.audioVideoNegotiation;

/**
 * One endpoint's answer to an outgoing invitation. Forked calls have one for each pair of
 * `sessionContext` and `remoteEndpoint`.
 */
export interface AudioVideoNegotiation {
  readonly href: string | null;
  /** `data:` URI of the final answer. */
  readonly mediaAnswer: string | null;
  /** `data:` URI of an early answer, which may be followed by others. */
  readonly mediaProvisionalAnswer: string | null;
  readonly sessionContext: string | null;
  readonly remoteEndpoint: string | null;
  /** Content-ID of the part of our offer that was taken. */
  readonly msAcceptedContentId: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readAudioVideoNegotiation(resource: Resource): AudioVideoNegotiation {
  return {
    href: resource.href,
    mediaAnswer: link(resource, 'mediaAnswer')?.href ?? null,
    mediaProvisionalAnswer: link(resource, 'mediaProvisionalAnswer')?.href ?? null,
    sessionContext: stringProperty(resource, 'sessionContext'),
    remoteEndpoint: stringProperty(resource, 'remoteEndpoint'),
    msAcceptedContentId: stringProperty(resource, 'msAcceptedContentId'),
    links: pickLinks(resource, linkRels),
  };
}
