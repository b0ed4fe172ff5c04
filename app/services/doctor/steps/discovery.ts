import type { DoctorRemark } from '../../../domain/doctor.ts';
import { discover } from '../../../ucwa/discovery/discover.ts';
import { discoveryHosts, domainOf } from '../../../ucwa/discovery/discovery-address.ts';
import { followToServer } from '../../../ucwa/discovery/follow.ts';
import { hostOf } from '../../../ucwa/transport/trusted-url.ts';
import type { Examination } from '../examination.ts';
import type { Exchange } from '../observed-transport.ts';
import { advise, failedBy, finding, passed, type StepOutcome } from '../remarks.ts';

/** Discovery as a sign-in does it, and a look at the names that it then need not ask. */
export async function findServer(
  examination: Examination,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { transport, codecs, wish, dependencies } = examination;
  const seenBefore = transport.exchanges.length;
  const logger = dependencies.ucwa.logger.scoped('discovery');
  const discovery = { transport, codecs, logger, signal };
  const outcome = await discover(discovery, wish);
  if (outcome.type === 'found' && wish.discoveryUrl === null) {
    const domain = domainOf(wish.address);
    const trust = { domain, trustedHosts: wish.trustedHosts };
    const asked = outcome.attempts.map(({ url }) => url);
    const others = discoveryHosts(domain).map((host) => `https://${host}/`);
    for (const url of others.filter((other) => !asked.includes(other))) {
      // How it went is among the exchanges.
      await followToServer(discovery, url, trust).catch(() => undefined);
    }
  }
  const exchanges = transport.exchanges.slice(seenBefore);
  const findings = exchanges.map(describedExchange);
  if (outcome.type === 'failed') return failed(outcome.error, examination, exchanges, findings);
  examination.server = outcome.server;
  return passed(finding('foundServer', { host: hostOf(outcome.server.url) }), ...findings);
}

function failed(
  error: unknown,
  { domain }: Examination,
  exchanges: readonly Exchange[],
  findings: readonly DoctorRemark[],
): StepOutcome {
  const outcome = failedBy(error, domain, ...findings);
  const isProxy = exchanges.some(({ isWebPage, status }) => isWebPage && status !== 401);
  return isProxy ? { ...outcome, advice: advise('webPage') } : outcome;
}

/** One exchange in words. */
export function describedExchange(exchange: Exchange): DoctorRemark {
  const { place, failure, status, redirectTarget } = exchange;
  if (status === null) return finding(`noAnswer.${failure ?? 'other'}`, { place });
  const values = { place, status: String(status) };
  if (redirectTarget !== null) return finding('redirect', { ...values, target: redirectTarget });
  if (status === 407) return finding('proxyLogin', values);
  if (status === 401) return finding('asksWho', values);
  if (exchange.isWebPage) return finding('webPage', values);
  return status === 200 ? finding('document', values) : finding('otherAnswer', values);
}
