import { findApplications } from '../../../ucwa/application/find-applications.ts';
import { hostOf } from '../../../ucwa/transport/trusted-url.ts';
import type { Examination } from '../examination.ts';
import { failedBy, finding, passed, type StepOutcome } from '../remarks.ts';
import { afterSignIn } from './after-sign-in.ts';
import { certificatesSince } from './certificates.ts';
import { describedExchange } from './discovery.ts';

/** Goes from the `user` resource over redirects to the user's home pool. */
export async function findPool(
  examination: Examination,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const { server, signedIn, transport, codecs } = examination;
  if (server === null || signedIn === null) return afterSignIn(examination);
  const { http, authenticator } = signedIn;
  const since = transport.exchanges.length;
  try {
    const url = await findApplications(http, authenticator, codecs, server, signal);
    examination.applicationsUrl = url;
    const [from, to] = [hostOf(server.url), hostOf(url)];
    return passed(
      finding('homePool', { host: to }),
      ...(from === to ? [] : [finding('poolRedirect', { from, to })]),
      ...(await certificatesSince(examination, since, signal)),
    );
  } catch (error) {
    const seen = transport.exchanges.slice(since).map(describedExchange);
    const certificates = await certificatesSince(examination, since, signal);
    return failedBy(error, hostOf(server.url), ...seen, ...certificates);
  }
}
