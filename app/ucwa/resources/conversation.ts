import { ConversationState, Importance } from '../catalogue/generated/enumerations.ts';
import { resources } from '../catalogue/generated/resources.ts';
import { pickLinks } from '../hypermedia/links.ts';
import {
  booleanProperty,
  dateProperty,
  enumProperty,
  numberProperty,
  stringListProperty,
  stringProperty,
} from '../hypermedia/properties.ts';
import type { Link, Resource } from '../hypermedia/resource.ts';

const { links: linkRels } = resources.conversation;

/** The user's view of a communication with others, in whatever modalities. */
export interface Conversation {
  readonly href: string | null;
  readonly state: ConversationState | null;
  /** Such as `Audio`, `Video`, `Messaging`. */
  readonly activeModalities: readonly string[];
  readonly audienceMessaging: string | null;
  readonly audienceMute: string | null;
  readonly createdMs: number | null;
  readonly expirationTimeMs: number | null;
  readonly importance: Importance;
  readonly participantCount: number | null;
  readonly readLocally: boolean | null;
  readonly recording: boolean | null;
  readonly subject: string | null;
  readonly threadId: string | null;
  readonly links: Readonly<Record<(typeof linkRels)[number], Link | null>>;
}

export function readConversation(resource: Resource): Conversation {
  return {
    href: resource.href,
    state: enumProperty(resource, 'state', ConversationState, null),
    activeModalities: stringListProperty(resource, 'activeModalities'),
    audienceMessaging: stringProperty(resource, 'audienceMessaging'),
    audienceMute: stringProperty(resource, 'audienceMute'),
    createdMs: dateProperty(resource, 'created'),
    expirationTimeMs: dateProperty(resource, 'expirationTime'),
    importance: enumProperty(resource, 'importance', Importance, 'Normal'),
    participantCount: numberProperty(resource, 'participantCount'),
    readLocally: booleanProperty(resource, 'readLocally'),
    recording: booleanProperty(resource, 'recording'),
    subject: stringProperty(resource, 'subject'),
    threadId: stringProperty(resource, 'threadId'),
    links: pickLinks(resource, linkRels),
  };
}
