/** What the organizer may say about a meeting, in UCWA's words. */
export interface MeetingSettings {
  readonly subject: string;
  readonly description: string;
  readonly accessLevel: string;
  readonly automaticLeaderAssignment: string;
  readonly entryExitAnnouncement: string;
  readonly lobbyBypassForPhoneUsers: string;
  readonly phoneUserAdmission: string;
  readonly expirationMs: number;
  /** SIP addresses. */
  readonly leaders: readonly string[];
  readonly attendees: readonly string[];
}
