import type { DoctorResult, DoctorStep } from '../../../app/domain/doctor.ts';
import { createTranslator } from '../../../app/i18n/translator.ts';
import type { DoctorWish } from '../../../app/services/doctor/doctor-wish.ts';
import type { DoctorDependencies } from '../../../app/services/doctor/examination.ts';
import { examine } from '../../../app/services/doctor/examine.ts';
import { NodeHttpTransport } from '../../../main/adapters/node-http-transport.ts';
import { NodeNameLookup } from '../../../main/adapters/node-name-lookup.ts';
import { NodeTlsProbe } from '../../../main/adapters/node-tls-probe.ts';
import type { HostRoutes } from '../../../main/adapters/trust-options.ts';
import { remarkText } from '../../../main/doctor/report.ts';
import type { Sandbox } from '../../../main/sandbox/index.ts';
import { ucwaDependencies } from '../../support/sign-in-request.ts';

/** Events come as soon as the server has them. */
export const promptEvents = { minimumSeconds: 0, maximumSeconds: 0 };

export interface Network {
  /** Authorities that are trusted, PEM; none but the built-in ones when left out. */
  readonly ca?: string;
  readonly routes?: HostRoutes;
  readonly eventWaitMs?: number;
}

export const passwordOf = (userName: string, password: string): DoctorWish['method'] => ({
  grant: 'password',
  account: { userName, password },
});

/** The names of `parley.test`, as if they were in DNS, lead to a sandbox over HTTPS. */
export function routesTo({ origin }: Sandbox): HostRoutes {
  const { port } = new URL(origin);
  const target = { host: '127.0.0.1', port: Number(port) };
  return { 'lyncdiscover.parley.test': target, 'lync.parley.test': target };
}

/** Real network parts for the doctor, and what ends them. */
export function doctorOn({ ca, routes = {}, eventWaitMs }: Network): {
  readonly dependencies: DoctorDependencies;
  readonly close: () => void;
} {
  const trust = { routes, ...(ca !== undefined && { ca: [ca] }) };
  const transport = new NodeHttpTransport(trust);
  const dependencies = {
    ucwa: ucwaDependencies(transport),
    names: new NodeNameLookup(routes),
    tls: new NodeTlsProbe(trust),
    identity: { userAgent: 'Parley/test', culture: 'en-US' },
    ...(eventWaitMs !== undefined && { eventWaitMs }),
  };
  return { dependencies, close: () => transport.close() };
}

/** A run as a test reads it. */
export class Run {
  readonly results: readonly DoctorResult[];

  constructor(results: readonly DoctorResult[]) {
    this.results = results;
  }

  get statuses(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.results.map(({ step, status }) => [step, status]));
  }

  /** The findings of a step as people read them, then the advice. */
  text(step: DoctorStep): string {
    const translator = createTranslator('en');
    const result = this.results.find((each) => each.step === step);
    const remarks = [...(result?.findings ?? []), ...(result?.advice ? [result.advice] : [])];
    return remarks.map((remark) => remarkText(remark, translator)).join('\n');
  }
}

/** Runs the doctor to its end. */
export async function examined(
  wish: Partial<DoctorWish>,
  network: Network,
  signal = new AbortController().signal,
): Promise<Run> {
  const { dependencies, close } = doctorOn(network);
  const results: DoctorResult[] = [];
  const whole = {
    address: 'alex@parley.test',
    discoveryUrl: null,
    trustedHosts: [],
    method: passwordOf('alex@parley.test', 'parley'),
    ...wish,
  };
  for await (const result of examine(whole, dependencies, signal)) results.push(result);
  close();
  return new Run(results);
}
