import { join } from 'node:path';
import { distDir } from '../../../build/lib/paths.ts';
import type { Sandbox, SandboxUser } from '../../../main/sandbox/index.ts';
import { UcwaClient } from '../../integration/sandbox/ucwa-client.ts';
import { Program } from '../support/program.ts';

const appDir = join(import.meta.dirname, '../floor-app');

/** Starts the empty Electron that everything is compared with, signed in as `user`. */
export async function startFloor(options: {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly profileDir: string;
  readonly sandbox: Sandbox;
  readonly user: SandboxUser;
}): Promise<Program> {
  const client = await UcwaClient.signIn(options.sandbox.origin, options.user.userName);
  const args = [...options.args, appDir, `--user-data-dir=${options.profileDir}`];
  return new Program('The floor program', options.executable, args, {
    ...options.env,
    FLOOR_EVENTS_URL: client.eventsUrl(),
    FLOOR_TICKET: client.ticket,
    FLOOR_ICON: join(distDir, 'icons', 'app', '256x256.png'),
  });
}
