/**
 * How a document writes its relations. The hosted service puts a prefix before most of them; a
 * request to one of its resources takes the inputs of that dialect.
 */
export type Dialect = 'ucwa' | 'ms:rtc:saas' | 'service';

const prefixes: readonly { readonly dialect: Dialect; readonly prefix: string }[] = [
  { dialect: 'ms:rtc:saas', prefix: 'ms:rtc:saas:' },
  { dialect: 'service', prefix: 'service:' },
];

/** The dialect that a relation is written in; null when it has no prefix, as in all of UCWA. */
export function dialectOf(relation: string): Dialect | null {
  return prefixes.find(({ prefix }) => relation.startsWith(prefix))?.dialect ?? null;
}

/** UCWA's own name of a relation in any dialect: `ms:rtc:saas:decline` is `decline`. */
export function relationName(relation: string): string {
  for (const { prefix } of prefixes) {
    if (relation.startsWith(prefix) && relation.length > prefix.length) {
      return relation.slice(prefix.length);
    }
  }
  return relation;
}
