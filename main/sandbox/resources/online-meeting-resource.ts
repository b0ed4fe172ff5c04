import type { Application, Conversation, Meeting } from '../model/entities.ts';
import { type JsonObject, type Resource, ucwaDate } from '../model/json.ts';
import { conversationHref, onlineMeetingHref, onlineMeetingsHref } from './hrefs.ts';
import { putProperty } from './put-property.ts';

/** Address of a scheduled meeting, for its organizer. */
export function myOnlineMeetingHref(
  application: Application,
  meeting: Pick<Meeting, 'id'>,
): string {
  return `${onlineMeetingsHref(application)}/myOnlineMeetings/${meeting.id}`;
}

function meetingProperties(meeting: Meeting): JsonObject {
  const { settings } = meeting;
  return {
    accessLevel: settings.accessLevel,
    attendees: settings.attendees,
    automaticLeaderAssignment: settings.automaticLeaderAssignment,
    conferenceId: meeting.conferenceId,
    description: settings.description,
    entryExitAnnouncement: settings.entryExitAnnouncement,
    expirationTime: ucwaDate(settings.expirationMs),
    joinUrl: meeting.joinUrl,
    leaders: settings.leaders,
    lobbyBypassForPhoneUsers: settings.lobbyBypassForPhoneUsers,
    onlineMeetingId: meeting.id,
    onlineMeetingRel: 'myOnlineMeetings',
    onlineMeetingUri: meeting.uri,
    organizerUri: meeting.organizer.user.uri,
    phoneUserAdmission: settings.phoneUserAdmission,
    subject: settings.subject,
  };
}

/** The meeting that a conversation is, for those in it. */
export function onlineMeetingResource(conversation: Conversation): Resource | undefined {
  const meeting = conversation.attendance?.meeting;
  if (meeting === undefined) return undefined;
  return {
    rel: 'onlineMeeting',
    ...meetingProperties(meeting),
    hostingNetwork: 'Local',
    largeMeeting: 'Disabled',
    organizerName: meeting.organizer.user.name,
    _links: {
      self: { href: onlineMeetingHref(conversation) },
      conversation: { href: conversationHref(conversation) },
      organizer: { href: `${onlineMeetingHref(conversation)}/organizer` },
      ...(meeting.conferenceId === undefined
        ? {}
        : {
            phoneDialInInformation: {
              href: dialInHref(onlineMeetingsHref(conversation.application)),
            },
          }),
    },
  };
}

/** A scheduled meeting, for its organizer. */
export function myOnlineMeetingResource(application: Application, meeting: Meeting): Resource {
  return {
    rel: meeting.assigned ? 'myAssignedOnlineMeeting' : 'myOnlineMeeting',
    ...meetingProperties(meeting),
    legacyOnlineMeetingUri: `conf:${meeting.uri}?conversation-id=${meeting.id}`,
    ...putProperty(application),
    etag: meeting.etag,
    _links: { self: { href: myOnlineMeetingHref(application, meeting) } },
  };
}

const dialInHref = (self: string): string => `${self}/phoneDialInInformation`;

/** The way into scheduling; what the user may not do is not there. */
export function onlineMeetingsResource(application: Application): Resource {
  const self = onlineMeetingsHref(application);
  const { schedulesMeetings, assignedMeeting, dialInConferencing } = application.account.user;
  return {
    rel: 'onlineMeetings',
    _links: {
      self: { href: self },
      ...(schedulesMeetings === false
        ? {}
        : { myOnlineMeetings: { href: `${self}/myOnlineMeetings` } }),
      ...(assignedMeeting === true
        ? { myAssignedOnlineMeeting: { href: `${self}/myAssignedOnlineMeeting` } }
        : {}),
      onlineMeetingDefaultValues: { href: `${self}/defaultValues` },
      onlineMeetingEligibleValues: { href: `${self}/eligibleValues` },
      onlineMeetingInvitationCustomization: { href: `${self}/customInvitation` },
      onlineMeetingPolicies: { href: `${self}/policies` },
      ...(dialInConferencing === true
        ? { phoneDialInInformation: { href: dialInHref(self) } }
        : {}),
    },
  };
}
