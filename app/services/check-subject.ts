import { resources } from '../ucwa/catalogue/generated/resources.ts';
import { CommandFailure } from './command-failure.ts';

/**
 * Refuses a subject that the server would refuse, before anything is shown or sent. All that takes a
 * subject has the same limit.
 * @throws CommandFailure 'field-limit' that names the field and its limit
 */
export function checkSubject(subject: string | undefined): void {
  const limit = resources.startAudioVideo.operations.POST.body.subject.maxLength;
  if (subject === undefined || subject.length <= limit) return;
  throw new CommandFailure('field-limit', 'error.fieldLimit', {
    field: 'subject',
    limit: String(limit),
  });
}
