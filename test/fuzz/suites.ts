import { fuzzDamage } from './codec/damage.ts';
import { fuzzMutations } from './codec/mutations.ts';
import { fuzzNoise } from './codec/noise.ts';
import { fuzzRoundTrips } from './codec/round-trips.ts';
import { fuzzEventChannel } from './events/event-channel-model.ts';

/** One way to look for input that breaks something. */
export interface FuzzSuite {
  readonly name: string;
  /** Cases of a run in which nobody says how many. */
  readonly cases: number;
  /** Rejects with a report of the smallest case that breaks a rule. */
  readonly run: (cases: number, seed: number) => Promise<void>;
}

/** All suites; one more is one line here. */
export const suites: readonly FuzzSuite[] = [
  { name: 'damage', cases: 70_000, run: fuzzDamage },
  { name: 'mutations', cases: 70_000, run: fuzzMutations },
  { name: 'noise', cases: 40_000, run: fuzzNoise },
  { name: 'round-trips', cases: 20_000, run: fuzzRoundTrips },
  { name: 'event-channel', cases: 10_000, run: fuzzEventChannel },
];
