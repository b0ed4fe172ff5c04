import { AnonymousTokens } from '../auth/anonymous-tokens.ts';
import { AuthorizationServer } from '../auth/authorization-server.ts';
import type { GrantName } from '../auth/grants.ts';
import { NtlmServer } from '../auth/ntlm/ntlm-server.ts';
import { PassiveSessions } from '../auth/passive-sessions.ts';
import { TicketStore } from '../auth/ticket-store.ts';
import type { Reason } from '../events/event.ts';
import { ConferenceServer } from '../media/conference-server.ts';
import type { ResolvedOptions } from '../options.ts';
import { createAccount } from './account.ts';
import type { CallReport } from './call-report.ts';
import type { Application, Call, Chat, Meeting } from './entities.ts';
import { hexId } from './ids.ts';
import { TelephoneNetwork } from './telephone-network.ts';
import { markMs, SystemTimers, type Timers } from './timers.ts';
import type { Account } from './user-account.ts';

/** Everything the server knows at a moment. */
export class World {
  readonly options: ResolvedOptions;
  readonly timers: Timers;
  readonly tickets: TicketStore;
  readonly telephones: TelephoneNetwork;
  readonly accounts = new Map<string, Account>();
  readonly applications = new Map<string, Application>();
  readonly calls = new Set<Call>();
  readonly chats = new Set<Chat>();
  /** What clients reported of calls, oldest first. */
  readonly callReports: CallReport[] = [];
  /** Whose requests get no answer, by `Account.key`: their network is gone. */
  readonly cutOff = new Set<string>();
  /** By id. */
  readonly meetings = new Map<string, Meeting>();
  /** The sound and pictures of meetings. */
  readonly conferences = new ConferenceServer();
  /** The server's clock minus the true time. */
  clockOffsetMs: number;
  readonly ntlm = new NtlmServer();
  readonly passive = new PassiveSessions();
  readonly authorization = new AuthorizationServer();
  readonly anonymous: AnonymousTokens;
  /** Proves to clients of the hosted service that a callback comes from here. */
  readonly callbackToken = hexId();
  /** The ways of signing in that are offered now. */
  grants: readonly GrantName[];
  /** So many operations of one user may run at once in batches. */
  maximumOutstanding = 100;
  /** Why every invitation fails, while a fault says so. */
  invitationFault: Reason | undefined;
  /** What the addresses of meetings' pages begin with. */
  joinPages: string;
  /** Where discovery sends clients instead of naming a `user` resource. */
  redirectTo: string | undefined;

  constructor(options: ResolvedOptions, timers: Timers = new SystemTimers()) {
    this.options = options;
    this.timers = timers;
    this.clockOffsetMs = options.clockOffsetMs;
    this.tickets = new TicketStore(() => Date.now());
    this.telephones = new TelephoneNetwork(timers, options.telephonesAnswerAfterMs);
    this.anonymous = new AnonymousTokens(this.tickets);
    this.grants = options.grants;
    this.joinPages = `https://meet.${this.domain}`;
    for (const user of options.users) {
      const account = createAccount(user, options, () => this.nowMs());
      this.accounts.set(account.key, account);
    }
  }

  /** The server's idea of the time, in milliseconds since 1970. */
  nowMs(): number {
    return Date.now() + this.clockOffsetMs;
  }

  trace(name: string, details: Readonly<Record<string, unknown>> = {}): void {
    this.options.onTrace({ ...details, name, atMs: markMs() });
  }

  /** Forgets everything that lives in memory only, as a restart does; tickets may outlive it. */
  forget(keepTickets: boolean): void {
    for (const { callbacks } of this.applications.values()) callbacks?.stop();
    this.timers.clear();
    void this.conferences.close();
    this.calls.clear();
    this.telephones.clear();
    this.chats.clear();
    this.meetings.clear();
    this.applications.clear();
    if (!keepTickets) this.tickets.revoke();
  }

  applicationsOf(account: Account): readonly Application[] {
    return [...this.applications.values()].filter((application) => application.account === account);
  }

  /** SIP domain of the users, for discovery documents. */
  get domain(): string {
    return this.options.users[0]?.uri.split('@')[1]?.toLowerCase() ?? 'parley.test';
  }
}
