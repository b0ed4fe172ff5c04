import { session } from 'electron';
import type { MediaEngine } from '../../app/ports/media-engine.ts';
import type { SecretStore } from '../../app/ports/secret-store.ts';
import type { SettingsStore } from '../../app/ports/settings-store.ts';
import { Parley } from '../../app/services/parley.ts';
import { electronAttention } from '../adapters/electron-attention.ts';
import { ElectronNetTransport, httpSessionOptions } from '../adapters/electron-net-transport.ts';
import { NodeNameLookup } from '../adapters/node-name-lookup.ts';
import { NodeTlsProbe } from '../adapters/node-tls-probe.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { systemRandom } from '../adapters/system-random.ts';
import { noTrace } from '../adapters/trace-file.ts';
import type { CastMember } from '../demo/cast.ts';
import { Colleague } from '../demo/colleague.ts';
import { MediaWindow } from '../demo/media-window.ts';
import { MemorySecretStore } from '../demo/memory-secret-store.ts';
import { memorySettingsStore } from '../demo/memory-settings-store.ts';
import { noMedia } from '../demo/no-media.ts';
import { MediaEngineProxy } from '../ipc/media-engine-proxy.ts';
import { Publisher } from '../ipc/publisher.ts';
import type { Foundation } from './foundation.ts';

/** A communicator of its own. */
export function createParley(
  { logger, trace, wakeUps, surroundings, surfaces, environment, app, translator }: Foundation,
  own: { secrets: SecretStore; settings: SettingsStore; media: MediaEngine },
): Parley {
  return new Parley({
    ...own,
    transport: new ElectronNetTransport(
      session.fromPartition('http', httpSessionOptions),
      systemClock,
    ),
    surfaces,
    clock: systemClock,
    random: systemRandom,
    logger,
    trace,
    wakeUps,
    surroundings,
    attention: electronAttention,
    environment,
    names: new NodeNameLookup(),
    tls: new NodeTlsProbe(),
    escalationText: (about) =>
      translator.translate(
        about.subject === '' ? 'alert.escalation' : 'alert.escalationSubject',
        about,
      ),
    identity: { userAgent: `Parley/${environment.parleyVersion}`, culture: app.getLocale() },
  });
}

/** A colleague of the demo; one who takes calls has a hidden window for the media. */
export function createColleague(foundation: Foundation, member: CastMember): Colleague {
  const logger = foundation.logger.scoped(`colleague/${member.uri}`);
  const engine = member.manner === 'answers' ? new MediaEngineProxy(systemClock, logger) : null;
  const parley = createParley(
    { ...foundation, logger, trace: noTrace },
    { secrets: new MemorySecretStore(), settings: memorySettingsStore, media: engine ?? noMedia },
  );
  if (engine === null) return new Colleague(member, parley, () => undefined, systemClock, logger);
  const publisher = new Publisher(parley.store);
  publisher.start();
  const window = new MediaWindow(foundation.windows, engine, publisher, logger);
  const leave = (): void => {
    publisher.stop();
    window.close();
  };
  return new Colleague(member, parley, leave, systemClock, logger);
}
