import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { packageProgram } from '../package/package-program.ts';
import { findRuntime } from '../runtime/find-runtime.ts';
import type { Check, Outcome } from './check.ts';
import { single } from './check.ts';

const endTimeoutMs = 15_000;

/**
 * Packs the program and starts what was packed, fuses flipped: it shows its icon in the tray, reads
 * the keychain, and ends when told so from there. Elsewhere than on Linux packing alone is checked.
 */
export const packageCheck: Check = {
  name: 'the packed program starts',
  group: 'e2e',
  run: async () => {
    const executable = await packageProgram(await findRuntime(), { installers: false });
    return process.platform === 'linux' ? await startsAndEnds(executable) : single(true, '');
  },
};

async function startsAndEnds(executable: string): Promise<Outcome> {
  const { DesktopSession } = await import('../../test/desktop/session.ts');
  const session = await DesktopSession.start();
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = spawn(executable, args, { env: session.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  try {
    const ended = once(program, 'exit', { signal: AbortSignal.timeout(endTimeoutMs) });
    ended.catch(() => {});
    const icon = await session.tray.waitForItem(program.pid);
    await session.screen.waitForWindow('Parley');
    await icon.choose('Quit Parley');
    const [code] = await ended;
    const fine = code === 0 && !output.includes('The keychain cannot be used');
    return single(fine, `The packed program ended with ${code}.\n${output}`);
  } catch (error) {
    return single(false, `${error instanceof Error ? error.message : error}\n${output}`);
  } finally {
    program.kill('SIGKILL');
    await session.stop();
  }
}
