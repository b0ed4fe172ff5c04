import { Emitter, type Observable } from '../../util/emitter.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import type { Codecs } from '../codec/codecs.ts';
import type { Aggregation } from '../events/aggregation.ts';
import type { ChannelHealth } from '../events/channel-health.ts';
import type { ChannelTimes } from '../events/channel-times.ts';
import { EventChannel } from '../events/event-channel.ts';
import type { Recreation } from '../events/event-channel-setup.ts';
import { endReasonOf } from '../events/poll-outcome.ts';
import { link, requireHref, requireLink } from '../hypermedia/links.ts';
import type { Resource } from '../hypermedia/resource.ts';
import { reportMyActivity } from '../requests/presence.ts';
import type { UcwaDependencies } from '../sign-in-contract.ts';
import { SignInProblemError } from '../sign-in-problem.ts';
import type { AuthenticatedHttp } from '../transport/authenticated-http.ts';
import { newestBatchScope } from '../transport/batch/batch-scope.ts';
import { fromErrorResponse } from '../transport/errors.ts';
import { HttpUcwaClient } from '../transport/http-ucwa-client.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../ucwa-application.ts';
import type { UcwaError } from '../ucwa-error.ts';
import { ActivityReporter } from './activity-reporter.ts';
import { ApplicationResources } from './application-resources.ts';
import { becomeAvailable } from './become-available.ts';
import { CatchingUp } from './catching-up.ts';
import { type ApplicationSettings, createApplication } from './create-application.ts';

export interface SignedInApplicationSetup {
  readonly dependencies: UcwaDependencies;
  readonly http: AuthenticatedHttp;
  readonly authenticator: Authenticator;
  readonly codecs: Codecs;
  readonly settings: ApplicationSettings;
  /** The `applications` link, for making the application anew. */
  readonly applicationsHref: string;
  /** For how long the user has not used the computer. */
  readonly idleMs: () => number;
  readonly channelTimes?: ChannelTimes;
}

const probeTimeoutMs = 10_000;
/** One signed-in application: its resources, its event channel, and what keeps it alive. */
export class SignedInApplication implements UcwaApplication {
  readonly client: HttpUcwaClient;
  readonly #setup: SignedInApplicationSetup;
  readonly #resources: ApplicationResources;
  readonly #channel: EventChannel;
  readonly #reporter: ActivityReporter;
  readonly #emitter: Emitter<UcwaApplicationEvent>;
  readonly #closing: AbortController;
  readonly #catchingUp: CatchingUp;
  #signingOut: Promise<void> | null = null;

