import { release } from 'node:os';
import type { DoctorResult } from '../../../app/domain/doctor.ts';
import type { Translator } from '../../../app/i18n/translator.ts';
import { doctorReport } from '../../../app/services/doctor/doctor-report.ts';
import { examine } from '../../../app/services/doctor/examine.ts';
import { NodeHttpTransport } from '../../adapters/node-http-transport.ts';
import { NodeNameLookup } from '../../adapters/node-name-lookup.ts';
import { NodeTlsProbe } from '../../adapters/node-tls-probe.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { systemRandom } from '../../adapters/system-random.ts';
import { knownAuthorities } from '../../adapters/trust-options.ts';
import { reportJson, reportText } from '../report.ts';
import { askPassword, passwordFromStdin } from './ask-password.ts';
import type { CliArguments } from './cli-arguments.ts';
import { conclusion, lineOf } from './console-text.ts';
import { nobodyThere, silentLogger } from './nobody-there.ts';

export interface DoctorOutcome {
  readonly hasFailed: boolean;
  readonly text: string;
  readonly json: string;
}

/** Runs the doctor with Node's network, and prints each step as it comes. Ctrl-C cancels. */
export async function runDoctor(
  args: CliArguments,
  authority: string | null,
  parley: string,
  translator: Translator,
): Promise<DoctorOutcome> {
  const { address, discoveryUrl, userName, routes } = args;
  const ca = [...knownAuthorities(), ...(authority === null ? [] : [authority])];
  const transport = new NodeHttpTransport({ ca, routes, proxyEnvironment: process.env });
  const password = await passwordOf(args, translator);
  const dependencies = {
    ucwa: {
      ...{ transport, clock: systemClock, random: systemRandom, logger: silentLogger },
      ...{ trace: { mark: () => undefined }, surfaces: nobodyThere },
    },
    names: new NodeNameLookup(routes),
    tls: new NodeTlsProbe({ ca, routes }),
    identity: { userAgent: `Parley/${parley}`, culture: 'en-US' },
  };
  const account = { userName: userName ?? address, password: password ?? '' };
  const method = password === null ? null : ({ grant: 'password', account } as const);
  const cancelling = new AbortController();
  const cancel = (): void => cancelling.abort();
  process.once('SIGINT', cancel);
  const startedAtMs = systemClock.nowMs();
  const results: DoctorResult[] = [];
  console.log(`${translator.translate('doctor.cli.start', { address })}\n`);
  const wish = { address, discoveryUrl, trustedHosts: [], method };
  for await (const result of examine(wish, dependencies, cancelling.signal)) {
    results.push(result);
    console.log(lineOf(result, translator));
  }
  process.off('SIGINT', cancel);
  transport.close();
  console.log(conclusion(results, cancelling.signal.aborted, translator));

  const phase = cancelling.signal.aborted ? 'cancelled' : 'done';
  const report = doctorReport({ phase, address, discoveryUrl, startedAtMs, results });
  const system = `${process.platform} ${release()} ${process.arch}`;
  const maker = { parley, runtime: `Node ${process.versions.node}`, system };
  return {
    hasFailed: phase === 'cancelled' || report.verdict === 'failed',
    text: reportText(report, maker, translator),
    json: reportJson(report, maker, translator),
  };
}

async function passwordOf(
  { address, passwordFromStdin: isPiped }: CliArguments,
  { translate }: Translator,
): Promise<string | null> {
  const given = isPiped
    ? await passwordFromStdin()
    : await askPassword(translate('doctor.cli.password', { address }));
  return given === '' ? null : given;
}
