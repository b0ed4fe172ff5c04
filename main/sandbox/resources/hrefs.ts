import type { ContactGroup } from '../model/contact-list.ts';
import type { ConversationLog } from '../model/conversation-log.ts';
import type { Application, Conversation, Invitation } from '../model/entities.ts';
import type { Negotiation, Renegotiation } from '../model/media-session.ts';
import type { PresenceSubscription } from '../model/subscriptions.ts';
import type { Account } from '../model/user-account.ts';

/** Where each resource lives. The shapes are the real server's; clients should follow links all the same. */

export function meHref(application: Application): string {
  return `${application.base}/me`;
}

export function peopleHref(application: Application): string {
  return `${application.base}/people`;
}

export function communicationHref(application: Application): string {
  return `${application.base}/communication`;
}

/** A person's address as a path segment. Encoded like the real server's, with `@` left alone. */
function segment(address: string): string {
  return encodeURIComponent(address).replace(/%40/g, '@');
}

/** A person as seen by this application. */
export function contactHref(application: Application, uri: string): string {
  return `${peopleHref(application)}/${segment(uri.replace(/^sip:/i, ''))}`;
}

export function missedItemsHref(application: Application): string {
  return `${communicationHref(application)}/missedItems`;
}

export function conversationLogsHref(application: Application): string {
  return `${communicationHref(application)}/conversationLogs`;
}

export function conversationLogHref(application: Application, log: ConversationLog): string {
  return `${conversationLogsHref(application)}/${log.id}`;
}

export function contactsHref(application: Application): string {
  return `${peopleHref(application)}/contacts`;
}

export function groupsHref(application: Application): string {
  return `${peopleHref(application)}/groups`;
}

export function groupHref(application: Application, group: ContactGroup): string {
  return `${groupsHref(application)}/${group.id}`;
}

export function groupContactsHref(application: Application, group: ContactGroup): string {
  return `${contactsHref(application)}?groupId=${encodeURIComponent(group.id)}`;
}

/** Memberships of contacts in groups: all, or those of one group. */
export function groupMembershipsHref(application: Application, group?: ContactGroup): string {
  const all = `${peopleHref(application)}/groupMemberships`;
  return group === undefined ? all : `${all}?groupId=${encodeURIComponent(group.id)}`;
}

export function contactsSubscriptionHref(application: Application): string {
  return `${peopleHref(application)}/contactsAndGroupsSubscription`;
}

export function subscriptionsHref(application: Application): string {
  return `${peopleHref(application)}/presenceSubscriptions`;
}

export function subscriptionHref(
  application: Application,
  subscription: PresenceSubscription,
): string {
  return `${subscriptionsHref(application)}/${encodeURIComponent(subscription.id)}`;
}

/** Memberships of people in presence subscriptions: all, or those of one subscription. */
export function membershipsHref(
  application: Application,
  subscription?: PresenceSubscription,
): string {
  const all = `${peopleHref(application)}/presenceSubscriptionMemberships`;
  if (subscription === undefined) return all;
  return `${all}?presenceSubscriptionId=${encodeURIComponent(subscription.id)}`;
}

export function accountHref(application: Application, account: Account): string {
  return contactHref(application, account.user.uri);
}

export function conversationHref(conversation: Conversation): string {
  return `${communicationHref(conversation.application)}/conversations/${conversation.id}`;
}

export function audioVideoHref(conversation: Conversation): string {
  return `${conversationHref(conversation)}/audioVideo`;
}

export function phoneAudioHref(conversation: Conversation): string {
  return `${conversationHref(conversation)}/phoneAudio`;
}

export function sessionHref(conversation: Conversation): string {
  return `${audioVideoHref(conversation)}/audioVideoSession`;
}

export function renegotiationHref(
  conversation: Conversation,
  renegotiation: Renegotiation,
): string {
  return `${sessionHref(conversation)}/renegotiations/${renegotiation.id}`;
}

export function messagingHref(conversation: Conversation): string {
  return `${conversationHref(conversation)}/messaging`;
}

export function participantHref(conversation: Conversation, participantId: string): string {
  return `${conversationHref(conversation)}/participants/${segment(participantId)}`;
}

export function onlineMeetingHref(conversation: Conversation): string {
  return `${conversationHref(conversation)}/onlineMeeting`;
}

export function onlineMeetingsHref(application: Application): string {
  return `${application.base}/onlineMeetings`;
}

/** Where invitations of a kind are started, for a new conversation or an existing one. */
export function invitationsHref(
  application: Application,
  kind: Invitation['kind'],
  query: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams(query).toString();
  const collection = `${communicationHref(application)}/${kind}Invitations`;
  return parameters === '' ? collection : `${collection}?${parameters}`;
}

export function invitationHref(invitation: Invitation): string {
  const { conversation, kind, id } = invitation;
  return `${invitationsHref(conversation.application, kind)}/${id}`;
}

export function negotiationHref(invitation: Invitation, negotiation: Negotiation): string {
  return `${invitationHref(invitation)}/audioVideoNegotiations/${negotiation.id}`;
}
