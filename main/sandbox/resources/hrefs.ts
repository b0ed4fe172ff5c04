import type {
  Account,
  Application,
  Conversation,
  Invitation,
  Negotiation,
  Renegotiation,
} from '../model/entities.ts';

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

/** A person as seen by this application. Encoded like the real server's, with `@` left alone. */
export function contactHref(application: Application, uri: string): string {
  const name = encodeURIComponent(uri.replace(/^sip:/i, '')).replace(/%40/g, '@');
  return `${peopleHref(application)}/${name}`;
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
  return `${conversationHref(conversation)}/participants/${participantId}`;
}

export function invitationHref(invitation: Invitation): string {
  const collection =
    invitation.kind === 'audioVideo' ? 'audioVideoInvitations' : 'messagingInvitations';
  return `${communicationHref(invitation.conversation.application)}/${collection}/${invitation.id}`;
}

export function negotiationHref(invitation: Invitation, negotiation: Negotiation): string {
  return `${invitationHref(invitation)}/audioVideoNegotiations/${negotiation.id}`;
}
