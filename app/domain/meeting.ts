/** UCWA `AccessLevel`: who comes in at once; everybody else waits in the lobby. */
export const accessLevels = ['Locked', 'Invited', 'SameEnterprise', 'Everyone'] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** UCWA `AutomaticLeaderAssignment`: who becomes a leader by coming in. */
export const leaderAssignments = ['Disabled', 'SameEnterprise', 'Everyone'] as const;
export type LeaderAssignment = (typeof leaderAssignments)[number];

/** UCWA `EntryExitAnnouncement`; `Unsupported` cannot be changed. */
export const announcements = ['Enabled', 'Disabled', 'Unsupported'] as const;
export type Announcement = (typeof announcements)[number];

/** UCWA `LobbyBypassForPhoneUsers` and `PhoneUserAdmission`. */
export const switches = ['Enabled', 'Disabled'] as const;
export type Switch = (typeof switches)[number];

/** What an organizer decides about a meeting. Null is for the server to decide, or unknown here. */
export interface MeetingValues {
  readonly subject: string;
  readonly description: string;
  readonly accessLevel: AccessLevel | null;
  readonly automaticLeaderAssignment: LeaderAssignment | null;
  readonly entryExitAnnouncement: Announcement | null;
  readonly lobbyBypassForPhoneUsers: Switch | null;
  readonly phoneUserAdmission: Switch | null;
  /** After this moment, in milliseconds since 1970, the server may delete the meeting. */
  readonly expirationTimeMs: number | null;
  /** `sip:` URIs of those who may lead it, besides the organizer. */
  readonly leaders: readonly string[];
  /** `sip:` URIs of those who are invited. */
  readonly attendees: readonly string[];
}

/** The fields of a meeting, in the order of its form. */
export const meetingFields = [
  'subject',
  'description',
  'attendees',
  'expirationTimeMs',
  'accessLevel',
  'automaticLeaderAssignment',
  'leaders',
  'phoneUserAdmission',
  'lobbyBypassForPhoneUsers',
  'entryExitAnnouncement',
] as const satisfies readonly (keyof MeetingValues)[];

/** What is to be different; what is undefined stays as it is. */
export type MeetingChanges = {
  readonly [Field in keyof MeetingValues]?: MeetingValues[Field] | undefined;
};

/** A meeting of the user's own. No addresses of the server but those that people are given. */
export interface ScheduledMeeting extends MeetingValues {
  readonly id: string;
  /** The one that an administrator assigned, whose values are theirs. */
  readonly isAssigned: boolean;
  /** By which communicators join; null where the server does not say. */
  readonly onlineMeetingUri: string | null;
  /** By which people join, also without a communicator. */
  readonly joinUrl: string | null;
  /** Unique among the meetings of its organizer. */
  readonly onlineMeetingId: string | null;
  /** What people on the phone type. */
  readonly conferenceId: string | null;
  readonly can: { readonly join: boolean; readonly change: boolean };
}

/** What the server lets one choose from, and what holds when nothing is chosen. */
export interface MeetingOptions {
  readonly accessLevels: readonly AccessLevel[];
  readonly automaticLeaderAssignments: readonly LeaderAssignment[];
  readonly entryExitAnnouncements: readonly Announcement[];
  readonly lobbyBypassForPhoneUsers: readonly Switch[];
  /** Empty where no policy allows to come in by phone. */
  readonly phoneUserAdmission: readonly Switch[];
  readonly defaults: Pick<
    MeetingValues,
    | 'accessLevel'
    | 'automaticLeaderAssignment'
    | 'entryExitAnnouncement'
    | 'lobbyBypassForPhoneUsers'
    | 'phoneUserAdmission'
  >;
  /** How many people a meeting may have; null where the server does not say. */
  readonly meetingSize: number | null;
  /** More invited people than this are worth a warning. */
  readonly participantsWarningThreshold: number | null;
}

/** Where to call in. */
export interface DialInRegion {
  readonly name: string;
  /** As people dial it. */
  readonly number: string;
  /** Such as `en-US`. */
  readonly languages: readonly string[];
}

/** UCWA `phoneDialInInformation`: how to come in by phone. */
export interface DialIn {
  readonly tollNumber: string | null;
  readonly tollFreeNumbers: readonly string[];
  readonly regions: readonly DialInRegion[];
  /** Web page with all numbers, for people outside. */
  readonly directoryUrl: string | null;
  readonly participantPassCode: string | null;
  /** Of the assigned meeting or of an audio provider; meetings may have their own. */
  readonly conferenceId: string | null;
}

/** UCWA `onlineMeetingInvitationCustomization`: what the company puts into invitations. */
export interface InvitationCustomization {
  readonly helpUrl: string | null;
  readonly legalUrl: string | null;
  readonly footerText: string | null;
}

/** What is known of the user's meetings. */
export interface Meetings {
  /** As the server lists them. */
  readonly list: readonly ScheduledMeeting[];
  /** `failed`: could not be read; what is shown is of before. */
  readonly state: 'unread' | 'reading' | 'read' | 'failed';
  readonly options: MeetingOptions;
  readonly dialIn: DialIn | null;
  readonly customization: InvitationCustomization | null;
  readonly can: { readonly list: boolean; readonly schedule: boolean; readonly join: boolean };
}

const noOptions: MeetingOptions = {
  accessLevels: [],
  automaticLeaderAssignments: [],
  entryExitAnnouncements: [],
  lobbyBypassForPhoneUsers: [],
  phoneUserAdmission: [],
  defaults: {
    accessLevel: null,
    automaticLeaderAssignment: null,
    entryExitAnnouncement: null,
    lobbyBypassForPhoneUsers: null,
    phoneUserAdmission: null,
  },
  meetingSize: null,
  participantsWarningThreshold: null,
};

/** Before anything was read. */
export const noMeetings: Meetings = {
  list: [],
  state: 'unread',
  options: noOptions,
  dialIn: null,
  customization: null,
  can: { list: false, schedule: false, join: false },
};

/** A meeting that nobody said anything about yet. */
export const newMeetingValues = (options: MeetingOptions): MeetingValues => ({
  subject: '',
  description: '',
  ...options.defaults,
  expirationTimeMs: null,
  leaders: [],
  attendees: [],
});

/** The meetings that go on being of use, and those that the server may delete, nearest first. */
export function byExpiry(
  list: readonly ScheduledMeeting[],
  nowMs: number,
): { readonly current: readonly ScheduledMeeting[]; readonly past: readonly ScheduledMeeting[] } {
  const endOf = ({ expirationTimeMs }: ScheduledMeeting) =>
    expirationTimeMs ?? Number.POSITIVE_INFINITY;
  // The assigned one is always at hand.
  const isCurrent = (meeting: ScheduledMeeting) => meeting.isAssigned || endOf(meeting) > nowMs;
  const order = (a: ScheduledMeeting, b: ScheduledMeeting): number => {
    if (a.isAssigned !== b.isAssigned) return a.isAssigned ? -1 : 1;
    return endOf(a) === endOf(b) ? 0 : endOf(a) - endOf(b);
  };
  return {
    current: list.filter(isCurrent).sort(order),
    past: list.filter((meeting) => !isCurrent(meeting)).sort((a, b) => order(b, a)),
  };
}
