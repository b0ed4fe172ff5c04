import { hostOf } from '../../../ucwa/transport/trusted-url.ts';
import type { Examination } from '../examination.ts';
import { failedBy, finding, passed, type StepOutcome, skipped } from '../remarks.ts';

/** Signs in: gets a ticket from the server that discovery led to. */
export async function getTicket(examination: Examination): Promise<StepOutcome> {
  const { server, challenge, wish, method, clock } = examination;
  if (server === null || challenge === null) return skipped(finding('earlierFailed'));
  if (wish.method === null) return skipped(finding('noPassword'));
  if (method === null) return skipped(finding('needsUser'));
  const host = hostOf(server.url);
  const { authenticator } = examination.prepareSignIn(method);
  authenticator.trust(server.url);
  const outcome = await authenticator.renew(server.url, null, null);
  if (outcome.type === 'ok') {
    const endsInMs = (examination.ticketEndsAtMs ?? clock.nowMs()) - clock.nowMs();
    return passed(
      finding('ticketGranted', { host, minutes: String(Math.round(endsInMs / 60_000)) }),
    );
  }
  examination.signedIn = null;
  authenticator.stop();
  return failedBy(outcome.type === 'sign-out' ? outcome.problem : outcome.error, host);
}
