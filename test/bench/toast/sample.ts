import type { FollowedMark } from '../../support/trace-follower.ts';

/** One round: the floor is called, then Parley. All times in milliseconds. */
export interface ToastSample {
  /** Server's write of the event → the floor's Notify on the bus. */
  readonly floorMs: number;
  /** Server's write of the event → Parley's Notify on the bus. */
  readonly notificationMs: number;
  /** Server's write of the event → the ring screen's first paint. */
  readonly ringPaintMs: number;
  /** Parley's own moments, from its first mark of this call. */
  readonly stagesMs: Readonly<Record<string, number>>;
}

/** When the server wrote the event, and when the notification call was seen on the bus. */
export interface Announced {
  readonly writtenAtMs: number;
  readonly notifiedAtMs: number;
}

/**
 * Joins two clocks without comparing them: the way to the Notify on the bus is measured by the
 * bench's clock alone, the way from sending it to the paint by Parley's alone. The time on the bus
 * is counted twice that way, so the paint is never shown earlier than it was.
 */
export function toSample(
  floor: Announced,
  parley: Announced,
  marks: readonly FollowedMark[],
): ToastSample {
  const atMs = (name: string): number => {
    const mark = marks.find((candidate) => candidate.name === name);
    if (mark === undefined) throw new Error(`The trace has no ${name}`);
    return mark.atMs;
  };
  const firstAtMs = Math.min(...marks.map((mark) => mark.atMs));
  const notificationMs = parley.notifiedAtMs - parley.writtenAtMs;
  return {
    floorMs: floor.notifiedAtMs - floor.writtenAtMs,
    notificationMs,
    ringPaintMs: notificationMs + atMs('ring-window-painted') - atMs('notification-sent'),
    stagesMs: Object.fromEntries(marks.map((mark) => [mark.name, mark.atMs - firstAtMs])),
  };
}
