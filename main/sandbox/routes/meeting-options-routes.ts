import { ok, type Reply } from '../http/reply.ts';
import { notFound } from '../http/ucwa-error.ts';
import { defaultSettings } from '../meetings/meeting.ts';
import { onlineMeetingsHref } from '../resources/hrefs.ts';
import { type ApplicationContext, type ApplicationRoute, refuseGuests } from './context.ts';
import { announcements, eligibleLevels, leaderAssignments, switches } from './meeting-choices.ts';

function defaultValues({ world, application }: ApplicationContext): Reply {
  const settings = defaultSettings(world.nowMs());
  return ok({
    rel: 'onlineMeetingDefaultValues',
    accessLevel: settings.accessLevel,
    automaticLeaderAssignment: settings.automaticLeaderAssignment,
    defaultOnlineMeetingRel: 'myOnlineMeetings',
    entryExitAnnouncement: settings.entryExitAnnouncement,
    lobbyBypassForPhoneUsers: settings.lobbyBypassForPhoneUsers,
    participantsWarningThreshold: 100,
    _links: { self: { href: `${onlineMeetingsHref(application)}/defaultValues` } },
  });
}

function eligibleValues({ application }: ApplicationContext): Reply {
  const self = onlineMeetingsHref(application);
  const { schedulesMeetings, assignedMeeting } = application.account.user;
  const links = {
    ...(assignedMeeting === true
      ? { myAssignedOnlineMeeting: { href: `${self}/myAssignedOnlineMeeting` } }
      : {}),
    ...(schedulesMeetings === false
      ? {}
      : { myOnlineMeetings: { href: `${self}/myOnlineMeetings` } }),
  };
  return ok({
    rel: 'onlineMeetingEligibleValues',
    accessLevels: eligibleLevels,
    automaticLeaderAssignments: leaderAssignments,
    eligibleOnlineMeetingRels: Object.keys(links),
    entryExitAnnouncements: announcements.filter((each) => each !== 'Unsupported'),
    lobbyBypassForPhoneUsersSettings: switches,
    _links: { self: { href: `${self}/eligibleValues` }, ...links },
  });
}

function policies({ application }: ApplicationContext): Reply {
  const byPhone = application.account.user.dialInConferencing === true;
  return ok({
    rel: 'onlineMeetingPolicies',
    entryExitAnnouncement: 'Enabled',
    externalUserMeetingRecording: 'Disabled',
    meetingRecording: 'Disabled',
    meetingSize: 100,
    phoneUserAdmission: byPhone ? 'Enabled' : 'Disabled',
    voipAudio: 'Enabled',
    _links: { self: { href: `${onlineMeetingsHref(application)}/policies` } },
  });
}

/** Numbers that are reserved for fiction. */
const regions = [
  { name: 'Redmond', number: 'tel:+14255550001', languages: ['en-US', 'es-MX'] },
  { name: 'London', number: 'tel:+442079460001', languages: ['en-GB'] },
];

function dialIn({ world, application }: ApplicationContext): Reply {
  if (application.account.user.dialInConferencing !== true) throw notFound();
  const self = `${onlineMeetingsHref(application)}/phoneDialInInformation`;
  return ok({
    rel: 'phoneDialInInformation',
    defaultRegion: 'Redmond',
    externalDirectoryUri: `https://dialin.${world.domain}`,
    internalDirectoryUri: `https://dialin.${world.domain}`,
    isAudioConferenceProviderEnabled: false,
    tollFreeNumbers: ['tel:+18005550199'],
    tollNumber: 'tel:+14255550001',
    _links: { self: { href: self } },
    _embedded: {
      dialInRegion: regions.map((region, index) => ({
        rel: 'dialInRegion',
        ...region,
        _links: { self: { href: `${self}/${index + 1}` } },
      })),
    },
  });
}

function region({ application, params }: ApplicationContext): Reply {
  const found = regions[Number(params.region) - 1];
  if (found === undefined || application.account.user.dialInConferencing !== true) throw notFound();
  const self = `${onlineMeetingsHref(application)}/phoneDialInInformation/${params.region}`;
  return ok({ rel: 'dialInRegion', ...found, _links: { self: { href: self } } });
}

function customization({ world, application }: ApplicationContext): Reply {
  return ok({
    rel: 'onlineMeetingInvitationCustomization',
    enterpriseHelpUrl: `https://help.${world.domain}/first-meeting`,
    invitationFooterText: 'Parley Demo, for your ears only',
    invitationHelpUrl: `https://help.${world.domain}/meetings`,
    invitationLegalUrl: `https://www.${world.domain}/legal`,
    invitationLogoUrl: `https://www.${world.domain}/logo.png`,
    _links: { self: { href: `${onlineMeetingsHref(application)}/customInvitation` } },
  });
}

/** For those who have meetings of their own. */
const ownMeetings =
  (handler: (context: ApplicationContext) => Reply) =>
  (context: ApplicationContext): Reply => {
    refuseGuests(context);
    return handler(context);
  };

export const meetingOptionsRoutes: readonly ApplicationRoute[] = [
  { method: 'GET', path: 'onlineMeetings/defaultValues', handler: ownMeetings(defaultValues) },
  { method: 'GET', path: 'onlineMeetings/eligibleValues', handler: ownMeetings(eligibleValues) },
  { method: 'GET', path: 'onlineMeetings/policies', handler: ownMeetings(policies) },
  { method: 'GET', path: 'onlineMeetings/phoneDialInInformation', handler: ownMeetings(dialIn) },
  {
    method: 'GET',
    path: 'onlineMeetings/phoneDialInInformation/:region',
    handler: ownMeetings(region),
  },
  { method: 'GET', path: 'onlineMeetings/customInvitation', handler: ownMeetings(customization) },
];
