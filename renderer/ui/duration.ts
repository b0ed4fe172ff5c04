const two = (value: number): string => String(value).padStart(2, '0');

/** A duration as clocks show it: `0:07`, `12:34`, `1:02:03`. */
export const formatDuration = (durationMs: number): string => {
  const total = Math.max(0, Math.floor(durationMs / 1000));
  const seconds = total % 60;
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
};

/** A duration for `<time dateTime>` (ISO 8601), such as `PT754S`. */
export const isoDuration = (durationMs: number): string =>
  `PT${Math.max(0, Math.floor(durationMs / 1000))}S`;