  private constructor(
    setup: SignedInApplicationSetup,
    client: HttpUcwaClient,
    resources: ApplicationResources,
    closing: AbortController,
  ) {
    const { clock, random, logger } = setup.dependencies;
    this.#setup = setup;
    this.client = client;
    this.#resources = resources;
    this.#closing = closing;
    this.#emitter = new Emitter((error) => {
      logger.error('An event handler failed; the event is skipped', { error });
    });
    this.#catchingUp = new CatchingUp({
      ...{ dependencies: setup.dependencies, client, resources },
      closing: closing.signal,
      onDone: () => this.#emitter.emit({ type: 'refreshed' }),
    });
    this.#reporter = new ActivityReporter(clock, setup.idleMs, () => this.#reportActivity());
    this.#channel = new EventChannel({
      ...{ http: setup.http, codecs: setup.codecs, clock, random },
      logger: logger.scoped('events'),
      eventsHref: requireLink(resources.root, 'events').href,
      recreate: (signal) => this.#recreate(signal),
      probe: (signal) => this.#probe(signal),
      ...(setup.channelTimes !== undefined && { times: setup.channelTimes }),
    });
    this.#channel.events.subscribe((event) => this.#received(event));
  }

  /** Creates the application on the server and makes the user available. Does not poll yet. */
  static async create(
    setup: SignedInApplicationSetup,
    signal: AbortSignal,
    onCreated: () => void,
  ): Promise<SignedInApplication> {
    const { http, codecs, applicationsHref, settings, dependencies } = setup;
    const root = await createApplication(http, codecs, applicationsHref, settings, signal);
    onCreated();
    setup.authenticator.trust(requireLink(root, 'events').href);
    const { clock, random } = dependencies;
    const closing = new AbortController();
    const cancel = () => closing.abort();
    signal.addEventListener('abort', cancel, { once: true });
    let application: SignedInApplication | null = null;
    const client = new HttpUcwaClient({
      ...{ http, codecs, clock, random, signal: closing.signal },
      batchScope: newestBatchScope(() => application?.root ?? root),
      onError: (error, href) => application?.requestFailed(error, href),
    });
    const resources = await ApplicationResources.load(client, root);
    const wasMadeAvailable = await becomeAvailable(client, resources.me);
    signal.removeEventListener('abort', cancel);
    application = new SignedInApplication(setup, client, resources, closing);
    application.#catchingUp.made(wasMadeAvailable);
    application.#catchingUp.begin();
    return application;
  }

  get root(): Resource {
    return this.#resources.root;
  }

  get me(): Resource {
    return this.#resources.me;
  }

  get people(): Resource {
    return this.#resources.people;
  }

  get communication(): Resource {
    return this.#resources.communication;
  }

  get events(): Observable<UcwaApplicationEvent> {
    return this.#emitter;
  }

  get health(): ChannelHealth {
    return this.#channel.health;
  }

  aggregate(aggregation: Aggregation): void {
    this.#channel.aggregate(aggregation);
  }

  upToDate(): Promise<void> {
    return this.#catchingUp.done;
  }

  start(): void {
    if (this.#closing.signal.aborted) return;
    this.#setup.authenticator.keepFresh(this.#setup.applicationsHref, () => {
      this.#channel.end('credentials-rejected');
    });
    this.#reporter.start();
    this.#channel.start();
  }

  wakeUp(): void {
    this.#channel.wakeUp();
    this.#reporter.look();
  }

  stop(): void {
    this.#channel.stop();
    this.#close();
  }

  signOut(): Promise<void> {
    this.#signingOut ??= this.#deleteApplication();
    return this.#signingOut;
  }

  /** Draws conclusions from a failed request; its caller deals with the failure itself. */
  requestFailed(error: UcwaError, href: string): void {
    const [own = ''] = requireHref(this.root).toLowerCase().split('?');
    const isOwn = href.toLowerCase().startsWith(own);
    if (error.advice === 'recreate-application' && isOwn) this.#channel.applicationLost();
    if (error.cause instanceof SignInProblemError) this.#channel.end('credentials-rejected');
  }

  #received(event: UcwaApplicationEvent): void {
    const changed = event.type === 'event' ? this.#resources.apply(event.event) : null;
    if (changed !== null) this.#inBackground(this.#refresh(changed));
    if (event.type === 'ended') this.#close();
    this.#emitter.emit(event);
    if (event.type === 'resynced' || event.type === 'recreated') this.#catchingUp.begin();
  }

  async #refresh(name: 'me' | 'people' | 'communication'): Promise<void> {
    await this.#resources.refresh(this.client, name);
    this.#emitter.emit({ type: 'refreshed' });
  }

  /** One quick look whether the server still knows this application. */
  async #probe(signal: AbortSignal): Promise<void> {
    const url = requireHref(this.root);
    const request = { method: 'GET', url, timeoutMs: probeTimeoutMs } as const;
    const response = await this.#setup.http.send(request, signal);
    if (response.status !== 200) throw fromErrorResponse(response, this.#setup.codecs, url);
  }

  async #recreate(signal: AbortSignal): Promise<Recreation> {
    const { http, codecs, applicationsHref, settings } = this.#setup;
    try {
      const before = requireHref(this.root);
      const root = await createApplication(http, codecs, applicationsHref, settings, signal);
      // What is still being read of the old one must not take the place of the new one.
      this.#catchingUp.abandon();
      this.client.forget();
      await this.#resources.replaceRoot(this.client, root);
      this.#catchingUp.made(await becomeAvailable(this.client, this.#resources.me));
      const eventsHref = requireLink(root, 'events').href;
      return { type: 'recreated', eventsHref, fresh: requireHref(root) !== before };
    } catch (error) {
      const reason = error instanceof SignInProblemError ? endReasonOf(error.problem) : null;
      return reason === null ? { type: 'failure', error } : { type: 'ended', reason };
    }
  }

  #reportActivity(): void {
    if (link(this.me, 'reportMyActivity') === null) return;
    this.#inBackground(reportMyActivity(this.client, this.me));
  }

  async #deleteApplication(): Promise<void> {
    const wasEnded = this.#closing.signal.aborted;
    this.#channel.stop();
    this.#reporter.stop();
    if (!wasEnded) {
      await this.client
        .delete(requireHref(this.root), { kind: 'sign-out' })
        .catch((error: unknown) => {
          this.#setup.dependencies.logger.warn('The application stays on the server', { error });
        });
    }
    this.#close();
  }

  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (this.#closing.signal.aborted) return;
      this.#setup.dependencies.logger.warn('Background work failed', { error });
    });
  }

  /** Ends timers and waits. Twice is harmless. */
  #close(): void {
    this.#reporter.stop();
    this.#setup.authenticator.stop();
    this.#catchingUp.abandon();
    this.#closing.abort();
  }
}
