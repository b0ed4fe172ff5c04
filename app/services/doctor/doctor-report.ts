import { type DoctorResult, type DoctorRun, doctorVerdict } from '../../domain/doctor.ts';
import { Masks } from './masks.ts';

/** What an administrator is sent: nothing in it is secret and nobody is named. */
export interface DoctorReport {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** The domain is legible. */
  readonly address: string;
  readonly discoveryHost: string | null;
  readonly verdict: ReturnType<typeof doctorVerdict>;
  readonly isComplete: boolean;
  readonly results: readonly DoctorResult[];
}

export function doctorReport(run: DoctorRun): DoctorReport {
  const { address, discoveryUrl, startedAtMs, phase, results } = run;
  const masks = new Masks(address);
  return {
    startedAt: new Date(startedAtMs).toISOString(),
    address: masks.text(address),
    discoveryHost: discoveryUrl === null ? null : masks.text(hostIn(discoveryUrl)),
    verdict: doctorVerdict(results),
    isComplete: phase === 'done',
    results,
  };
}

/** The host of a URL, or of what should have been one. */
const hostIn = (url: string): string =>
  /^(?:[a-z][a-z\d+.-]*:\/\/)?(?:[^/?#]*@)?([^/?#]*)/i.exec(url.trim())?.[1] ?? '';
