import { UcwaError } from './ucwa-error.ts';

/** A response that cannot be read. The message quotes nothing of it: it may hold private text. */
export function malformed(problem: string, position: string): UcwaError {
  return new UcwaError('malformed', `Malformed response at ${position}: ${problem}`, {
    advice: 'retry',
    position,
  });
}
