import type { DoctorRemark } from '../../../domain/doctor.ts';
import type { NameAnswer } from '../../../ports/name-lookup.ts';
import {
  discoveryHosts,
  domainOf,
  givenDiscoveryUrl,
} from '../../../ucwa/discovery/discovery-address.ts';
import type { Examination } from '../examination.ts';
import { advise, failedBy, finding, passed, type StepOutcome } from '../remarks.ts';

const timeoutMs = 10_000;
const maxBodyBytes = 64 * 1024;

/** Asks the names that discovery begins at. One of them is enough. */
export async function lookUpNames(
  examination: Examination,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { address, discoveryUrl } = examination.wish;
  try {
    const domain = domainOf(address);
    const given = discoveryUrl === null ? null : new URL(givenDiscoveryUrl(discoveryUrl));
    const hosts = given === null ? discoveryHosts(domain) : [given.hostname];
    return await lookUp(examination, hosts, domain, signal);
  } catch (error) {
    return failedBy(error, examination.domain);
  }
}

async function lookUp(
  examination: Examination,
  hosts: readonly string[],
  domain: string,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { names } = examination.dependencies;
  const answers = await Promise.all(
    hosts.map(async (host) => ({ host, answer: await names.lookUp(withoutBrackets(host)) })),
  );
  const findings = answers
    .sort((one, other) => rank(one.answer) - rank(other.answer))
    .map(({ host, answer }) => described(host, answer));
  if (answers.some(({ answer }) => answer.type === 'found')) return passed(...findings);
  const byProxy = await reachedByProxy(examination, hosts, signal);
  if (byProxy !== null) return passed(finding('nameByProxy', { host: byProxy }), ...findings);
  return { status: 'failed', findings, advice: advise('names', { domain }) };
}

const rank = ({ type }: NameAnswer): number => (type === 'found' ? 0 : 1);

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '');

function described(host: string, answer: NameAnswer): DoctorRemark {
  switch (answer.type) {
    case 'found':
      return finding('nameFound', { host, addresses: answer.addresses.join(', ') });
    case 'unknown':
      return finding('nameUnknown', { host });
    case 'no-answer':
      return finding('nameNoAnswer', { host });
  }
}

/** Behind a proxy it is the proxy that knows the names. */
async function reachedByProxy(
  { transport }: Examination,
  hosts: readonly string[],
  signal: AbortSignal,
): Promise<string | null> {
  for (const host of hosts) {
    const url = `https://${host}/`;
    const headers = { Accept: 'application/json' };
    const request = { method: 'GET', url, headers, timeoutMs, maxBodyBytes } as const;
    const isReached = await transport.send(request, signal).then(
      () => true,
      () => false,
    );
    if (isReached) return host;
  }
  return null;
}
