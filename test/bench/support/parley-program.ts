import { projectRoot } from '../../../build/lib/paths.ts';
import type { ElectronRuntime } from '../../../build/runtime/runtime.ts';
import type { Sandbox, SandboxUser } from '../../../main/sandbox/index.ts';
import { ParleyApp } from '../../e2e/support/parley-app.ts';
import { Program } from './program.ts';

interface Place {
  readonly runtime: ElectronRuntime;
  readonly env: NodeJS.ProcessEnv;
  readonly profileDir: string;
}

/**
 * Signs a user in as a person does, so that the next start finds the session in the keychain.
 * @returns an offer of audio and video, made by the WebRTC of this Electron
 */
export async function signInOnce(
  { runtime, env, profileDir }: Place,
  sandbox: Sandbox,
  user: SandboxUser,
): Promise<string> {
  const app = await ParleyApp.launch({ runtime, env, profileDir });
  try {
    await app.signIn(user, sandbox.discoveryUrl);
    return await app.page.evaluate(async () => {
      const connection = new RTCPeerConnection();
      connection.addTransceiver('audio');
      connection.addTransceiver('video');
      const offer = await connection.createOffer();
      connection.close();
      return offer.sdp ?? '';
    });
  } finally {
    await app.quit();
  }
}

/** Starts Parley in the tray, as a login of the desktop does; it signs in by the keychain. */
export function startParley(place: Place, args: readonly string[], traceFile: string): Program {
  const own = ['--hidden', `--user-data-dir=${place.profileDir}`, `--trace-file=${traceFile}`];
  return new Program(
    'Parley',
    place.runtime.executablePath,
    [...args, projectRoot, ...own],
    place.env,
  );
}
