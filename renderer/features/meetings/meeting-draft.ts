import {
  type AccessLevel,
  type Announcement,
  accessLevels,
  announcements,
  type LeaderAssignment,
  leaderAssignments,
  type MeetingChanges,
  type MeetingOptions,
  type MeetingValues,
  meetingFields,
  newMeetingValues,
  type ScheduledMeeting,
  type Switch,
  switches,
} from '../../../app/domain/meeting.ts';
import { meetingProblems, readPeople } from '../../../app/domain/meeting-limits.ts';
import type { MeetingDraft } from '../../store/meeting-slice.ts';

/** What stands below a field. */
export interface FieldProblem {
  readonly problem: ReturnType<typeof meetingProblems>[number]['problem'] | 'no-date' | 'server';
  readonly detail: string;
}

export type FieldProblems = Partial<Record<keyof MeetingValues, FieldProblem>>;

const bare = (uri: string): string => uri.replace(/^sip:/i, '');

const two = (value: number): string => String(value).padStart(2, '0');

const dateOf = (timeMs: number | null): string => {
  if (timeMs === null) return '';
  const date = new Date(timeMs);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The form of values, of a meeting that is there or of a new one. */
const toDraft = (values: MeetingValues, meetingId: string | null): MeetingDraft => ({
  meetingId,
  subject: values.subject,
  description: values.description,
  attendees: values.attendees.map(bare).join(', '),
  leaders: values.leaders.map(bare).join(', '),
  accessLevel: values.accessLevel ?? '',
  automaticLeaderAssignment: values.automaticLeaderAssignment ?? '',
  entryExitAnnouncement: values.entryExitAnnouncement ?? '',
  lobbyBypassForPhoneUsers: values.lobbyBypassForPhoneUsers ?? '',
  phoneUserAdmission: values.phoneUserAdmission ?? '',
  expirationDate: dateOf(values.expirationTimeMs),
});

export const newDraft = (options: MeetingOptions): MeetingDraft =>
  toDraft(newMeetingValues(options), null);

export const draftOf = (meeting: ScheduledMeeting): MeetingDraft => toDraft(meeting, meeting.id);

const member = <T extends string>(members: readonly T[], value: string): T | null =>
  members.find((each) => each === value) ?? null;

/** The last moment of a day of the user's own calendar; null for none, NaN for what is no day. */
function endOfDay(date: string): number | null {
  if (date === '') return null;
  const day = /^\d{4,6}-\d\d-\d\d$/.test(date) ? new Date(`${date}T23:59:59`) : null;
  return day === null ? Number.NaN : day.getTime();
}

/** What the form says. */
export function valuesOf(draft: MeetingDraft): MeetingValues {
  const accessLevel: AccessLevel | null = member(accessLevels, draft.accessLevel);
  const leading: LeaderAssignment | null = member(
    leaderAssignments,
    draft.automaticLeaderAssignment,
  );
  const announced: Announcement | null = member(announcements, draft.entryExitAnnouncement);
  const bypass: Switch | null = member(switches, draft.lobbyBypassForPhoneUsers);
  return {
    subject: draft.subject.trim(),
    description: draft.description,
    accessLevel,
    automaticLeaderAssignment: leading,
    entryExitAnnouncement: announced,
    lobbyBypassForPhoneUsers: bypass,
    phoneUserAdmission: member(switches, draft.phoneUserAdmission),
    expirationTimeMs: endOfDay(draft.expirationDate),
    leaders: readPeople(draft.leaders),
    attendees: readPeople(draft.attendees),
  };
}

/** What is different from before: everything else may have been changed by others meanwhile. */
export function changesOf(draft: MeetingDraft, meeting: ScheduledMeeting): MeetingChanges {
  const before = valuesOf(draftOf(meeting));
  const now = valuesOf(draft);
  const changed = meetingFields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, now[field]]));
}

/** What is wrong, by field. Dates that cannot be read are none, whatever the server thinks. */
export function problemsOf(values: MeetingChanges, nowMs: number): FieldProblems {
  const { expirationTimeMs } = values;
  const isNoDate = typeof expirationTimeMs === 'number' && Number.isNaN(expirationTimeMs);
  const found = meetingProblems(
    isNoDate ? { ...values, expirationTimeMs: null } : values,
    nowMs,
  ).map(({ field, problem, detail }) => [field, { problem, detail }]);
  return {
    ...Object.fromEntries(found),
    ...(isNoDate && { expirationTimeMs: { problem: 'no-date', detail: '' } }),
  };
}

/** @param fields as the server names them, which is how the form does but for one */
export function problemsOfServer(fields: string): FieldProblems {
  const problem: FieldProblem = { problem: 'server', detail: '' };
  const named = fields.split(/,\s*/).flatMap((name) => {
    const isMeant = (field: string) =>
      field.replace(/Ms$/, '').toLowerCase() === name.toLowerCase();
    return meetingFields.find((field) => isMeant(field) || field === name) ?? [];
  });
  return Object.fromEntries(named.map((name) => [name, problem]));
}
