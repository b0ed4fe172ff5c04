import { requireHref } from '../../../ucwa/hypermedia/links.ts';
import type { Examination } from '../examination.ts';
import { finding, passed, type StepOutcome, skipped } from '../remarks.ts';

/** Deletes the application of this run, also one that was still being made when it was cancelled. */
export async function closeApplication({ creating, signedIn }: Examination): Promise<StepOutcome> {
  const application = creating === null ? null : await creating.catch(() => null);
  if (application === null || signedIn === null) return skipped(finding('nothingToClose'));
  try {
    await signedIn.client.delete(requireHref(application));
    return passed(finding('closed'));
  } catch {
    return { status: 'warning', findings: [finding('notClosed')], advice: null };
  }
}
