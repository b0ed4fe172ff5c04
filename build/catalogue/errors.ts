import type { SourceCatalogue, SourceOperation } from './source.ts';

/** By method: the errors that most of its operations have. */
export type UsualErrors = Readonly<Record<string, readonly string[]>>;

/** An error as the catalogue of this project writes it: `409 Conflict/AlreadyExists`. */
export function errorsOf(operation: SourceOperation): readonly string[] {
  const rows = operation.errors.map(({ status, code, subcode }) =>
    subcode === null ? `${status} ${code}` : `${status} ${code}/${subcode}`,
  );
  return [...new Set(rows)].sort();
}

/** The set of errors that occurs most often with each method: said once instead of 1400 times. */
export function usualErrors(source: SourceCatalogue): UsualErrors {
  const counts = new Map<string, Map<string, number>>();
  for (const { operations } of Object.values(source.resources)) {
    for (const operation of operations) {
      const sets = counts.get(operation.method) ?? new Map<string, number>();
      counts.set(operation.method, sets);
      const key = errorsOf(operation).join('\n');
      sets.set(key, (sets.get(key) ?? 0) + 1);
    }
  }
  const most = (sets: ReadonlyMap<string, number>): readonly string[] => {
    const ranked = [...sets].sort(
      ([key, count], [otherKey, otherCount]) => otherCount - count || key.length - otherKey.length,
    );
    const [key = ''] = ranked[0] ?? [];
    return key === '' ? [] : key.split('\n');
  };
  return Object.fromEntries([...counts].map(([method, sets]) => [method, most(sets)]));
}
