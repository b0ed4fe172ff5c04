import type { TextKey, TextValues } from '../../../app/i18n/text-key.ts';

interface Words {
  readonly key: TextKey;
  readonly values: TextValues;
}

/** How long ago something was, in seconds or minutes; `connection.never` when it never was. */
export const agoWords = (atMs: number | null, nowMs: number): Words => {
  if (atMs === null) return { key: 'connection.never', values: {} };
  const seconds = Math.max(0, Math.round((nowMs - atMs) / 1000));
  if (seconds < 120) return { key: 'connection.secondsAgo', values: { count: seconds } };
  return { key: 'connection.minutesAgo', values: { count: Math.floor(seconds / 60) } };
};
