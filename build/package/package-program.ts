import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildParts } from '../bundle/build-parts.ts';
import { projectRoot } from '../lib/paths.ts';
import { run } from '../lib/run.ts';
import { UserError } from '../lib/user-error.ts';
import type { ElectronRuntime } from '../runtime/runtime.ts';

const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');

/**
 * Builds and packs Parley with a runtime, as electron-builder.yml says.
 * @param options.installers make the named targets of this system, not only the unpacked program
 * @returns path of the unpacked program's executable
 * @throws UserError with what electron-builder printed
 */
export async function packageProgram(
  runtime: ElectronRuntime,
  options: { readonly installers: boolean },
): Promise<string> {
  await buildParts();
  const args = [
    ...(options.installers ? [] : ['--dir']),
    '--publish=never',
    `--config.electronDist=${runtime.distPath}`,
    `--config.electronVersion=${runtime.version}`,
  ];
  const { code, output } = await run(process.execPath, [builder, ...args]);
  if (code !== 0) throw new UserError(`${output}\nPackaging failed (output above).`);
  return unpackedExecutable();
}

/** Where electron-builder puts the unpacked program. */
function unpackedExecutable(): string {
  const out = join(projectRoot, 'out');
  const arm = process.arch === 'arm64';
  if (process.platform === 'win32') {
    return join(out, arm ? 'win-arm64-unpacked' : 'win-unpacked', 'Parley.exe');
  }
  if (process.platform === 'darwin') {
    const folder = arm ? 'mac-arm64' : 'mac';
    return join(out, folder, 'Parley.app', 'Contents', 'MacOS', 'Parley');
  }
  return join(out, arm ? 'linux-arm64-unpacked' : 'linux-unpacked', 'parley');
}
