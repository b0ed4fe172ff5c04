import type { AppState } from '../../../app/domain/app-state.ts';
import type { HttpTransport } from '../../../app/ports/http-transport.ts';
import type { Logger } from '../../../app/ports/logger.ts';
import { Parley } from '../../../app/services/parley.ts';
import { Emitter } from '../../../app/util/emitter.ts';
import { NodeNameLookup } from '../../../main/adapters/node-name-lookup.ts';
import { NodeTlsProbe } from '../../../main/adapters/node-tls-probe.ts';
import { LoopbackMedia, LoopbackNetwork } from '../../fakes/loopback-media.ts';
import { MemorySecrets } from '../../fakes/memory-secrets.ts';
import { MemorySettings } from '../../fakes/memory-settings.ts';
import { SettableSurroundings } from '../../fakes/settable-surroundings.ts';
import { noSurfaces } from '../../support/sign-in-surfaces.ts';
import { SystemClock } from '../../support/system-clock.ts';
import { SystemRandom } from '../../support/system-random.ts';

const environment: AppState['environment'] = {
  parleyVersion: '0.0.0',
  electronVersion: '0',
  chromiumVersion: '0',
  testRuntime: true,
  platform: 'linux',
  hasTray: false,
  globalKeys: 'everywhere',
  hasKeychain: true,
  demoColleagues: [],
};

/** Keeps nothing: what it would hold would count as memory of Parley. */
const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  scoped: () => silentLogger,
};

/** The whole communicator without a desktop, over the transport of a bench. */
export function headlessParley(transport: HttpTransport, secrets = new MemorySecrets()): Parley {
  return new Parley({
    transport,
    clock: new SystemClock(),
    random: new SystemRandom(),
    logger: silentLogger,
    trace: { mark: () => undefined },
    surfaces: noSurfaces,
    names: new NodeNameLookup(),
    tls: new NodeTlsProbe(),
    secrets,
    settings: new MemorySettings(),
    media: new LoopbackMedia(new LoopbackNetwork()),
    wakeUps: new Emitter(() => undefined),
    surroundings: new SettableSurroundings(),
    attention: { isFocused: () => false },
    environment,
    escalationText: () => '',
    identity: { userAgent: 'Parley/bench', culture: 'en-US' },
  });
}
