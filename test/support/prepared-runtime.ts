import { buildParts } from '../../build/bundle/build-parts.ts';
import {
  ensureDebianPackages,
  runtimePackages,
  sessionPackages,
} from '../../build/debian-packages.ts';
import { UserError } from '../../build/lib/user-error.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import { checkLibraries } from '../../build/runtime/libraries.ts';
import type { ElectronRuntime, RuntimeVersions } from '../../build/runtime/runtime.ts';
import { askVersions } from '../../build/runtime/runtime.ts';

export interface PreparedRuntime extends ElectronRuntime {
  readonly versions: RuntimeVersions;
  /** Which Electron and Chromium it is, in one line. */
  readonly title: string;
}

/**
 * Does the set-up of a command that drives the built program: system packages, Electron, build.
 * @throws UserError when something is missing; the message says what to do
 */
export async function preparedRuntime(): Promise<PreparedRuntime> {
  await ensureDebianPackages([...runtimePackages, ...sessionPackages]);
  const runtime = await findRuntime();
  console.log(runtime.reason);
  await checkLibraries(runtime.executablePath);
  const versions = await askVersions(runtime.executablePath);
  if (versions === undefined) throw new UserError(`${runtime.reason} cannot be started.`);
  await buildParts();
  const kind = runtime.kind === 'test' ? 'test runtime' : 'current';
  const title = `Electron ${versions.electron}, Chromium ${versions.chrome} (${kind})`;
  return { ...runtime, versions, title };
}
