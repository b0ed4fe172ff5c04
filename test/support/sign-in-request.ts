import type { Clock } from '../../app/ports/clock.ts';
import type { HttpTransport } from '../../app/ports/http-transport.ts';
import type { SignInRequest, UcwaDependencies } from '../../app/ucwa/sign-in.ts';
import { RecordingLogger } from './recording-logger.ts';
import { noSurfaces } from './sign-in-surfaces.ts';
import { SystemClock } from './system-clock.ts';
import { SystemRandom } from './system-random.ts';

/** A request to sign in as Alex, with whatever the test wants otherwise. */
export function signInRequest(change: Partial<SignInRequest>): SignInRequest {
  return {
    address: 'alex@example.test',
    method: {
      grant: 'password',
      account: { userName: 'alex@example.test', password: 'correct horse' },
    },
    discoveryUrl: null,
    trustedHosts: [],
    knownApplicationsUrl: null,
    interactive: true,
    endpointId: '8a6ee67b-4a45-4a0c-9d0c-2d1d7a3a5d11',
    culture: 'en-US',
    userAgent: 'Parley/test',
    ticket: null,
    onStep: () => undefined,
    onWaiting: () => undefined,
    onKept: () => undefined,
    signal: new AbortController().signal,
    ...change,
  };
}

/** Real collaborators of the protocol core, the log readable. */
export function ucwaDependencies(
  transport: HttpTransport,
  clock: Clock = new SystemClock(),
): UcwaDependencies & { readonly logger: RecordingLogger } {
  return {
    transport,
    clock,
    random: new SystemRandom(),
    logger: new RecordingLogger(),
    trace: { mark: () => undefined },
    surfaces: noSurfaces,
  };
}
