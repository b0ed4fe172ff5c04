import {
  accessLevels,
  announcements,
  type DialIn,
  type InvitationCustomization,
  leaderAssignments,
  type MeetingChanges,
  type MeetingOptions,
  type Meetings,
  noMeetings,
  type ScheduledMeeting,
  switches,
} from '../../domain/meeting.ts';
import type { OperationInput } from '../../ucwa/catalogue/operation-types.ts';
import { type ReadResource, readEmbedded } from '../../ucwa/follow/read-resource.ts';

/** A meeting of the user's, as the server has it. */
export type OwnMeeting = ReadResource<'myOnlineMeeting'> | ReadResource<'myAssignedOnlineMeeting'>;

/** Members that came later than this client are none that a user could choose. */
const known = <T extends string>(members: readonly T[], value: string | null): T | null =>
  members.find((member) => member === value) ?? null;

const allKnown = <T extends string>(members: readonly T[], values: readonly string[]): T[] =>
  members.filter((member) => values.includes(member));

/** @param can whether the user can join meetings at all */
export function toMeeting(
  { name, values, href }: OwnMeeting,
  id: string,
  can: Meetings['can'],
): ScheduledMeeting {
  const isAssigned = name === 'myAssignedOnlineMeeting';
  return {
    id,
    isAssigned,
    subject: values.subject ?? '',
    description: values.description ?? '',
    accessLevel: known(accessLevels, values.accessLevel),
    automaticLeaderAssignment: known(leaderAssignments, values.automaticLeaderAssignment),
    entryExitAnnouncement: known(announcements, values.entryExitAnnouncement),
    lobbyBypassForPhoneUsers: known(switches, values.lobbyBypassForPhoneUsers),
    phoneUserAdmission: known(switches, values.phoneUserAdmission),
    expirationTimeMs: values.expirationTime,
    leaders: [...values.leaders],
    attendees: [...values.attendees],
    onlineMeetingUri: values.onlineMeetingUri,
    joinUrl: values.joinUrl,
    onlineMeetingId: values.onlineMeetingId,
    conferenceId: values.conferenceId,
    // What an administrator assigned is theirs to change.
    can: {
      join: can.join && values.onlineMeetingUri !== null,
      change: !isAssigned && href !== null,
    },
  };
}

/** What could not be read offers no choice and no default. */
export function toOptions(
  eligible: ReadResource<'onlineMeetingEligibleValues'> | null,
  defaults: ReadResource<'onlineMeetingDefaultValues'> | null,
  policies: ReadResource<'onlineMeetingPolicies'> | null,
): MeetingOptions {
  const { values } = eligible ?? {};
  const isByPhone = policies?.values.phoneUserAdmission === 'Enabled';
  return {
    accessLevels: allKnown(accessLevels, values?.accessLevels ?? []),
    automaticLeaderAssignments: allKnown(
      leaderAssignments,
      values?.automaticLeaderAssignments ?? [],
    ),
    entryExitAnnouncements: allKnown(announcements, values?.entryExitAnnouncements ?? []),
    lobbyBypassForPhoneUsers: allKnown(switches, values?.lobbyBypassForPhoneUsersSettings ?? []),
    phoneUserAdmission: isByPhone ? [...switches] : [],
    defaults: {
      ...noMeetings.options.defaults,
      ...(defaults !== null && {
        accessLevel: known(accessLevels, defaults.values.accessLevel),
        automaticLeaderAssignment: known(
          leaderAssignments,
          defaults.values.automaticLeaderAssignment,
        ),
        entryExitAnnouncement: known(announcements, defaults.values.entryExitAnnouncement),
        lobbyBypassForPhoneUsers: known(switches, defaults.values.lobbyBypassForPhoneUsers),
      }),
      phoneUserAdmission: isByPhone ? 'Enabled' : null,
    },
    meetingSize: policies?.values.meetingSize ?? null,
    participantsWarningThreshold: defaults?.values.participantsWarningThreshold ?? null,
  };
}

/** Null where the server has no number to call. */
export function toDialIn(
  info: ReadResource<'phoneDialInInformation'>,
  regions: readonly ReadResource<'dialInRegion'>[],
): DialIn | null {
  const { values } = info;
  const numbered = regions.flatMap((region) => {
    const { name, number, languages } = region.values;
    return number === null
      ? []
      : [{ name: name ?? '', number: dialled(number), languages: [...languages] }];
  });
  const dialIn: DialIn = {
    tollNumber: values.tollNumber === null ? null : dialled(values.tollNumber),
    tollFreeNumbers: values.tollFreeNumbers.map(dialled),
    // The user's own region comes first.
    regions: [
      ...numbered.filter(({ name }) => name === values.defaultRegion),
      ...numbered.filter(({ name }) => name !== values.defaultRegion),
    ],
    directoryUrl: webPage(values.externalDirectoryUri),
    participantPassCode: values.participantPassCode,
    conferenceId: values.conferenceId,
  };
  const hasNumber =
    dialIn.tollNumber !== null || dialIn.tollFreeNumbers.length + numbered.length > 0;
  return hasNumber ? dialIn : null;
}

const dialled = (number: string): string => number.replace(/^tel:/i, '');

export function toCustomization({
  values,
}: ReadResource<'onlineMeetingInvitationCustomization'>): InvitationCustomization {
  return {
    helpUrl: webPage(values.invitationHelpUrl) ?? webPage(values.enterpriseHelpUrl),
    legalUrl: webPage(values.invitationLegalUrl),
    footerText: values.invitationFooterText,
  };
}

/** An address that may stand in an invitation; null for anything but a web page. */
const webPage = (url: string | null): string | null =>
  url !== null && /^https?:\/\/\S+$/i.test(url) ? url : null;

/** The numbers of `phoneDialInInformation` that came along. */
export const embeddedRegions = (info: ReadResource<'phoneDialInInformation'>) =>
  readEmbedded(info, 'dialInRegion');

/** In UCWA's terms; what is not given is left to the server, or stays as it is. */
export function toInput(values: MeetingChanges): OperationInput<'myOnlineMeetings', 'POST'> {
  const { subject, description, leaders, attendees, expirationTimeMs } = values;
  const { accessLevel, automaticLeaderAssignment, entryExitAnnouncement } = values;
  const { lobbyBypassForPhoneUsers, phoneUserAdmission } = values;
  return {
    ...(subject !== undefined && { subject }),
    ...(description !== undefined && { description }),
    ...(leaders !== undefined && { leaders }),
    ...(attendees !== undefined && { attendees }),
    ...(accessLevel != null && { accessLevel }),
    ...(automaticLeaderAssignment != null && { automaticLeaderAssignment }),
    ...(entryExitAnnouncement != null && { entryExitAnnouncement }),
    ...(lobbyBypassForPhoneUsers != null && { lobbyBypassForPhoneUsers }),
    ...(phoneUserAdmission != null && { phoneUserAdmission }),
    ...(expirationTimeMs != null && { expirationTime: expirationTimeMs }),
  };
}
