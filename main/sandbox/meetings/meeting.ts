import type { Meeting } from '../model/entities.ts';
import { conferenceId, hexId, meetingId } from '../model/ids.ts';
import type { MeetingSettings } from '../model/meeting-settings.ts';
import type { Account } from '../model/user-account.ts';
import type { World } from '../model/world.ts';

const dayMs = 24 * 3_600_000;

/** What holds in a meeting when the organizer said nothing: colleagues come in at once and may present. */
export function defaultSettings(nowMs: number): MeetingSettings {
  return {
    subject: '',
    description: '',
    accessLevel: 'Everyone',
    automaticLeaderAssignment: 'SameEnterprise',
    entryExitAnnouncement: 'Disabled',
    lobbyBypassForPhoneUsers: 'Disabled',
    phoneUserAdmission: 'Disabled',
    expirationMs: nowMs + 14 * dayMs,
    leaders: [],
    attendees: [],
  };
}

function joinUrl(world: World, organizer: Account, id: string): string {
  const name = organizer.user.uri.replace(/^sip:/i, '').split('@')[0] ?? '';
  return `${world.joinPages}/${name.toLowerCase()}/${id}`;
}

/** What makes a meeting one of several kinds. */
export interface MeetingKind {
  readonly scheduled: boolean;
  readonly assigned?: boolean;
}

export function createMeeting(
  world: World,
  organizer: Account,
  { scheduled, assigned = false }: MeetingKind,
  settings: Partial<MeetingSettings> = {},
): Meeting {
  const id = meetingId();
  const meeting: Meeting = {
    id,
    uri: `${organizer.user.uri};gruu;opaque=app:conf:focus:id:${id}`,
    joinUrl: joinUrl(world, organizer, id),
    organizer,
    scheduled,
    assigned,
    conferenceId: organizer.user.dialInConferencing === true ? conferenceId() : undefined,
    settings: { ...defaultSettings(world.nowMs()), ...settings },
    etag: hexId().slice(0, 10),
    audienceMuteLock: false,
    audienceMessaging: true,
    lastSourceId: 0,
    attendances: new Map(),
    pending: new Set(),
  };
  world.meetings.set(id, meeting);
  return meeting;
}

/** The scheduled meetings of somebody, as their list has them. */
export function scheduledBy(world: World, organizer: Account): readonly Meeting[] {
  return [...world.meetings.values()].filter(
    (meeting) => meeting.scheduled && !meeting.assigned && meeting.organizer === organizer,
  );
}

/** The meeting that an administrator gave to somebody; it is there as soon as it is asked for. */
export function assignedTo(world: World, organizer: Account): Meeting | undefined {
  if (organizer.user.assignedMeeting !== true) return undefined;
  const made = [...world.meetings.values()].find(
    (meeting) => meeting.assigned && meeting.organizer === organizer,
  );
  const subject = `${organizer.user.name}'s meeting`;
  return made ?? createMeeting(world, organizer, { scheduled: true, assigned: true }, { subject });
}

/** The meeting with this `onlineMeetingUri`, whatever its case. */
export function findMeeting(world: World, uri: string): Meeting | undefined {
  const id = /;opaque=app:conf:focus:id:([^;?]+)/i.exec(uri)?.[1]?.toUpperCase();
  const meeting = id === undefined ? undefined : world.meetings.get(id);
  const organizer = uri.split(';')[0]?.trim().toLowerCase();
  return meeting?.organizer.key === organizer ? meeting : undefined;
}
