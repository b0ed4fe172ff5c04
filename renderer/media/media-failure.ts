import type { CommandPayload } from '../../app/ipc/commands.ts';

type MediaReply = CommandPayload<'media.reply'>['reply'];

/** Why media could not be set up, in the words of the contract. */
export type MediaFailureReason = Extract<MediaReply, { ok: false }>['reason'];

/** A failure of devices or of WebRTC that main is told about by its reason. */
export class MediaFailure extends Error {
  override readonly name = 'MediaFailure';
  readonly reason: MediaFailureReason;

  constructor(reason: MediaFailureReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Names an exception of `getUserMedia` (Media Capture and Streams, 10.3).
 * @param kind the device that was asked for
 */
export const deviceFailure = (kind: 'microphone' | 'camera', error: unknown): MediaFailure => {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return new MediaFailure('permission-denied', message);
    case 'NotFoundError':
    case 'OverconstrainedError':
      return new MediaFailure(kind === 'microphone' ? 'no-microphone' : 'no-camera', message);
    case 'NotReadableError':
    case 'AbortError':
      return new MediaFailure('device-busy', message);
    default:
      return new MediaFailure('unavailable', message);
  }
};
