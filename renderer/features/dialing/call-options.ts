import type { Importance } from '../../../app/domain/importance.ts';
import type { CommandPayload } from '../../../app/ipc/commands.ts';

/** What can be said about a call before it is placed. */
export interface CallOptions {
  readonly subject: string;
  readonly importance: Importance;
  readonly startMuted: boolean;
  readonly startVideoOff: boolean;
  /** The own phone that the call is made on; null: with this program. */
  readonly ownPhone: string | null;
  /** SIP URI of the person in whose name the call is made. */
  readonly onBehalfOf: string | null;
}

export const plainCall: CallOptions = {
  subject: '',
  importance: 'Normal',
  startMuted: false,
  startVideoOff: false,
  ownPhone: null,
  onBehalfOf: null,
};

/** Whether anything differs from a plain call. */
export const hasOptions = (options: CallOptions): boolean =>
  options.subject.trim() !== '' ||
  options.importance !== 'Normal' ||
  options.startMuted ||
  options.startVideoOff ||
  options.ownPhone !== null ||
  options.onBehalfOf !== null;

/** What the others are told of it beforehand; fields left at their default are left out. */
export const aboutOf = (
  options: CallOptions,
): { readonly subject?: string; readonly importance?: Importance } => {
  const subject = options.subject.trim();
  return {
    ...(subject === '' ? {} : { subject }),
    ...(options.importance === 'Normal' ? {} : { importance: options.importance }),
  };
};

/** The command that places a call with these options; fields left at their default are left out. */
export const startCallPayload = (
  to: string,
  modality: 'audio' | 'audioVideo',
  options: CallOptions,
): CommandPayload<'calls.start'> => ({
  to,
  modality,
  ...aboutOf(options),
  ...(options.onBehalfOf === null ? {} : { onBehalfOf: options.onBehalfOf }),
  ...(options.ownPhone === null
    ? mutedAtStart(modality, options)
    : { via: 'phone', phoneNumber: options.ownPhone }),
});

const mutedAtStart = (
  modality: 'audio' | 'audioVideo',
  { startMuted, startVideoOff }: CallOptions,
): Pick<CommandPayload<'calls.start'>, 'joinAudioMuted' | 'joinVideoMuted'> => ({
  ...(startMuted ? { joinAudioMuted: true } : {}),
  ...(startVideoOff && modality === 'audioVideo' ? { joinVideoMuted: true } : {}),
});
