/**
 * What the terminal shows of a log line: one line for a person. The file has all of it.
 * @param data the redacted text and, if there are any, the redacted details
 */
export function terminalLine([text, details]: readonly unknown[]): string {
  if (typeof details !== 'object' || details === null) return String(text);
  const parts = Object.entries(details).map(([key, value]) => part(key, value));
  return parts.length === 0 ? String(text) : `${text}: ${parts.join(', ')}`;
}

function part(key: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${key} ${value}`;
  return 'message' in value ? String(value.message) : `${key} ${JSON.stringify(value)}`;
}
