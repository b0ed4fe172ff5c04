import type { Clock } from '../../ports/clock.ts';
import type { NameLookup } from '../../ports/name-lookup.ts';
import type { TlsProbe } from '../../ports/tls-probe.ts';
import { Authenticator } from '../../ucwa/auth/authenticator.ts';
import type { Challenge } from '../../ucwa/auth/challenge.ts';
import { createGrant } from '../../ucwa/auth/create-grant.ts';
import type { SignInMethod } from '../../ucwa/auth/sign-in-method.ts';
import { ucwaCodecs } from '../../ucwa/codec/ucwa-codecs.ts';
import { domainOf, givenDiscoveryUrl } from '../../ucwa/discovery/discovery-address.ts';
import type { FoundServer } from '../../ucwa/discovery/follow.ts';
import type { Resource } from '../../ucwa/hypermedia/resource.ts';
import type { KeptSignIn, UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import { AuthenticatedHttp } from '../../ucwa/transport/authenticated-http.ts';
import { CircuitBreaker } from '../../ucwa/transport/circuit-breaker.ts';
import { HttpUcwaClient } from '../../ucwa/transport/http-ucwa-client.ts';
import { LimitedTransport } from '../../ucwa/transport/limited-transport.ts';
import { defaultTransportLimits } from '../../ucwa/transport/transport-limits.ts';
import type { UcwaClient } from '../../ucwa/ucwa-application.ts';
import type { SessionIdentity } from '../session/session-dependencies.ts';
import type { DoctorWish } from './doctor-wish.ts';
import { Masks } from './masks.ts';
import { ObservedTransport } from './observed-transport.ts';

export interface DoctorDependencies {
  readonly ucwa: UcwaDependencies;
  readonly names: NameLookup;
  readonly tls: TlsProbe;
  readonly identity: SessionIdentity;
  /** How long an event may take to come back. Default 20 s. */
  readonly eventWaitMs?: number;
}

/** What asks with the user's ticket. */
interface SignedIn {
  readonly http: AuthenticatedHttp;
  readonly client: UcwaClient;
  readonly authenticator: Authenticator;
}

/** What one run of the doctor has found out so far; each step adds to it. */
export class Examination {
  readonly wish: DoctorWish;
  readonly dependencies: DoctorDependencies;
  readonly transport: ObservedTransport;
  readonly masks: Masks;
  readonly codecs = ucwaCodecs();
  /** Where discovery ended. */
  server: FoundServer | null = null;
  /** How one may sign in there, when that is good enough to go on. */
  challenge: Challenge | null = null;
  signedIn: SignedIn | null = null;
  applicationsUrl: string | null = null;
  /** The application that is being made; null while none was asked for. */
  creating: Promise<Resource> | null = null;
  application: Resource | null = null;
  /** When the ticket ends. */
  ticketEndsAtMs: number | null = null;
  readonly #ending = new AbortController();

  constructor(wish: DoctorWish, dependencies: DoctorDependencies) {
    const { ucwa } = dependencies;
    this.wish = wish;
    this.dependencies = dependencies;
    const limited = new LimitedTransport(ucwa.transport, defaultTransportLimits);
    this.transport = new ObservedTransport(limited, ucwa.clock);
    this.masks = new Masks(wish.address);
    const account = wish.method !== null && 'account' in wish.method ? wish.method.account : null;
    if (account !== null) {
      this.masks.person(account.userName);
      this.masks.secret(account.password);
    }
  }

  get clock(): Clock {
    return this.dependencies.ucwa.clock;
  }

  /** What follows the @, for messages, whatever was typed. */
  get domain(): string {
    const { address } = this.wish;
    return address.slice(address.lastIndexOf('@') + 1).trim();
  }

  /** The ways that need nobody at a page. */
  get method(): SignInMethod | null {
    const { method } = this.wish;
    return method?.grant === 'password' || method?.grant === 'windows' ? method : null;
  }

  /** Makes what signs in by a method; sends nothing. */
  prepareSignIn(method: SignInMethod): SignedIn {
    const { ucwa } = this.dependencies;
    const { transport, clock } = this;
    const context = {
      ...{ transport, clock, surfaces: ucwa.surfaces, logger: ucwa.logger.scoped('auth') },
      ...{ address: this.wish.address, domains: this.#domains() },
      onWaiting: () => undefined,
      onKept: ({ ticket }: KeptSignIn) => {
        if (ticket !== undefined) this.ticketEndsAtMs = ticket.expiresAtMs;
      },
    };
    const grant = createGrant(context, method);
    const authenticator = new Authenticator({ context, grant, interactive: false, ticket: null });
    const http = new AuthenticatedHttp({
      ...{ transport, authenticator, accept: this.codecs.accept },
      ...{ circuit: new CircuitBreaker(clock), limits: defaultTransportLimits },
    });
    const { signal } = this.#ending;
    const client = new HttpUcwaClient({
      ...{ http, codecs: this.codecs, clock, random: ucwa.random, signal },
      // One by one: what a batch comes to says less.
      batchScope: () => null,
    });
    this.signedIn = { http, client, authenticator };
    return this.signedIn;
  }

  /** Ends what still runs; leaves no timer. */
  end(): void {
    this.#ending.abort();
    this.signedIn?.authenticator.stop();
  }

  /** Where integrated authentication may go. */
  #domains(): readonly string[] {
    const { address, discoveryUrl, trustedHosts } = this.wish;
    const given = discoveryUrl === null ? [] : [new URL(givenDiscoveryUrl(discoveryUrl)).hostname];
    return [domainOf(address), ...given, ...trustedHosts];
  }
}
