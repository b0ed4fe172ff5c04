/**
 * Named moments of a call on its way through the program, for the bench and the demo's timeline.
 * Costs nothing when nobody listens.
 */
export interface Trace {
  mark(name: TraceMark, callId: string): void;
}

export type TraceMark =
  | 'invitation-decoded'
  | 'call-ringing'
  | 'notification-sent'
  | 'ring-window-shown'
  | 'ring-window-painted'
  | 'answer-pressed'
  | 'answer-sent'
  | 'media-connected'
  | 'first-audio-packet'
  | 'first-video-packet'
  /** With `quick-dial-N` in place of a call, N counting up. */
  | 'quick-dial-asked'
  | 'quick-dial-painted'
  /** With the verb in place of a call. */
  | 'verb-arrived';
