import { createHash, randomBytes } from 'node:crypto';
import type { Account } from '../model/user-account.ts';

/** What a client asked for when it sent the user here. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly resource: string;
  /** PKCE, method S256. */
  readonly codeChallenge: string;
}

interface Grant {
  readonly account: Account;
  readonly clientId: string;
}

/** The memory of the authorization server: codes and refresh tokens. */
export class AuthorizationServer {
  readonly #codes = new Map<string, AuthorizationRequest & Grant>();
  readonly #refreshTokens = new Map<string, Grant>();

  code(account: Account, request: AuthorizationRequest): string {
    const code = randomBytes(32).toString('base64url');
    this.#codes.set(code, { ...request, account });
    return code;
  }

  /** Whose code it is; undefined unless everything fits. A code is good once, whatever comes of it. */
  redeemCode(
    code: string,
    given: Omit<AuthorizationRequest, 'codeChallenge'> & { readonly verifier: string },
  ): Account | undefined {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256').update(given.verifier, 'ascii').digest('base64url');
    const fits =
      known !== undefined &&
      known.clientId === given.clientId &&
      known.redirectUri === given.redirectUri &&
      known.resource === given.resource &&
      known.codeChallenge === challenge;
    return fits ? known.account : undefined;
  }

  refreshToken(account: Account, clientId: string): string {
    const token = `rt.${randomBytes(48).toString('base64url')}`;
    this.#refreshTokens.set(token, { account, clientId });
    return token;
  }

  /** A refresh token is good once: the answer brings the next one. */
  redeemRefreshToken(token: string, clientId: string): Account | undefined {
    const known = this.#refreshTokens.get(token);
    if (known?.clientId !== clientId) return undefined;
    this.#refreshTokens.delete(token);
    return known.account;
  }

  /** Every refresh token is revoked, as when a password was changed. */
  forget(): void {
    this.#refreshTokens.clear();
  }
}
