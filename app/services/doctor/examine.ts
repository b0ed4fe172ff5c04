import { type DoctorResult, type DoctorStep, doctorSteps } from '../../domain/doctor.ts';
import { TransportError } from '../../ports/http-transport.ts';
import { LinkedAbort } from '../../ucwa/transport/linked-abort.ts';
import type { DoctorWish } from './doctor-wish.ts';
import { type DoctorDependencies, Examination } from './examination.ts';
import { failedBy, finding, type StepOutcome, skipped } from './remarks.ts';
import { openApplication } from './steps/application.ts';
import { inspectCertificates } from './steps/certificates.ts';
import { askWays } from './steps/challenge.ts';
import { compareClocks } from './steps/clock.ts';
import { closeApplication } from './steps/closing.ts';
import { findServer } from './steps/discovery.ts';
import { makeRoundTrip } from './steps/events.ts';
import { lookUpNames } from './steps/names.ts';
import { readRights } from './steps/policies.ts';
import { findPool } from './steps/pool.ts';
import { getTicket } from './steps/ticket.ts';

interface PlannedStep {
  readonly run: (examination: Examination, signal: AbortSignal) => Promise<StepOutcome>;
  readonly limitMs: number;
}

const plan: Readonly<Record<DoctorStep, PlannedStep>> = {
  names: { run: lookUpNames, limitMs: 25_000 },
  discovery: { run: findServer, limitMs: 60_000 },
  certificates: { run: inspectCertificates, limitMs: 20_000 },
  challenge: { run: askWays, limitMs: 30_000 },
  clock: { run: compareClocks, limitMs: 1_000 },
  ticket: { run: getTicket, limitMs: 60_000 },
  pool: { run: findPool, limitMs: 60_000 },
  application: { run: openApplication, limitMs: 60_000 },
  events: { run: makeRoundTrip, limitMs: 60_000 },
  policies: { run: readRights, limitMs: 30_000 },
  closing: { run: closeApplication, limitMs: 15_000 },
};

/**
 * Goes through a sign-in step by step and gives the result of each as it comes, in the order of
 * `doctorSteps`; what depends on a step that failed is skipped. Changes neither presence nor calls.
 * Once `signal` is aborted the remaining steps are skipped, but what was opened is closed, also when
 * nobody listens any more. Never throws.
 */
export async function* examine(
  wish: DoctorWish,
  dependencies: DoctorDependencies,
  signal: AbortSignal,
): AsyncGenerator<DoctorResult, void> {
  const examination = new Examination(wish, dependencies);
  let isClosed = false;
  try {
    for (const step of doctorSteps) {
      isClosed = step === 'closing';
      yield await runStep(step, examination, signal);
    }
  } finally {
    if (!isClosed) await runStep('closing', examination, signal);
    examination.end();
  }
}

async function runStep(
  step: DoctorStep,
  examination: Examination,
  signal: AbortSignal,
): Promise<DoctorResult> {
  const { clock, masks } = examination;
  const startedAtMs = clock.nowMs();
  const isWanted = !signal.aborted || step === 'closing';
  const outcome = isWanted
    ? await withinLimit(step, examination, signal)
    : skipped(finding('cancelled'));
  return {
    step,
    status: outcome.status,
    findings: outcome.findings.map((remark) => masks.remark(remark)),
    advice: outcome.advice === null ? null : masks.remark(outcome.advice),
    durationMs: clock.nowMs() - startedAtMs,
  };
}

/** Ends with the step, with its time or with `signal`, whatever the step waits for. */
async function withinLimit(
  step: DoctorStep,
  examination: Examination,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { run, limitMs } = plan[step];
  const { domain: host, clock } = examination;
  const timeUp = new AbortController();
  const abort = new LinkedAbort(timeUp.signal, step === 'closing' ? undefined : signal);
  const ended = new Promise<StepOutcome>((resolve) => {
    const onAbort = (): void => resolve(endedEarly(step, timeUp.signal.aborted, host));
    abort.signal.addEventListener('abort', onAbort, { once: true });
  });
  const cancelTimer = clock.after(limitMs, () => timeUp.abort());
  try {
    const work = run(examination, abort.signal).catch((error: unknown) => failedBy(error, host));
    return await Promise.race([ended, work]);
  } finally {
    cancelTimer();
    abort.release();
  }
}

function endedEarly(step: DoctorStep, isTimeUp: boolean, host: string): StepOutcome {
  if (step === 'closing')
    return { status: 'warning', findings: [finding('notClosed')], advice: null };
  if (!isTimeUp) return skipped(finding('cancelled'));
  return failedBy(new TransportError('timeout', 'The step took too long'), host);
}
