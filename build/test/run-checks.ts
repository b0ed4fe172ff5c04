import type { Check, Outcome } from './check.ts';
import { single } from './check.ts';

/**
 * Runs checks and prints a line about each; of a failed one, all it has to say.
 * @param atATime how many may run at the same time
 */
export async function runChecks(checks: readonly Check[], atATime: number): Promise<Outcome[]> {
  const waiting = [...checks];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      outcomes.push(await runOne(check));
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return outcomes;
}

async function runOne(check: Check): Promise<Outcome> {
  const startMs = performance.now();
  const outcome = await check
    .run()
    .catch((error: unknown) => single(false, error instanceof Error ? error.message : `${error}`));
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  if (outcome.failed === 0) {
    const how = outcome.passed === 1 ? 'ok' : `${outcome.passed} passed`;
    const skipped = outcome.skipped === 0 ? '' : `, ${outcome.skipped} skipped`;
    console.log(`✓ ${check.name}: ${how}${skipped} (${seconds} s)`);
  } else {
    console.log(
      `${outcome.output.trimEnd()}\n✗ ${check.name}: ${outcome.failed} failed (${seconds} s)`,
    );
  }
  return outcome;
}
