import type { Account } from '../model/entities.ts';
import { webTicket } from '../model/ids.ts';

/** The web tickets handed out, and until when each is good. */
export class TicketStore {
  readonly #tickets = new Map<string, { readonly account: Account; readonly untilMs: number }>();
  readonly #nowMs: () => number;
  readonly lifetimeSeconds: number;

  constructor(nowMs: () => number, lifetimeSeconds: number) {
    this.#nowMs = nowMs;
    this.lifetimeSeconds = lifetimeSeconds;
  }

  issue(account: Account): string {
    const ticket = webTicket();
    this.#tickets.set(ticket, { account, untilMs: this.#nowMs() + this.lifetimeSeconds * 1000 });
    return ticket;
  }

  /** Whose ticket it is; undefined when it is unknown or past its time. */
  accountOf(ticket: string): Account | undefined {
    const known = this.#tickets.get(ticket);
    if (known === undefined || known.untilMs <= this.#nowMs()) return undefined;
    return known.account;
  }

  /** The tickets of an account that were not revoked, oldest first. */
  ticketsOf(account: Account): readonly string[] {
    return [...this.#tickets]
      .filter(([, known]) => known.account === account)
      .map(([ticket]) => ticket);
  }

  /** Forgets the tickets of one account, or all. */
  revoke(account?: Account): void {
    for (const [ticket, known] of this.#tickets) {
      if (account === undefined || known.account === account) this.#tickets.delete(ticket);
    }
  }
}
