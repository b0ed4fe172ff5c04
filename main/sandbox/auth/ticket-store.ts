import { webTicket } from '../model/ids.ts';
import type { Account } from '../model/user-account.ts';

interface Ticket {
  readonly account: Account;
  /** The origin that it was given for: no other host takes it. */
  readonly audience: string;
  readonly untilMs: number;
}

/** The tickets handed out, where each is good, and until when. */
export class TicketStore {
  readonly #tickets = new Map<string, Ticket>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  issue(
    account: Account,
    audience: string,
    lifetimeSeconds: number,
    ticket: string = webTicket(),
  ): string {
    const untilMs = this.#nowMs() + lifetimeSeconds * 1000;
    this.#tickets.set(ticket, { account, audience, untilMs });
    return ticket;
  }

  /** Whose ticket it is; undefined when it is unknown, past its time or, if asked, of another host. */
  accountOf(ticket: string, audience?: string): Account | undefined {
    const known = this.#tickets.get(ticket);
    if (known === undefined || known.untilMs <= this.#nowMs()) return undefined;
    if (audience !== undefined && known.audience !== audience) return undefined;
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
