import type { AppState } from '../domain/app-state.ts';
import type { SignInOffer } from '../domain/session.ts';
import type { ShortcutName } from '../domain/shortcuts.ts';
import type { WindowPlace } from '../domain/window-place.ts';
import type { CallModality } from '../ports/media-engine.ts';
import type { CommandName, CommandPayload } from './commands.ts';
import type { QuickDialResult } from './quick-dial-schemas.ts';

/** The only two channels: `invoke` from a window, `send` to a window. */
export const commandChannel = 'parley:command';
export const messageChannel = 'parley:message';

/** The whole state at a sequence number. */
export interface Snapshot {
  readonly sequence: number;
  readonly state: AppState;
}

/** One step of an Immer patch set (RFC 6902 operations, paths as arrays). */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/** Leads from the state `sequence - 1` to `sequence`. */
export interface StatePatch {
  readonly sequence: number;
  readonly operations: readonly PatchOperation[];
}

/** What main asks of the window that carries the media; answered with the command `media.reply`. */
export type MediaRequest =
  | {
      readonly method: 'createOffer';
      readonly mediaId: string;
      readonly modality: CallModality;
      readonly videoSections: number;
      readonly cameraOn: boolean;
    }
  | { readonly method: 'applyProvisionalAnswer'; readonly mediaId: string; readonly sdp: string }
  | { readonly method: 'applyAnswer'; readonly mediaId: string; readonly sdp: string }
  | {
      readonly method: 'createAnswer';
      readonly mediaId: string;
      readonly sdp: string;
      readonly modality: CallModality;
    }
  | { readonly method: 'createProvisionalAnswer'; readonly mediaId: string; readonly sdp: string }
  | {
      readonly method: 'createReoffer';
      readonly mediaId: string;
      /** Null leaves it as it is. */
      readonly hold: boolean | null;
      readonly videoSections: number | null;
    }
  | { readonly method: 'rollbackOffer'; readonly mediaId: string }
  | { readonly method: 'answerReoffer'; readonly mediaId: string; readonly sdp: string }
  | {
      readonly method: 'setSending';
      readonly mediaId: string;
      readonly audio: boolean;
      readonly video: boolean;
    }
  | { readonly method: 'sendTones'; readonly mediaId: string; readonly tones: string }
  | { readonly method: 'close'; readonly mediaId: string };

/** One-way messages from main to a window. */
export type WindowMessage =
  | { readonly type: 'patch'; readonly patch: StatePatch }
  | { readonly type: 'media'; readonly requestId: number; readonly request: MediaRequest }
  /** A shortcut was pressed that the window wanted to see proven. */
  | { readonly type: 'shortcutPressed'; readonly name: ShortcutName }
  | { readonly type: 'quickDialOpened' }
  /** The clipboard holds somebody who can be called. */
  | { readonly type: 'quickDialClipboard'; readonly text: string }
  /** What came of the quick dial is to be seen. */
  | { readonly type: 'show'; readonly result: QuickDialResult }
  | { readonly type: 'askClose' }
  /** The user chose it outside of the window. */
  | { readonly type: 'goTo'; readonly place: WindowPlace }
  /** The replies to a call that rings. */
  | { readonly type: 'askReply'; readonly callId: string };

/** Why a command was not carried out. */
export type CommandErrorCode =
  | 'invalid-payload'
  | 'unknown-command'
  | 'forbidden-sender'
  | 'not-signed-in'
  | 'not-found'
  | 'not-allowed'
  | 'invalid-address'
  | 'field-limit'
  | 'media'
  | 'network'
  | 'server'
  | 'internal';

export interface CommandError {
  readonly code: CommandErrorCode;
  /** i18n key of what the user reads (`error.*`), and what is put into it. */
  readonly messageKey: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a command gives back when it went well; everything else arrives as state. */
export interface CommandResults {
  'state.snapshot': Snapshot;
  'session.findOffer': SignInOffer;
  /** `false`: the keys cannot be had; something else has them. */
  'shortcuts.setMode': { readonly taken: boolean };
  'calls.start': { readonly callId: string };
  'calls.startIn': { readonly callId: string };
  'conversations.startChat': { readonly conversationId: string };
  'conversations.startMeeting': { readonly conversationId: string };
  'conversations.join': { readonly conversationId: string };
  'conversations.send': { readonly messageId: string };
  /** Those who could not be asked in; all others were. */
  'conversations.addParticipants': {
    readonly refused: readonly { readonly typed: string; readonly error: CommandError }[];
  };
  /** As a `data:` address; null when there is none, or none can be had now. */
  'people.photo': { readonly photo: string | null };
  'session.joinAsGuest': { readonly conversationId: string };
  'meetings.schedule': { readonly meetingId: string };
  'meetings.join': { readonly conversationId: string };
  /** `false`: the user chose no file. */
  'doctor.saveReport': { readonly saved: boolean };
}

export type CommandResult<N extends CommandName> = N extends keyof CommandResults
  ? CommandResults[N]
  : null;

export type CommandReply<N extends CommandName> =
  | { readonly ok: true; readonly value: CommandResult<N> }
  | { readonly ok: false; readonly error: CommandError };

/** What the preload script gives to a window as `window.parley`. */
export interface ParleyBridge {
  invoke<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<CommandReply<N>>;
  /** Calls `listener` for each message of main, in order. Returns how to stop. */
  onMessage(listener: (message: WindowMessage) => void): () => void;
}
