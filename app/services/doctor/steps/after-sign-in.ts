import type { Examination } from '../examination.ts';
import { finding, type StepOutcome, skipped } from '../remarks.ts';

/** A step that takes a sign-in, without one: because nobody wanted it, or because it failed. */
export function afterSignIn({ method, challenge }: Examination): StepOutcome {
  const isUnwanted = method === null && challenge !== null;
  return skipped(finding(isUnwanted ? 'earlierSkipped' : 'earlierFailed'));
}
