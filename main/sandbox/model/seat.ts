import type { MediaDirection } from '../media/conference-media.ts';
import type { AvModality } from './media-session.ts';
import type { Account } from './user-account.ts';

/** One person of a conversation, as its owner sees them. */
export interface Seat {
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly account: Account | undefined;
  readonly local: boolean;
  readonly organizer: boolean;
  readonly anonymous: boolean;
  readonly role: 'Leader' | 'Attendee' | 'Unknown';
  readonly inLobby: boolean;
  readonly media: ReadonlySet<'Messaging' | AvModality>;
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
  readonly audioDirection: MediaDirection;
  readonly videoDirection: MediaDirection;
  /** Names their sound in a meeting. */
  readonly audioSourceId: string | undefined;
  /** Where the owner of the conversation sees them. */
  readonly videoSourceId: string | undefined;
}

/** Somebody of the meeting; with `Enabled` their messages do not cross the bridge. */
export interface BridgedParticipant {
  readonly uri: string;
  readonly displayName: string;
  readonly messageFilterState: 'Enabled' | 'Disabled';
}
