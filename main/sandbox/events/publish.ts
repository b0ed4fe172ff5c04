import type { Application, Conversation, Invitation } from '../model/entities.ts';
import type { JsonObject, Resource } from '../model/json.ts';
import {
  communicationHref,
  conversationHref,
  invitationHref,
  meHref,
  peopleHref,
} from '../resources/hrefs.ts';
import type { EventType, Priority, Reason, Sender } from './event.ts';

export function communicationSender(application: Application): Sender {
  return { rel: 'communication', href: communicationHref(application) };
}

export function conversationSender(conversation: Conversation): Sender {
  return { rel: 'conversation', href: conversationHref(conversation) };
}

export function invitationSender(invitation: Invitation): Sender {
  return { rel: 'audioVideoInvitation', href: invitationHref(invitation) };
}

export function meSender(application: Application): Sender {
  return { rel: 'me', href: meHref(application) };
}

export function peopleSender(application: Application): Sender {
  return { rel: 'people', href: peopleHref(application) };
}

export interface EventDetails {
  readonly type: EventType;
  readonly rel: string;
  readonly href: string;
  readonly title?: string;
  /** The collection or owner the resource is in. */
  readonly inside?: { readonly rel: string; readonly href: string };
  readonly status?: 'Success' | 'Failure' | undefined;
  readonly reason?: Reason | undefined;
  readonly embed?: Resource | undefined;
  /** Default High. */
  readonly priority?: Priority;
  /** Called as the event goes out, once per event channel. */
  readonly onDelivered?: (() => void) | undefined;
  /** Whether the event, not sent yet, is to be forgotten. */
  readonly isStale?: (() => boolean) | undefined;
}

/** Puts an event on every event channel of an application, and on its way to callbacks. */
export function publish(application: Application, sender: Sender, details: EventDetails): void {
  const { type, rel, href, title, inside, status, reason, embed } = details;
  const link = title === undefined ? { rel, href } : { rel, href, title };
  const embedded: JsonObject | undefined = embed === undefined ? undefined : { [rel]: embed };
  const event = {
    link,
    ...(inside === undefined ? {} : { in: { rel: inside.rel, href: inside.href } }),
    type,
    ...(status === undefined ? {} : { status }),
    ...(reason === undefined ? {} : { reason }),
    ...(embedded === undefined ? {} : { _embedded: embedded }),
  };
  const { priority = 'High', onDelivered, isStale } = details;
  const outgoing = { sender, event, priority, onDelivered, isStale };
  for (const channel of application.channels.values()) channel.push(outgoing);
  application.callbacks?.push(outgoing);
}
