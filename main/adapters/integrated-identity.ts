import type { Session } from 'electron';
import type { IntegratedLogin } from '../../app/ports/http-transport.ts';

/** What of Electron's session decides who the user is to a server. */
type IdentitySession = Pick<
  Session,
  'allowNTLMCredentialsForDomains' | 'clearAuthCache' | 'closeAllConnections'
>;

/**
 * Who this session is to servers that ask by Windows integrated authentication. Chromium remembers
 * names and passwords, and a connection that was authenticated goes on being its user's: neither may
 * be used for somebody else.
 */
export class IntegratedIdentity {
  readonly #session: IdentitySession;
  /** Null before there was any. */
  #userName: string | null = null;

  constructor(session: IdentitySession) {
    this.#session = session;
  }

  /** Resolves when the session is whoever `login` says, and nobody else. */
  async take({ account, domains }: IntegratedLogin): Promise<void> {
    const hosts = domains.flatMap((domain) => [domain, `*.${domain}`]);
    // Whoever uses this computer is told to nobody when the user is to be another one.
    this.#session.allowNTLMCredentialsForDomains(account === null ? hosts.join(',') : '');
    const userName = account?.userName ?? '';
    const isAnother = this.#userName !== null && this.#userName !== userName;
    this.#userName = userName;
    if (!isAnother) return;
    await this.#session.clearAuthCache();
    await this.#session.closeAllConnections();
  }
}
