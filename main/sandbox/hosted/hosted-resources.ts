import type { Application, Meeting } from '../model/entities.ts';
import { type Resource, ucwaDate } from '../model/json.ts';
import { communicationHref, invitationsHref } from '../resources/hrefs.ts';

/** What the hosted service offers to do: fewer things than UCWA's `communication`. */
export function hostedCommunication(application: Application): Resource {
  const video = application.account.user.videoAllowed !== false;
  return {
    rel: 'communication',
    etag: application.etag,
    _links: {
      self: { href: communicationHref(application) },
      joinOnlineMeeting: { href: invitationsHref(application, 'onlineMeeting') },
      startMessaging: { href: invitationsHref(application, 'messaging') },
      ...(video
        ? {
            startAudioVideo: {
              href: invitationsHref(application, 'audioVideo', { modality: 'AudioVideo' }),
            },
          }
        : {}),
      startAudio: { href: invitationsHref(application, 'audioVideo', { modality: 'Audio' }) },
    },
  };
}

export function anonApplicationTokensHref(application: Application): string {
  return `${application.base}/anonApplicationTokens`;
}

export function adhocMeetingsHref(application: Application): string {
  return `${application.base}/adhocMeetings`;
}

/** An application of the hosted service, with the event channel that this server adds to it. */
export function hostedApplication(application: Application, eventsHref: string): Resource {
  return {
    rel: 'application',
    _links: {
      self: { href: application.base },
      anonApplicationTokens: { href: anonApplicationTokensHref(application) },
      events: { href: eventsHref },
    },
    _embedded: {
      communication: hostedCommunication(application),
      myOnlineMeetings: {
        rel: 'myOnlineMeetings',
        _links: { self: { href: `${application.base}/onlineMeetings/myOnlineMeetings` } },
      },
      adhocMeetings: {
        rel: 'adhocMeetings',
        _links: { self: { href: adhocMeetingsHref(application) } },
      },
    },
  };
}

/** A meeting made for the moment, which nobody has joined yet. */
export function adhocMeeting(application: Application, meeting: Meeting): Resource {
  const { settings, organizer } = meeting;
  return {
    rel: 'adhocMeeting',
    accessLevel: settings.accessLevel,
    entryExitAnnouncement: settings.entryExitAnnouncement,
    attendees: settings.attendees,
    automaticLeaderAssignment: settings.automaticLeaderAssignment,
    description: settings.description,
    expirationTime: ucwaDate(settings.expirationMs),
    leaders: settings.leaders,
    onlineMeetingId: meeting.id,
    onlineMeetingUri: meeting.uri,
    organizerUri: organizer.user.uri,
    conferenceId: meeting.id,
    phoneUserAdmission: settings.phoneUserAdmission,
    lobbyBypassForPhoneUsers: settings.lobbyBypassForPhoneUsers,
    subject: settings.subject,
    joinUrl: meeting.joinUrl,
    etag: meeting.etag,
    _links: {
      self: { href: `${adhocMeetingsHref(application)}/${meeting.id}` },
      joinAdhocMeeting: {
        href: invitationsHref(application, 'onlineMeeting', { onlineMeetingUri: meeting.uri }),
      },
    },
  };
}
