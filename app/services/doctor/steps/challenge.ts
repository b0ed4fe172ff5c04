import { signInMethods } from '../../../domain/sign-in-choice.ts';
import { askChallenge } from '../../../ucwa/auth/ask-challenge.ts';
import { offeredGrants } from '../../../ucwa/auth/offered-grants.ts';
import type { GrantName } from '../../../ucwa/auth/sign-in-method.ts';
import { SignInProblemError } from '../../../ucwa/sign-in-problem.ts';
import { hostOf } from '../../../ucwa/transport/trusted-url.ts';
import type { Examination } from '../examination.ts';
import { advise, failedBy, finding, passed, type StepOutcome, skipped } from '../remarks.ts';

/** Asks the server how one may sign in. Sends nothing secret. */
export async function askWays(examination: Examination, signal: AbortSignal): Promise<StepOutcome> {
  const { server, transport, wish } = examination;
  if (server === null) return skipped(finding('earlierFailed'));
  const host = hostOf(server.url);
  const asked = await askChallenge({ transport }, server.url, signal);
  if (asked.type === 'failed') return failedBy(asked.error, host);
  if (asked.type === 'none') {
    const schemes = asked.schemes.join(', ') || null;
    return failedBy(new SignInProblemError('method-not-offered', host, schemes), host);
  }
  const { challenge } = asked;
  const names = offeredGrants(challenge);
  const usable = signInMethods.filter((method) => names.includes(method));
  const hosted: readonly GrantName[] = names.filter((name) => name === 'hosted');
  const grants = [...challenge.grantTypes, ...hosted].join(', ') || '-';
  const offered = finding('grants', { host, grants });
  if (usable.length === 0) {
    const findings = [finding('noUsableGrant'), offered];
    return { status: 'failed', findings, advice: advise('noUsableGrant', { host }) };
  }
  const findings = [finding('usableGrants', { grants: usable.join(', ') }), offered];
  const wanted = wish.method?.grant ?? null;
  if (wanted === null || names.includes(wanted)) {
    examination.challenge = challenge;
    return passed(...findings);
  }
  const error = new SignInProblemError('method-not-offered', host, null, names);
  return failedBy(error, host, finding('wantedGrant', { grant: wanted }), ...findings);
}
