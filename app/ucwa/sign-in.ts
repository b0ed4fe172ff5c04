import { TransportError } from '../ports/http-transport.ts';
import { findApplications } from './application/find-applications.ts';
import { SignedInApplication } from './application/signed-in-application.ts';
import { Authenticator } from './auth/authenticator.ts';
import { createGrant } from './auth/create-grant.ts';
import type { Codecs } from './codec/codecs.ts';
import { type Syntax, ucwaCodecs } from './codec/ucwa-codecs.ts';
import { discover } from './discovery/discover.ts';
import { domainOf, givenDiscoveryUrl } from './discovery/discovery-address.ts';
import type { ChannelTimes } from './events/channel-times.ts';
import { KnownApplications } from './known-applications.ts';
import type { SignIn, SignInRequest, UcwaDependencies } from './sign-in-contract.ts';
import { AuthenticatedHttp } from './transport/authenticated-http.ts';
import { CircuitBreaker } from './transport/circuit-breaker.ts';
import { fromTransportError } from './transport/errors.ts';
import { LimitedTransport } from './transport/limited-transport.ts';
import { defaultTransportLimits, type TransportLimits } from './transport/transport-limits.ts';
import type { UcwaApplication } from './ucwa-application.ts';

export * from './sign-in-contract.ts';
export * from './sign-in-problem.ts';

/** What may be set otherwise than servers and users expect. */
export interface SignInTuning {
  readonly channelTimes?: ChannelTimes;
  readonly syntax?: Syntax;
  readonly limits?: Partial<TransportLimits>;
}

/** `SignIn` with the times that a server and a user expect. */
export const signIn: SignIn = (request, dependencies) => signInWith(request, dependencies, {});

/**
 * Discovery, ticket, application, makeMeAvailable. What is known of an earlier run makes it shorter.
 * @throws SignInProblemError when only the user can help; UcwaError otherwise, also when aborted
 */
export async function signInWith(
  request: SignInRequest,
  given: UcwaDependencies,
  tuning: SignInTuning,
): Promise<UcwaApplication> {
  const { signal } = request;
  const limits = { ...defaultTransportLimits, ...tuning.limits };
  const dependencies = { ...given, transport: new LimitedTransport(given.transport, limits) };
  const authenticator = createAuthenticator(request, dependencies);
  const stop = (): void => authenticator.stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const run = new SignInRun(request, dependencies, authenticator, { ...tuning, limits });
    const application = await run.enter();
    if (!signal.aborted) return application;
    await application.signOut();
    const aborted = new TransportError('aborted', 'Aborted by the caller');
    throw fromTransportError(aborted, request.address);
  } catch (error) {
    authenticator.stop();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The holder of tickets, with the grant that the user chose. */
function createAuthenticator(
  request: SignInRequest,
  { transport, clock, logger, surfaces }: UcwaDependencies,
): Authenticator {
  const { address, method, interactive, ticket, onKept, onWaiting } = request;
  const domains = ownDomains(request);
  const context = {
    ...{ transport, clock, surfaces, address, domains, onWaiting, onKept },
    logger: logger.scoped('auth'),
  };
  return new Authenticator({ context, grant: createGrant(context, method), interactive, ticket });
}

/** Where the user's account is at home: the address says so, an administrator or the user. */
function ownDomains({ address, discoveryUrl, trustedHosts }: SignInRequest): readonly string[] {
  const given = discoveryUrl === null ? [] : [new URL(givenDiscoveryUrl(discoveryUrl)).hostname];
  return [domainOf(address), ...given, ...trustedHosts];
}

/** One sign-in on its way. */
class SignInRun {
  readonly #request: SignInRequest;
  readonly #dependencies: UcwaDependencies;
  readonly #authenticator: Authenticator;
  readonly #tuning: SignInTuning;
  readonly #codecs: Codecs;
  readonly #http: AuthenticatedHttp;

  constructor(
    request: SignInRequest,
    dependencies: UcwaDependencies,
    authenticator: Authenticator,
    tuning: SignInTuning & { readonly limits: TransportLimits },
  ) {
    this.#request = request;
    this.#dependencies = dependencies;
    this.#authenticator = authenticator;
    this.#tuning = tuning;
    this.#codecs = ucwaCodecs(tuning.syntax, tuning.limits.maxDepth);
    this.#http = new AuthenticatedHttp({
      transport: dependencies.transport,
      authenticator,
      accept: this.#codecs.accept,
      circuit: new CircuitBreaker(dependencies.clock),
      limits: tuning.limits,
    });
  }

  async enter(): Promise<SignedInApplication> {
    const { knownApplicationsUrl, onStep, onKept, signal } = this.#request;
    const known = new KnownApplications(knownApplicationsUrl, this.#dependencies.logger);
    if (known.url !== null) {
      onStep('authenticating');
      this.#authenticator.trust(known.url);
      const application = await known.use((url) => this.#create(url), signal);
      if (application !== null) return application;
      onKept({ knownApplicationsUrl: null });
    }
    const applicationsUrl = await this.#find();
    const application = await this.#create(applicationsUrl);
    onKept({ knownApplicationsUrl: applicationsUrl });
    return application;
  }

  /** Discovery, and the way from the `user` resource to the home pool. */
  async #find(): Promise<string> {
    const { onStep, signal } = this.#request;
    onStep('discovering');
    const { transport, logger } = this.#dependencies;
    const codecs = this.#codecs;
    const discovery = { transport, codecs, logger: logger.scoped('discovery'), signal };
    const outcome = await discover(discovery, this.#request);
    if (outcome.type === 'failed') throw outcome.error;
    onStep('authenticating');
    return findApplications(this.#http, this.#authenticator, codecs, outcome.server, signal);
  }

  #create(applicationsHref: string): Promise<SignedInApplication> {
    const { userAgent, endpointId, culture, idleMs = () => 0, onStep, signal } = this.#request;
    const setup = {
      dependencies: this.#dependencies,
      http: this.#http,
      authenticator: this.#authenticator,
      codecs: this.#codecs,
      settings: { userAgent, endpointId, culture },
      applicationsHref,
      idleMs,
      ...this.#tuning,
    };
    onStep('creating-application');
    return SignedInApplication.create(setup, signal, () => onStep('making-available'));
  }
}
