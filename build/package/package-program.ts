import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { buildParts } from '../bundle/build-parts.ts';
import { projectRoot } from '../lib/paths.ts';
import { run } from '../lib/run.ts';
import { UserError } from '../lib/user-error.ts';
import type { ElectronRuntime } from '../runtime/runtime.ts';

const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');

/** Names of the fuses as electron-builder.yml has them, in the order of the wire. */
const fuseNames = Object.keys(FuseV1Options)
  .filter((key) => Number.isNaN(Number(key)))
  .map((key) => `${key.charAt(0).toLowerCase()}${key.slice(1)}`);

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
    `--config=${await configFor(runtime)}`,
    `--config.electronDist=${runtime.distPath}`,
    `--config.electronVersion=${runtime.version}`,
  ];
  const { code, output } = await run(process.execPath, [builder, ...args]);
  if (code !== 0) throw new UserError(`${output}\nPackaging failed (output above).`);
  const executable = unpackedExecutable();
  // The launcher is for starting from the sources; a packed program has its own archive.
  const launcher = join(dirname(executable), 'resources', 'app');
  await rm(launcher, { recursive: true, force: true });
  return executable;
}

/**
 * The configuration without the fuses that the runtime does not know yet: electron-builder refuses
 * to flip those, and an older runtime is packed for trying and testing only.
 */
async function configFor(runtime: ElectronRuntime): Promise<string> {
  const original = join(projectRoot, 'electron-builder.yml');
  const wire = await getCurrentFuseWire(runtime.executablePath);
  const unknown = fuseNames.filter((_name, index) => !(index in wire));
  if (unknown.length === 0) return original;
  console.log(`Not set, because this runtime does not have these fuses: ${unknown.join(', ')}`);
  const lines = (await readFile(original, 'utf8')).split('\n');
  const known = lines.filter((line) => !unknown.some((name) => line.trim().startsWith(`${name}:`)));
  const adapted = join(projectRoot, 'out', 'electron-builder.yml');
  await mkdir(join(projectRoot, 'out'), { recursive: true });
  await writeFile(adapted, known.join('\n'));
  return adapted;
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
