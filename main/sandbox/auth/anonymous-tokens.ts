import type { Meeting } from '../model/entities.ts';
import { anonymousToken } from '../model/ids.ts';
import type { Account } from '../model/user-account.ts';
import type { TicketStore } from './ticket-store.ts';

/** What a token was asked for. */
export interface AnonymousSession {
  /** Origins of the pages that may use it, in lower case. */
  readonly allowedOrigins: readonly string[];
  /** The meeting it is for; without one its bearer may only write to people. */
  readonly meeting: Meeting | undefined;
}

/** How long a token is good, as captured from the hosted service. */
export const anonymousTokenSeconds = 28_800;

/** The tokens with which people without an account come in, and what each was given for. */
export class AnonymousTokens {
  readonly #tickets: TicketStore;
  readonly #sessions = new Map<string, AnonymousSession>();

  constructor(tickets: TicketStore) {
    this.#tickets = tickets;
  }

  issue(guest: Account, session: AnonymousSession, audience: string): string {
    const ticket = anonymousToken();
    this.#tickets.issue(guest, audience, anonymousTokenSeconds, ticket);
    this.#sessions.set(ticket, session);
    return ticket;
  }

  sessionOf(token: string): AnonymousSession | undefined {
    return this.#sessions.get(token);
  }
}
