import type { CancelTimer, Timers } from './timers.ts';

/** Something that ends by itself unless it is extended. */
export interface Span {
  endsMs: number;
  cancelTimers: CancelTimer[];
}

const warningMs = 60_000;

/** Ends the span's timers; what it is about stays as it is. */
export function stopSpan(span: Span): void {
  for (const cancel of span.cancelTimers) cancel();
  span.cancelTimers = [];
  span.endsMs = 0;
}

/**
 * Starts a span, or adds to what is left of it, up to `maximumMinutes` from now. It warns a minute
 * before its end.
 */
export function extendSpan(
  timers: Timers,
  span: Span,
  minutes: { readonly add: number; readonly maximum: number },
  then: { readonly onWarning: () => void; readonly onEnd: () => void },
): void {
  const nowMs = timers.nowMs();
  const leftMs = Math.max(0, span.endsMs - nowMs);
  const lengthMs = Math.min(leftMs + minutes.add * 60_000, minutes.maximum * 60_000);
  stopSpan(span);
  span.endsMs = nowMs + lengthMs;
  span.cancelTimers = [
    timers.after(lengthMs - warningMs, then.onWarning),
    timers.after(lengthMs, then.onEnd),
  ];
}
