import type { Account, Meeting, MeetingSettings } from '../model/entities.ts';
import { hexId, meetingId } from '../model/ids.ts';
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
  return `https://meet.${world.domain}/${name.toLowerCase()}/${id}`;
}

export function createMeeting(
  world: World,
  organizer: Account,
  scheduled: boolean,
  settings: Partial<MeetingSettings> = {},
): Meeting {
  const id = meetingId();
  const meeting: Meeting = {
    id,
    uri: `${organizer.user.uri};gruu;opaque=app:conf:focus:id:${id}`,
    joinUrl: joinUrl(world, organizer, id),
    organizer,
    scheduled,
    settings: { ...defaultSettings(world.nowMs()), ...settings },
    etag: hexId().slice(0, 10),
    audienceMuteLock: false,
    audienceMessaging: true,
    attendances: new Map(),
    pending: new Set(),
  };
  world.meetings.set(id, meeting);
  return meeting;
}

/** The meeting with this `onlineMeetingUri`, whatever its case. */
export function findMeeting(world: World, uri: string): Meeting | undefined {
  const id = /;opaque=app:conf:focus:id:([^;?]+)/i.exec(uri)?.[1]?.toUpperCase();
  const meeting = id === undefined ? undefined : world.meetings.get(id);
  const organizer = uri.split(';')[0]?.trim().toLowerCase();
  return meeting?.organizer.key === organizer ? meeting : undefined;
}
