import type { AppState } from '../../../app/domain/app-state.ts';
import type { Parley } from '../../../app/services/parley.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { startSandbox } from '../../../main/sandbox/index.ts';
import { MemorySecrets } from '../../fakes/memory-secrets.ts';
import { table } from '../../support/table.ts';
import type { BenchOutcome } from '../outcome.ts';
import { summarize } from '../statistics.ts';
import { headlessParley } from '../support/headless-parley.ts';
import { RecordingTransport, sequentialRoundTrips } from './recording-transport.ts';

/** A line that is long enough for round trips to be what takes the time. */
const latencyMs = 20;
const user = 'sam@parley.test';

/**
 * What the protocol itself demands before calls can come, one after another. Cold: the root, `user`
 * with its challenge, the ticket, `user`, POST applications, makeMeAvailable. Warm, with a ticket
 * that lives and the address of `applications`: POST applications, makeMeAvailable.
 */
const minimum = { cold: 6, warm: 2 } as const;

type Kind = keyof typeof minimum;

export interface SignInSample {
  readonly kind: Kind;
  /** Round trips one after another until calls can come. */
  readonly roundTrips: number;
  readonly readyMs: number;
  /** Round trips one after another until the user sees themselves signed in. */
  readonly shownRoundTrips: number;
  readonly shownMs: number;
  /** All that was sent until then, in parallel or not. */
  readonly requests: readonly string[];
}

/** `npm run bench -- signin`: round trips and time from nothing to a line that calls can come in on. */
export async function runSignIn(runs: number): Promise<BenchOutcome> {
  const sandbox = await startSandbox();
  const samples: SignInSample[] = [];
  console.log(`${runs} rounds, ${latencyMs} ms a round trip, Node ${process.versions.node}`);
  try {
    for (let round = 0; round < runs; round += 1) {
      const secrets = new MemorySecrets();
      samples.push(
        await measure('cold', secrets, (parley) =>
          parley.commandHandlers['session.signIn']({
            address: user,
            discoveryUrl: sandbox.discoveryUrl,
            trustedHosts: [],
            choice: { method: 'password', userName: null, password: 'parley' },
          }),
        ),
        await measure('warm', secrets, (parley) => parley.start()),
      );
    }
  } finally {
    await sandbox.stop();
  }
  return { text: reportText(samples), content: { latencyMs, minimum, samples } };
}

async function measure(
  kind: Kind,
  secrets: MemorySecrets,
  signIn: (parley: Parley) => Promise<unknown>,
): Promise<SignInSample> {
  const inner = new NodeHttpTransport();
  const transport = new RecordingTransport(inner, latencyMs);
  const parley = headlessParley(transport, secrets);
  const startMs = performance.now();
  const shown = until(parley, ({ session }) => session.phase === 'online');
  await signIn(parley);
  await shown;
  const shownMs = performance.now();
  const polling = transport.exchanges.find(({ path }) => path.endsWith('/events'));
  const readyMs = polling?.sentMs ?? shownMs;
  await until(parley, ({ session }) => session.phase === 'online' && session.keychain === 'kept');
  await parley.stop();
  inner.close();
  return {
    kind,
    roundTrips: sequentialRoundTrips(transport.exchanges, readyMs),
    readyMs: readyMs - startMs,
    shownRoundTrips: sequentialRoundTrips(transport.exchanges, shownMs),
    shownMs: shownMs - startMs,
    requests: transport.exchanges
      .filter(({ sentMs }) => sentMs <= shownMs)
      .map(({ method, path }) => `${method} ${path.replace(/^.*\/applications\/\d+/, '…')}`),
  };
}

function until(parley: Parley, isSo: (state: AppState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo(parley.store.state)) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = parley.store.patches.subscribe(look);
    look();
  });
}

function reportText(samples: readonly SignInSample[]): string {
  const rows = (['cold', 'warm'] as const).map((kind) => {
    const own = samples.filter((sample) => sample.kind === kind);
    const median = (pick: (sample: SignInSample) => number, digits = 0): string =>
      summarize(own.map(pick)).median.toFixed(digits);
    return [
      kind,
      String(minimum[kind]),
      median(({ roundTrips }) => roundTrips),
      median(({ readyMs }) => readyMs),
      median(({ shownRoundTrips }) => shownRoundTrips),
      median(({ shownMs }) => shownMs),
    ];
  });
  const heading = ['medians', 'minimum', 'until calls can come', 'ms', 'until shown', 'ms'];
  const isMet = rows.every(([, least, count]) => Number(count) <= Number(least));
  const last = (kind: Kind): string =>
    (samples.findLast((sample) => sample.kind === kind)?.requests ?? []).join(', ');
  return [
    table([heading, ...rows]),
    '',
    `cold: ${last('cold')}`,
    `warm: ${last('warm')}`,
    '',
    `round trips one after another: ${isMet ? 'the minimum' : 'MORE THAN THE MINIMUM'}`,
  ].join('\n');
}
