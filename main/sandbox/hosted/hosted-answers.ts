import type { Application, Invitation } from '../model/entities.ts';
import type { JsonObject } from '../model/json.ts';
import { invitationsHref } from '../resources/hrefs.ts';

/** A meeting in place of what somebody asks for, with the hosted service as its host. */
function startAdhocMeeting(application: Application): JsonObject {
  const invitations = invitationsHref(application, 'onlineMeeting');
  return { startAdhocMeeting: { href: `${invitations}/startAdhocMeeting` } };
}

/**
 * What the hosted service does for a client that is called: answer with media of its own, ring
 * somebody else, or open a meeting.
 */
export function hostedCallAnswers(invitation: Invitation, self: string): JsonObject {
  const { application } = invitation.conversation;
  if (application.dialect !== 'hosted') return {};
  return {
    accept: { href: `${self}/accept` },
    forward: { href: `${self}/forward` },
    ...startAdhocMeeting(application),
  };
}

/** What it does for one that is written to: lead the messages into a meeting. */
export function hostedChatAnswers(invitation: Invitation, self: string): JsonObject {
  const { application } = invitation.conversation;
  if (application.dialect !== 'hosted') return {};
  return {
    acceptAndBridge: { href: `${self}/acceptAndBridge` },
    ...startAdhocMeeting(application),
  };
}
