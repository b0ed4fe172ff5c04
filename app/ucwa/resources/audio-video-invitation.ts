import { Direction, Importance, InvitationState } from '../catalogue/generated/enumerations.ts';
import { resources } from '../catalogue/generated/resources.ts';
import { embeddedMany, embeddedOne, link, pickLinks } from '../hypermedia/links.ts';
import { booleanProperty, enumProperty, stringProperty } from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';
import { type Participant, readParticipant } from './participant.ts';

const { links: linkRels } = resources.audioVideoInvitation;

export type AudioVideoInvitationLinks = Readonly<Record<(typeof linkRels)[number], Link | null>>;

/** A place that a caller gave, for emergency calls. */
export interface CustomLocation {
  readonly address: string | null;
  readonly building: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly locationState: string | null;
  readonly zip: string | null;
}

/**
 * An invitation to audio or audio and video, incoming or outgoing.
 * https://ucwa.skype.com/documentation/resources/audioVideoInvitation
 */
export interface AudioVideoInvitation {
  readonly href: string | null;
  readonly direction: Direction | null;
  readonly state: InvitationState | null;
  /** Normal when the server says nothing, or something unknown. */
  readonly importance: Importance;
  readonly subject: string | null;
  readonly threadId: string | null;
  readonly operationId: string | null;
  readonly sessionContext: string | null;
  readonly bandwidthControlId: string | null;
  /** URI of the person on whose behalf the invitation is made. */
  readonly delegator: string | null;
  readonly joinAudioMuted: boolean | null;
  readonly joinVideoMuted: boolean | null;
  /** It came on the user's private line. */
  readonly privateLine: boolean;
  /** URI of the invitation's target. */
  readonly to: string | null;
  readonly location: CustomLocation;
  /** `data:` URI (`decodeMediaSdp`) or another external resource. */
  readonly mediaOffer: string | null;
  readonly customContent: string | null;
  /** The inviting participant when embedded; else see `links.from`. */
  readonly from: Participant | null;
  readonly acceptedByParticipants: readonly Participant[];
  readonly links: AudioVideoInvitationLinks;
}

export function readAudioVideoInvitation(resource: Resource): AudioVideoInvitation {
  const text = (name: string) => stringProperty(resource, name);
  const from = embeddedOne(resource, 'from');
  return {
    href: resource.href,
    direction: enumProperty(resource, 'direction', Direction, null),
    state: enumProperty(resource, 'state', InvitationState, null),
    importance: enumProperty(resource, 'importance', Importance, 'Normal'),
    subject: text('subject'),
    threadId: text('threadId'),
    operationId: text('operationId'),
    sessionContext: text('sessionContext'),
    bandwidthControlId: text('bandwidthControlId'),
    delegator: text('delegator'),
    joinAudioMuted: booleanProperty(resource, 'joinAudioMuted'),
    joinVideoMuted: booleanProperty(resource, 'joinVideoMuted'),
    privateLine: booleanProperty(resource, 'privateLine') ?? false,
    to: text('to'),
    location: {
      address: text('address'),
      building: text('building'),
      city: text('city'),
      country: text('country'),
      locationState: text('locationState'),
      zip: text('zip'),
    },
    mediaOffer: link(resource, 'mediaOffer')?.href ?? null,
    customContent: link(resource, 'customContent')?.href ?? text('customContent'),
    from: from === null ? null : readParticipant(from),
    acceptedByParticipants: embeddedMany(resource, 'acceptedByParticipant').map(readParticipant),
    links: pickLinks(resource, linkRels),
  };
}
