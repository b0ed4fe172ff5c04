import type { Importance } from '../../../app/domain/importance.ts';
import type { CommandPayload } from '../../../app/ipc/commands.ts';

/** What can be said about a call before it is placed. */
export interface CallOptions {
  readonly subject: string;
  readonly importance: Importance;
  readonly startMuted: boolean;
  readonly startVideoOff: boolean;
}

export const plainCall: CallOptions = {
  subject: '',
  importance: 'Normal',
  startMuted: false,
  startVideoOff: false,
};

/** Whether anything differs from a plain call. */
export const hasOptions = ({ subject, importance, startMuted, startVideoOff }: CallOptions) =>
  subject.trim() !== '' || importance !== 'Normal' || startMuted || startVideoOff;

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
  ...(options.startMuted ? { joinAudioMuted: true } : {}),
  ...(options.startVideoOff && modality === 'audioVideo' ? { joinVideoMuted: true } : {}),
});
