import { pickLinks } from '../hypermedia/links.ts';
import { enumProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';
import { type ModalityState, modalityStates } from './enumerations.ts';

const linkRels = [
  'addAudio',
  'addAudioVideo',
  'addVideo',
  'audioVideoPolicies',
  'audioVideoSession',
  'conversation',
  'escalateAudio',
  'escalateAudioVideo',
  'replaceWithPhoneAudio',
  'reportMediaDiagnostics',
  'stopAudio',
  'stopAudioVideo',
  'stopVideo',
  'videoFreeze',
  'videoLockedOnParticipant',
] as const;

/** The audio/video modality of a conversation. */
export interface AudioVideo {
  readonly href: string | null;
  readonly state: ModalityState | null;
  /** Id for a consultative transfer. */
  readonly supportsReplaces: string | null;
  readonly videoSourcesAllowed: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readAudioVideo(resource: Resource): AudioVideo {
  return {
    href: resource.href,
    state: enumProperty(resource, 'state', modalityStates, null),
    supportsReplaces: stringProperty(resource, 'supportsReplaces'),
    videoSourcesAllowed: stringProperty(resource, 'videoSourcesAllowed'),
    links: pickLinks(resource, linkRels),
  };
}
