/** What the sign-in doctor looks at, in this order; each has one result in every run. */
export const doctorSteps = [
  'names',
  'discovery',
  'certificates',
  'challenge',
  'clock',
  'ticket',
  'pool',
  'application',
  'events',
  'policies',
  'closing',
] as const;

export type DoctorStep = (typeof doctorSteps)[number];

/** `warning`: it works, but somebody should know. `skipped`: there was nothing to look at. */
export type DoctorStatus = 'passed' | 'warning' | 'failed' | 'skipped';

/** Something to read: an i18n key and what is put into the text. Masked: see `Masks`. */
export interface DoctorRemark {
  readonly messageKey: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface DoctorResult {
  readonly step: DoctorStep;
  readonly status: DoctorStatus;
  /** What was seen, the most telling first. */
  readonly findings: readonly DoctorRemark[];
  /** What to do next; null when nothing is. */
  readonly advice: DoctorRemark | null;
  readonly durationMs: number;
}

/** A run of the doctor, as far as it is. */
export interface DoctorRun {
  readonly phase: 'running' | 'done' | 'cancelled';
  /** The address that is looked at, as it was typed. */
  readonly address: string;
  /** Given instead of the names that discovery looks for. */
  readonly discoveryUrl: string | null;
  readonly startedAtMs: number;
  readonly results: readonly DoctorResult[];
}

/** The step that is under way; null when none is. */
export function currentDoctorStep({ phase, results }: DoctorRun): DoctorStep | null {
  return phase === 'running' ? (doctorSteps[results.length] ?? null) : null;
}

/** What the whole run comes to: its worst step. */
export function doctorVerdict(results: readonly DoctorResult[]): 'passed' | 'warning' | 'failed' {
  const has = (status: DoctorStatus): boolean => results.some((result) => result.status === status);
  if (has('failed')) return 'failed';
  return has('warning') ? 'warning' : 'passed';
}
