import type { DoctorRemark } from '../../../domain/doctor.ts';
import { TransportError, type TransportErrorKind } from '../../../ports/http-transport.ts';
import type { TlsFacts } from '../../../ports/tls-probe.ts';
import { hostOf } from '../../../ucwa/transport/trusted-url.ts';
import type { Examination } from '../examination.ts';
import type { Exchange } from '../observed-transport.ts';
import { advise, failedBy, finding, type StepOutcome, skipped } from '../remarks.ts';

const dayMs = 86_400_000;
/** A certificate that ends sooner is worth a word. */
const soonMs = 21 * dayMs;
const mostNames = 12;

/** What is known about one TLS server. */
interface Inspection {
  readonly host: string;
  /** Why the transport, by which Parley signs in, did not trust it. */
  readonly refused: TransportErrorKind | null;
  readonly facts: TlsFacts | null;
}

/** Looks at the certificates of every server that was asked over HTTPS so far. */
export async function inspectCertificates(
  examination: Examination,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const servers = tlsServers(examination.transport.exchanges);
  if (servers.length === 0) return skipped(finding('noTls'));
  const inspections = await Promise.all(
    servers.map((server) => inspect(examination, server, signal)),
  );
  return verdict(examination, inspections);
}

/**
 * The certificates of a server that was met on the way, as findings.
 * @param since how many exchanges were seen before
 */
export async function certificatesSince(
  examination: Examination,
  since: number,
  signal: AbortSignal,
): Promise<readonly DoctorRemark[]> {
  const { exchanges } = examination.transport;
  const before = tlsServers(exchanges.slice(0, since)).map(keyOf);
  const met = tlsServers(exchanges.slice(since)).filter((each) => !before.includes(keyOf(each)));
  const inspections = await Promise.all(met.map((each) => inspect(examination, each, signal)));
  return inspections.flatMap(described);
}

const keyOf = ({ hostname, tlsPort }: Exchange): string => `${hostname}:${tlsPort}`;

/** One exchange for each TLS server that is there: the most telling one. */
function tlsServers(exchanges: readonly Exchange[]): readonly Exchange[] {
  const servers = new Map<string, Exchange>();
  for (const exchange of exchanges) {
    const isThere = exchange.failure !== 'host-not-found' && exchange.failure !== 'offline';
    if (exchange.tlsPort === null || !isThere) continue;
    const known = servers.get(keyOf(exchange));
    if (known === undefined || exchange.status !== null) servers.set(keyOf(exchange), exchange);
  }
  return [...servers.values()];
}

async function inspect(
  { dependencies }: Examination,
  { hostname, tlsPort, place, failure }: Exchange,
  signal: AbortSignal,
): Promise<Inspection> {
  const refused = failure?.startsWith('certificate-') === true ? failure : null;
  const facts = await dependencies.tls.inspect(hostname, tlsPort ?? 443, signal).catch(() => null);
  return { host: hostOf(place), refused, facts };
}

function verdict(examination: Examination, inspections: readonly Inspection[]): StepOutcome {
  const findings = inspections.flatMap(described);
  const refused = inspections.find((inspection) => inspection.refused !== null);
  if (refused?.refused != null) {
    const { host } = refused;
    // Where there is another way in, it does not keep anybody from signing in.
    if (examination.server !== null) {
      return { status: 'warning', findings, advice: advise('certificateOther', { host }) };
    }
    return failedBy(new TransportError(refused.refused, 'Refused before'), host, ...findings);
  }
  const nowMs = examination.clock.nowMs();
  const ending = inspections.find(({ facts }) => endsAtMs(facts) - nowMs < soonMs);
  if (ending !== undefined) {
    const values = { host: ending.host, to: day(endsAtMs(ending.facts)) };
    const advice = advise('certificateEndsSoon', values);
    const first = finding('certificateEndsSoon', values);
    return { status: 'warning', findings: [first, ...findings], advice };
  }
  const isUnseen = inspections.every(({ facts }) => facts === null);
  return { status: isUnseen ? 'skipped' : 'passed', findings, advice: null };
}

const endsAtMs = (facts: TlsFacts | null): number =>
  facts?.chain[0]?.validToMs ?? Number.POSITIVE_INFINITY;

function described({ host, refused, facts }: Inspection): readonly DoctorRemark[] {
  const own = facts?.chain[0];
  if (facts === null || own === undefined) return [finding('noHandshake', { host })];
  const { subject, issuer, names, validFromMs, validToMs } = own;
  const chain = facts.chain.slice(1).map((certificate) => certificate.subject);
  const shown = names.slice(0, mostNames).join(', ');
  return [
    finding('certificate', {
      ...{ host, subject, issuer, protocol: facts.protocol ?? 'TLS' },
      ...{ from: day(validFromMs), to: day(validToMs) },
    }),
    ...(shown === '' ? [] : [finding('certificateNames', { host, names: shown })]),
    ...(chain.length === 0
      ? []
      : [finding('certificateChain', { host, chain: chain.join(' ← ') })]),
    ...trust(host, refused, facts.problem),
  ];
}

function trust(
  host: string,
  refused: TransportErrorKind | null,
  problem: string | null,
): readonly DoctorRemark[] {
  if (refused !== null)
    return [finding('certificateProblem', { host, problem: problem ?? refused })];
  return problem === null ? [] : [finding('certificateBySystem', { host })];
}

const day = (atMs: number): string =>
  Number.isFinite(atMs) ? new Date(atMs).toISOString().slice(0, 10) : '?';
