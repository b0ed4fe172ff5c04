/** A text as a literal. */
export function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** An array literal of expressions. */
export function list(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

/** An object literal of names and expressions, on several lines if wanted. */
export function record(rows: readonly (readonly [string, string])[], tall = false): string {
  const members = rows.map(([name, value]) => `${name}: ${value}`);
  if (members.length === 0) return '{}';
  return tall ? `{\n${members.join(',\n')}\n}` : `{ ${members.join(', ')} }`;
}

/** Plain data as a literal. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return list(value.map(literal));
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return record(Object.entries(value).map(([name, inner]) => [name, literal(inner)]));
}
