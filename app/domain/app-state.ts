import type { AlertTrial } from './alert-trial.ts';
import type { AwayDigest, AwayItem } from './away.ts';
import type { Call } from './call.ts';
import { type Calling, noCalling } from './calling.ts';
import { type Connection, noConnection } from './connection.ts';
import type { Conversation } from './conversation.ts';
import type { DoctorRun } from './doctor.ts';
import type { Recent } from './history.ts';
import { type Meetings, noMeetings } from './meeting.ts';
import type { Person, PersonRef } from './person.ts';
import type { Presence } from './presence.ts';
import type { SessionState } from './session.ts';
import { defaultSettings, type Settings } from './settings.ts';
import type { Unacknowledged } from './unacknowledged.ts';

/** Something the user should know, shown until dismissed. */
export interface Notice {
  readonly id: string;
  readonly level: 'info' | 'warning' | 'error';
  /** i18n key of the text (`notice.*`), and what is put into it. */
  readonly messageKey: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What the desktop around Parley offers; told by main. */
export interface Environment {
  readonly parleyVersion: string;
  readonly electronVersion: string;
  readonly chromiumVersion: string;
  /** An Electron out of support, for tests only. */
  readonly testRuntime: boolean;
  readonly platform: 'linux' | 'win32' | 'darwin';
  readonly hasTray: boolean;
  /**
   * Where shortcuts of every program work:
   *
   * - `everywhere`
   * - `portal`: in a Wayland session whose desktop decides about each of them
   * - `ownWindows`: in a Wayland session that has no way to give them
   */
  readonly globalKeys: 'everywhere' | 'portal' | 'ownWindows';
  readonly hasKeychain: boolean;
  /** Demo colleagues that can be asked to call. Empty outside the demo. */
  readonly demoColleagues: readonly PersonRef[];
}

/** What the server lets the user start: one flag per link of its `communication`. */
export interface StartActions {
  readonly startAudio: boolean;
  readonly startAudioVideo: boolean;
  readonly startChat: boolean;
  readonly startMeeting: boolean;
  /** Call from the own phone. */
  readonly startPhoneAudio: boolean;
  /** Call in the name of one of `Calling.delegators`. */
  readonly startOnBehalf: boolean;
  /** Emergency calls that tell where the user is. */
  readonly startEmergencyCall: boolean;
}

/** What can be started while nobody is signed in. */
export const noStartActions: StartActions = {
  startAudio: false,
  startAudioVideo: false,
  startChat: false,
  startMeeting: false,
  startPhoneAudio: false,
  startOnBehalf: false,
  startEmergencyCall: false,
};

/** Everything the user interface shows. Main is its only author. */
export interface AppState {
  readonly session: SessionState;
  readonly connection: Connection;
  readonly me: {
    readonly uri: string;
    readonly name: string;
    readonly presence: Presence;
    readonly canSetPresence: boolean;
  } | null;
  /** What the user shows to others beside the presence; empty: nothing; null: there are no notes. */
  readonly ownNote: string | null;
  /** By `personKey`. */
  readonly people: Readonly<Record<string, Person>>;
  /** By `Call.id`: those not yet ended, and ended ones until dismissed. */
  readonly calls: Readonly<Record<string, Call>>;
  /**
   * By `Conversation.id`: those that go on, and ended ones for a while. One that carried nothing but
   * a call goes with the call.
   */
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** The conversation that the user looks at; null when they look at something else. */
  readonly viewedConversationId: string | null;
  /** The history, newest first: since start, and what the server remembers. */
  readonly recents: readonly Recent[];
  /** What came while the user was away, until dismissed; null when nothing did. */
  readonly away: AwayDigest | null;
  /** Calls and invitations into meetings that nobody took, since the user last looked. Newest first. */
  readonly missed: readonly AwayItem[];
  /** By `CurrentAlert.id`: what is to be acknowledged, and was not yet. */
  readonly unacknowledged: Readonly<Record<string, Unacknowledged>>;
  /** The cell of the alert matrix that the user tries; null for none. */
  readonly trial: AlertTrial | null;
  /** The user wants to be left alone until then, in ms since 1970; null: not. */
  readonly alertsPausedUntil: number | null;
  /** Whether the operating system's own Do Not Disturb is on; null where it does not say. */
  readonly desktopDoNotDisturb: boolean | null;
  /** The user's own meetings, as far as they were asked for. */
  readonly meetings: Meetings;
  /** What the server lets the user start. */
  readonly can: StartActions;
  /** What the server told for the calls that the user starts. */
  readonly calling: Calling;
  readonly settings: Settings;
  readonly notices: readonly Notice[];
  /** The sign-in doctor's run that is shown; null when none is. */
  readonly doctor: DoctorRun | null;
  readonly environment: Environment;
}

/** The state before anything happened. */
export const initialAppState = (environment: Environment): AppState => ({
  session: { phase: 'signedOut', reason: null, error: null },
  connection: noConnection,
  me: null,
  ownNote: null,
  people: {},
  calls: {},
  conversations: {},
  viewedConversationId: null,
  recents: [],
  away: null,
  missed: [],
  unacknowledged: {},
  trial: null,
  alertsPausedUntil: null,
  desktopDoNotDisturb: null,
  meetings: noMeetings,
  can: noStartActions,
  calling: noCalling,
  settings: defaultSettings,
  notices: [],
  doctor: null,
  environment,
});
