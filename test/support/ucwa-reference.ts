import { existsSync } from 'node:fs';
import path from 'node:path';

/** Why a test that reads the published documentation as data is skipped. */
export const noUcwaReference =
  'The published UCWA documentation is not beside this checkout (shared/ucwa)';

/**
 * The folder of the published documentation as data: `shared/ucwa` beside the checkout or beside a
 * folder that it is in. Null when there is none: it is no part of the project.
 */
export const ucwaReference: string | null = findUpwards(path.resolve(import.meta.dirname, '../..'));

/** A file or folder of it. Only for tests that are skipped without it. */
export function ucwaReferencePath(...parts: readonly string[]): string {
  return path.join(ucwaReference ?? '', ...parts);
}

function findUpwards(start: string): string | null {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, '../shared/ucwa');
    if (existsSync(path.join(candidate, 'catalogue.json'))) return path.resolve(candidate);
    if (path.dirname(folder) === folder) return null;
  }
}
