import type { ScheduledMeeting } from '../../../../../app/domain/meeting.ts';

/** A meeting of which only what matters has to be said. */
export const buildMeeting = (changes: Partial<ScheduledMeeting> = {}): ScheduledMeeting => ({
  id: 'one',
  isAssigned: false,
  subject: 'Planning',
  description: '',
  accessLevel: null,
  automaticLeaderAssignment: null,
  entryExitAnnouncement: null,
  lobbyBypassForPhoneUsers: null,
  phoneUserAdmission: null,
  expirationTimeMs: null,
  leaders: [],
  attendees: [],
  onlineMeetingUri: 'sip:alex@contoso.com;gruu;opaque=app:conf:focus:id:ABC123',
  joinUrl: 'https://meet.contoso.com/alex/ABC123',
  onlineMeetingId: 'ABC123',
  conferenceId: null,
  can: { join: true, change: true },
  ...changes,
});
