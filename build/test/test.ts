import { ensureDebianPackages, runtimePackages, sessionPackages } from '../debian-packages.ts';
import { runCommand, UserError } from '../lib/user-error.ts';
import { findRuntime } from '../runtime/find-runtime.ts';
import { checkLibraries } from '../runtime/libraries.ts';
import { askVersions } from '../runtime/runtime.ts';
import type { Check, Group, Outcome } from './check.ts';
import { packageCheck } from './package-check.ts';
import { playwrightCheck } from './playwright-runner.ts';
import { runChecks } from './run-checks.ts';
import { staticChecks } from './static-checks.ts';
import { vitestCheck } from './vitest-runner.ts';
import { wantedGroups } from './wanted-groups.ts';

const checks: readonly Check[] = [
  ...staticChecks,
  vitestCheck('unit'),
  vitestCheck('integration'),
  playwrightCheck,
  packageCheck,
];

/** `npm test [-- --only static|unit|integration|e2e]`: the last line is `N passed, N failed`. */
await runCommand(async () => {
  const wanted = wantedGroups(process.argv.slice(2));
  const outcomes: Outcome[] = [];
  // Static checks leave the processor idle while they read; tests measure time and want it alone.
  if (wanted.includes('static')) outcomes.push(...(await runGroup('static', 2)));
  if (wanted.includes('unit')) outcomes.push(...(await runGroup('unit', 1)));
  if (wanted.includes('integration')) {
    await ensureDebianPackages(sessionPackages);
    outcomes.push(...(await runGroup('integration', 1)));
  }
  if (wanted.includes('e2e')) {
    await announceRuntime();
    outcomes.push(...(await runGroup('e2e', 1)));
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

function runGroup(group: Group, atATime: number): Promise<Outcome[]> {
  return runChecks(
    checks.filter((check) => check.group === group),
    atATime,
  );
}

/** Gets the runtime ready and says which one it is, as the first line of the end-to-end run. */
async function announceRuntime(): Promise<void> {
  await ensureDebianPackages([...runtimePackages, ...sessionPackages]);
  const runtime = await findRuntime();
  await checkLibraries(runtime.executablePath);
  const versions = await askVersions(runtime.executablePath);
  if (versions === undefined) throw new UserError(`${runtime.reason} cannot be started.`);
  const { electron, chrome, node } = versions;
  const kind = runtime.kind === 'test' ? 'test runtime' : 'current';
  console.log(`Electron ${electron}, Chromium ${chrome}, Node ${node} (${kind})`);
}
