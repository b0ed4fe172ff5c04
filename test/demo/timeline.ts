import type { FollowedMark } from '../support/trace-follower.ts';

/** What the tour has seen of the call. Times are milliseconds since 1970. */
export interface CallMoments {
  /** The server wrote the event of the invitation. */
  readonly eventWrittenAtMs: number;
  /** The notification call was seen on the message bus; null where nobody could listen in. */
  readonly toastOnBusAtMs: number | null;
  /** What the called Parley traced of the call. */
  readonly callee: readonly FollowedMark[];
  /** What the calling Parley traced of the call. */
  readonly caller: readonly FollowedMark[];
}

export interface TimelineEntry {
  readonly what: string;
  /** From the server writing the event. */
  readonly sinceEventMs: number;
  /** From the entry before. */
  readonly sincePreviousMs: number;
}

const calleeMoments = [
  ['invitation-decoded', 'Sam: event decoded'],
  ['ring-window-shown', 'Sam: ring window shown'],
  ['ring-window-painted', 'Sam: ring screen painted'],
  ['answer-pressed', 'Sam: Answer pressed (when the script got there)'],
  ['answer-sent', 'Sam: answer sent'],
  ['media-connected', 'Sam: media connected'],
  ['first-audio-packet', 'Sam: first audio packet'],
  ['first-video-packet', 'Sam: first video packet'],
] as const;

const callerMoments = [
  ['media-connected', 'Alex: media connected'],
  ['first-audio-packet', 'Alex: first audio packet'],
  ['first-video-packet', 'Alex: first video packet'],
] as const;

/** The moments of the call in the order they happened. */
export function timelineOf(moments: CallMoments): TimelineEntry[] {
  const { eventWrittenAtMs, toastOnBusAtMs, callee, caller } = moments;
  const found = [
    { what: 'Server: event written', atMs: eventWrittenAtMs },
    ...(toastOnBusAtMs === null
      ? firstOfEach(callee, [['notification-sent', 'Sam: notification sent']])
      : [{ what: 'Desktop: Notify seen on the bus', atMs: toastOnBusAtMs }]),
    ...firstOfEach(callee, calleeMoments),
    ...firstOfEach(caller, callerMoments),
  ].sort((one, other) => one.atMs - other.atMs);
  return found.map(({ what, atMs }, index) => ({
    what,
    sinceEventMs: rounded(atMs - eventWrittenAtMs),
    sincePreviousMs: rounded(atMs - (found[index - 1]?.atMs ?? atMs)),
  }));
}

function firstOfEach(
  marks: readonly FollowedMark[],
  moments: readonly (readonly [name: string, what: string])[],
): { readonly what: string; readonly atMs: number }[] {
  return moments.flatMap(([name, what]) => {
    const mark = marks.find((candidate) => candidate.name === name);
    return mark === undefined ? [] : [{ what, atMs: mark.atMs }];
  });
}

const rounded = (valueMs: number): number => Math.round(valueMs * 10) / 10;
