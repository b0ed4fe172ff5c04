import { useEffect, useState } from 'react';
import { formatDuration, isoDuration } from '../../ui/duration.ts';
import { useText } from '../../ui/use-text.ts';

/** The time since `sinceMs`, running. */
export function CallTimer({ sinceMs }: { sinceMs: number }) {
  const text = useText();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const durationMs = nowMs - sinceMs;
  return (
    <time role="timer" aria-label={text('call.duration')} dateTime={isoDuration(durationMs)}>
      {formatDuration(durationMs)}
    </time>
  );
}
