const dayMs = 24 * 60 * 60_000;

/** A moment as it is said now: the time, with the day when it was not today. */
export const formatMoment = (atMs: number, nowMs: number, locale?: string): string => {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  const isRecent = nowMs - atMs < 6 * dayMs;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (isToday) return new Date(atMs).toLocaleTimeString(locale, time);
  const day = isRecent
    ? ({ weekday: 'short' } as const)
    : ({ day: 'numeric', month: 'short' } as const);
  return new Date(atMs).toLocaleString(locale, { ...day, ...time });
};
