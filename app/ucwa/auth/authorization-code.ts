import type { RedirectListener } from '../../ports/loopback-redirect.ts';
import { SignInProblemError } from '../sign-in-problem.ts';
import { hostOf } from '../transport/trusted-url.ts';
import { UcwaError } from '../ucwa-error.ts';
import type { GrantContext } from './grant.ts';

/** How long the user may take in the browser. */
const userTimeoutMs = 5 * 60_000;

export interface AuthorizationWish {
  readonly authorizationUri: string;
  readonly clientId: string;
  /** The service that the token is to be for. */
  readonly resource: string;
  /** Whom the page may propose. */
  readonly loginHint: string;
}

/** What the token endpoint wants to see. */
export type AuthorizationCode = Readonly<Record<'code' | 'redirect_uri' | 'code_verifier', string>>;

/**
 * Sends the user to the authorization server in the system's browser and waits for the code
 * (RFC 6749, 4.1, with PKCE, RFC 7636).
 * @throws SignInProblemError when the server says no or the user does not come back in time
 * @throws UcwaError when aborted, or when no browser can be opened
 */
export async function authorize(
  { surfaces, clock }: Pick<GrantContext, 'surfaces' | 'clock'>,
  wish: AuthorizationWish,
  signal: AbortSignal,
): Promise<AuthorizationCode> {
  const { cryptography, loopback, browser } = surfaces;
  const state = cryptography.secret();
  const verifier = cryptography.secret();
  const listener = await loopback.listen(state);
  const { redirectUri } = listener;
  let cancelTimer = (): void => undefined;
  try {
    const timeout = new Promise<'timeout'>((resolve) => {
      cancelTimer = clock.after(userTimeoutMs, () => resolve('timeout'));
    });
    const challenge = cryptography.sha256(verifier);
    await browser.open(authorizationUrl(wish, { redirectUri, state, challenge }));
    const answer = await Promise.race([listener.answer, timeout, aborted(signal)]);
    return { ...readCode(answer, wish), redirect_uri: redirectUri, code_verifier: verifier };
  } catch (error) {
    throw known(error, wish);
  } finally {
    cancelTimer();
    listener.close();
  }
}

function authorizationUrl(
  { authorizationUri, clientId, resource, loginHint }: AuthorizationWish,
  own: { readonly redirectUri: string; readonly state: string; readonly challenge: string },
): string {
  const url = new URL(authorizationUri);
  const parameters = {
    response_type: 'code',
    response_mode: 'query',
    client_id: clientId,
    redirect_uri: own.redirectUri,
    resource,
    state: own.state,
    code_challenge: own.challenge,
    code_challenge_method: 'S256',
    login_hint: loginHint,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

function readCode(
  answer: Awaited<RedirectListener['answer']> | 'timeout' | 'aborted',
  { authorizationUri }: AuthorizationWish,
): { readonly code: string } {
  const host = hostOf(authorizationUri);
  if (answer === 'timeout') throw new SignInProblemError('browser-sign-in-timeout', host, null);
  if (answer === 'aborted') {
    throw new UcwaError('transport', 'Aborted by the caller', { advice: 'give-up', host });
  }
  const { code, error } = answer;
  // `error_description` may name the user: it is not for the log.
  if (code) return { code };
  throw new SignInProblemError('browser-sign-in-refused', host, error ?? 'no code');
}

function aborted(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('aborted');
    else signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}

function known(error: unknown, { authorizationUri }: AuthorizationWish): Error {
  if (error instanceof SignInProblemError || error instanceof UcwaError) return error;
  return new UcwaError('transport', 'The browser could not be opened', {
    ...{ advice: 'give-up', host: hostOf(authorizationUri), cause: error },
  });
}
