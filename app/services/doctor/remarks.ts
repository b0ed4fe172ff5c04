import type { DoctorRemark, DoctorStatus } from '../../domain/doctor.ts';
import type { SignOutReason } from '../../domain/session.ts';
import type { TextKey } from '../../i18n/text-key.ts';
import { SignInProblemError } from '../../ucwa/sign-in-problem.ts';
import { UcwaError } from '../../ucwa/ucwa-error.ts';
import { toSignInError } from '../session/sign-in-error.ts';

/** What a step came to; the runner adds which one it was and how long it took. */
export interface StepOutcome {
  readonly status: DoctorStatus;
  readonly findings: readonly DoctorRemark[];
  readonly advice: DoctorRemark | null;
}

type Values = DoctorRemark['values'];
type FindingName =
  Extract<TextKey, `doctor.finding.${string}`> extends `doctor.finding.${infer N}` ? N : never;
type AdviceName =
  Extract<TextKey, `doctor.advice.${string}`> extends `doctor.advice.${infer N}` ? N : never;

const remark = (messageKey: TextKey, values: Values): DoctorRemark => ({ messageKey, values });

/** One thing that was seen. */
export const finding = (name: FindingName, values: Values = {}): DoctorRemark =>
  remark(`doctor.finding.${name}`, values);

/** What to do next. */
export const advise = (name: AdviceName, values: Values = {}): DoctorRemark =>
  remark(`doctor.advice.${name}`, values);

export const passed = (...findings: readonly DoctorRemark[]): StepOutcome => ({
  status: 'passed',
  findings,
  advice: null,
});

export const skipped = (...findings: readonly DoctorRemark[]): StepOutcome => ({
  status: 'skipped',
  findings,
  advice: null,
});

/**
 * A step that ran into what a sign-in can fail by: the user reads what they would read then.
 * @param host where the step was directed, for errors that do not name theirs
 * @param more what else was seen
 */
export function failedBy(
  error: unknown,
  host: string,
  ...more: readonly DoctorRemark[]
): StepOutcome {
  const place = hostIn(error) ?? host;
  const { failure, detail } = toSignInError(error, place);
  const said = detail === null ? [] : [finding('detail', { detail })];
  return {
    status: 'failed',
    findings: [remark(`signIn.failure.${failure}.title`, { host: place }), ...said, ...more],
    advice: remark(`signIn.failure.${failure}.advice`, { host: place }),
  };
}

function hostIn(error: unknown): string | null {
  return error instanceof SignInProblemError || error instanceof UcwaError ? error.host : null;
}

/** A session that the server ended. */
export const endedBy = (reason: SignOutReason): StepOutcome => ({
  status: 'failed',
  findings: [finding('channelEnded', { reason })],
  advice: remark(`signIn.ended.${reason}`, {}),
});
