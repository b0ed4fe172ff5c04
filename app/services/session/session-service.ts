import type { SignInError, SignInStep, SignOutReason } from '../../domain/session.ts';
import type { SignInChoice } from '../../domain/sign-in-choice.ts';
import type { WakeUps } from '../../ports/wake-ups.ts';
import type { KeptSignIn, SignIn, UcwaDependencies } from '../../ucwa/sign-in-contract.ts';
import type { UcwaApplication, UcwaApplicationEvent } from '../../ucwa/ucwa-application.ts';
import type { Unsubscribe } from '../../util/emitter.ts';
import { err, ok, type Result } from '../../util/result.ts';
import type { DoctorWish } from '../doctor/doctor-wish.ts';
import type { Notices } from '../notices.ts';
import type { SettingsChange, SettingsService } from '../settings-service.ts';
import type { StateStore } from '../state-store.ts';
import type { KeptSession } from './kept-session.ts';
import { RetryLater } from './retry-later.ts';
import type { SessionPart } from './session-part.ts';
import { SessionView } from './session-view.ts';
import { hostOf, isSpent, isTransient, toSignInError } from './sign-in-error.ts';
import { methodOf, type StoredSession } from './stored-session.ts';

/** How long quitting waits for the server to delete the application. */
const goodbyeTimeoutMs = 3_000;

export interface SessionIdentity {
  /** POST applications `UserAgent`. */
  readonly userAgent: string;
  /** POST applications `Culture`, such as `en-US`. */
  readonly culture: string;
}

export interface SessionDependencies {
  readonly ucwa: UcwaDependencies;
  readonly signIn: SignIn;
  readonly identity: SessionIdentity;
  readonly store: StateStore;
  readonly kept: KeptSession;
  readonly settings: SettingsService;
  readonly notices: Notices;
  readonly wakeUps: WakeUps;
  /** For how long the user has not used the computer. */
  readonly idleMs: () => number;
  /** In the order in which they are opened and told of events. */
  readonly parts: readonly SessionPart[];
}

export interface SignInInput {
  readonly address: string;
  readonly discoveryUrl: string | null;
  /** Hosts of other domains that the user agreed to be sent to. */
  readonly trustedHosts: readonly string[];
  readonly choice: SignInChoice;
}

/** Signs in and out and shows how the connection is. */
export class SessionService {
  readonly #on: SessionDependencies;
  readonly #view: SessionView;
  readonly #retry: RetryLater;
  #attempt: AbortController | null = null;
  #application: UcwaApplication | null = null;
  #session: StoredSession | null = null;
  #unsubscribers: Unsubscribe[] = [];

  constructor(dependencies: SessionDependencies) {
    this.#on = dependencies;
    this.#view = new SessionView(dependencies.store);
    this.#retry = new RetryLater(
      dependencies.ucwa.clock,
      dependencies.ucwa.random,
      dependencies.wakeUps,
    );
  }

  /** Who is signed in, and how; null when nobody is. */
  get subject(): DoctorWish | null {
    if (this.#application === null || this.#session === null) return null;
    const { address, discoveryUrl, trustedHosts, method } = this.#session;
    return { address, discoveryUrl, trustedHosts, method };
  }

  /** Signs in with what the keychain keeps; does not give up while only the network is missing. */
  async signInFromKeychain(): Promise<void> {
    const loading = new AbortController();
    this.#attempt = loading;
    const kept = await this.#on.kept.load();
    // The keychain may have asked its password first; meanwhile the user may have signed in.
    if (this.#attempt !== loading) return;
    this.#attempt = null;
    if (kept !== null) await this.#signInAgain(kept);
  }

  async signIn(input: SignInInput): Promise<Result<null, SignInError>> {
    const address = input.address.trim().replace(/^sip:/i, '');
    const discoveryUrl = input.discoveryUrl?.trim() || null;
    const session: StoredSession = {
      address,
      discoveryUrl,
      trustedHosts: [...input.trustedHosts],
      method: methodOf(input.choice, address),
      knownApplicationsUrl: null,
      ticket: null,
    };
    this.#abandonAttempt();
    const result = await this.#tryToSignIn(session, true);
    // Whoever cancelled it has shown so, or begun another sign-in.
    if (!result.ok && result.error.failure !== 'cancelled') {
      this.#view.signedOut(null, result.error);
    }
    return result;
  }

  cancelSignIn(): void {
    if (this.#attempt === null) return;
    this.#abandonAttempt();
    this.#view.signedOut(null, null);
  }

  /** Ends the session here at once and then on the server; the keychain forgets it. */
  async signOut(): Promise<void> {
    this.#abandonAttempt();
    const application = this.#closeApplication();
    this.#view.signedOut('user', null);
    const { kept, ucwa } = this.#on;
    // The keychain may ask the user first; until the server knows, others call into the void.
    await Promise.all([
      kept.delete(),
      application?.signOut(),
      ucwa.surfaces.passiveWindow.forget(),
    ]);
  }

  /**
   * Parley quits: the server deletes the application, so that nobody calls into the void. The
   * keychain keeps the session for the next start.
   */
  async stop(): Promise<void> {
    this.#abandonAttempt();
    const application = this.#closeApplication();
    if (application === null) return;
    const { clock, logger } = this.#on.ucwa;
    await new Promise<void>((resolve) => {
      const cancelTimer = clock.after(goodbyeTimeoutMs, () => {
        application.stop();
        resolve();
      });
      application
        .signOut()
        .catch((error: unknown) => logger.warn('The server could not be told', { error }))
        .finally(() => {
          cancelTimer();
          resolve();
        });
    });
  }

  async #signInAgain(session: StoredSession): Promise<void> {
    const result = await this.#tryToSignIn(session, false);
    if (result.ok || result.error.failure === 'cancelled') return;
    if (isTransient(result.error)) {
      const attempt = new AbortController();
      this.#attempt = attempt;
      this.#retry.plan(() => {
        // What was learned on the way is newer: a refresh token may be good for one use only.
        if (this.#attempt === attempt) void this.#signInAgain(this.#session ?? session);
      });
      return;
    }
    if (isSpent(result.error)) await this.#on.kept.delete();
    this.#view.signedOut(null, result.error);
  }

  async #tryToSignIn(
    session: StoredSession,
    interactive: boolean,
  ): Promise<Result<null, SignInError>> {
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#session = session;
    try {
      await this.#runSignIn(session, attempt, interactive);
      return ok(null);
    } catch (error) {
      const { address, discoveryUrl } = session;
      if (attempt.signal.aborted) {
        return err({ failure: 'cancelled', host: null, detail: null, offered: [] });
      }
      this.#on.ucwa.logger.warn('The sign-in failed', { error });
      return err(toSignInError(error, hostOf(address, discoveryUrl)));
    } finally {
      if (this.#attempt === attempt) this.#attempt = null;
    }
  }

  async #runSignIn(
    session: StoredSession,
    attempt: AbortController,
    interactive: boolean,
  ): Promise<void> {
    const { ucwa, identity, kept, parts, settings } = this.#on;
    const step = (name: SignInStep): void => {
      if (!attempt.signal.aborted) this.#view.signingIn(session.address, name);
    };
    step('discovering');
    const endpointId = await kept.endpointId();
    throwIfAborted(attempt);
    const application = await this.#on.signIn(
      {
        ...session,
        interactive,
        endpointId,
        culture: identity.culture,
        userAgent: identity.userAgent,
        idleMs: this.#on.idleMs,
        onStep: step,
        onWaiting: (where) => {
          if (!attempt.signal.aborted) this.#view.waiting(where);
        },
        onKept: (change) => this.#keepChange(session, change, !interactive),
        signal: attempt.signal,
      },
      ucwa,
    );
    if (attempt.signal.aborted) {
      await application.signOut();
      throwIfAborted(attempt);
    }
    this.#application = application;
    this.#retry.reset();
    step('opening-event-channel');
    // Each part has the application before the first event; what it reads may take longer.
    const opening: Promise<void>[] = [];
    for (const part of parts) {
      throwIfAborted(attempt);
      opening.push(this.#openPart(part, application));
    }
    throwIfAborted(attempt);
    this.#unsubscribers = [
      application.events.subscribe((event) => this.#handle(application, event)),
      this.#on.wakeUps.subscribe(() => application.wakeUp()),
    ];
    application.start();
    step('loading-people');
    await Promise.all(opening);
    throwIfAborted(attempt);
    // The server may have ended it meanwhile, which was shown.
    if (this.#application !== application) return;
    this.#view.online();
    if (application.health.state !== 'polling') this.#view.recovering(ucwa.clock.nowMs());
    void this.#keep();
    await settings.update(rememberedOf(session));
  }

  /** A part that cannot load must not keep the user from being called. */
  async #openPart(part: SessionPart, application: UcwaApplication): Promise<void> {
    try {
      await part.open(application);
    } catch (error) {
      this.#on.ucwa.logger.error('A part of the session could not be opened', { error });
    }
  }

  /** The keychain may ask the user first: nothing waits for it. */
  async #keep(): Promise<void> {
    const application = this.#application;
    const saved = this.#session !== null && (await this.#on.kept.save(this.#session));
    if (application !== this.#application) return;
    if (!saved) {
      this.#on.notices.show('warning', 'notice.keychainUnavailable');
      return;
    }
    this.#view.keptInKeychain();
  }

  /** @param isKept whether the keychain has this session already */
  #keepChange(session: StoredSession, change: KeptSignIn, isKept: boolean): void {
    if (this.#session === null || this.#session.address !== session.address) return;
    this.#session = { ...this.#session, ...change };
    // Before the first sign-in is through, nothing is written; afterwards each change is.
    if (isKept || (this.#attempt === null && this.#application !== null)) {
      void this.#on.kept.save(this.#session);
    }
  }

  #handle(application: UcwaApplication, event: UcwaApplicationEvent): void {
    if (application !== this.#application) return;
    if (event.type === 'recovering') this.#view.recovering(this.#on.ucwa.clock.nowMs());
    if (event.type === 'connected') this.#view.recovered();
    for (const part of this.#on.parts) {
      try {
        part.handle(event);
      } catch (error) {
        this.#on.ucwa.logger.error('An event could not be handled', { type: event.type, error });
      }
    }
    if (event.type === 'ended') this.#endedByServer(event.reason);
  }

  #endedByServer(reason: SignOutReason): void {
    this.#closeApplication()?.stop();
    if (reason === 'credentials-rejected') void this.#on.kept.delete();
    this.#view.signedOut(reason, null);
  }

  #abandonAttempt(): void {
    this.#retry.reset();
    const attempt = this.#attempt;
    this.#attempt = null;
    attempt?.abort();
    if (attempt !== null) {
      const application = this.#closeApplication();
      application?.signOut().catch((error: unknown) => {
        this.#on.ucwa.logger.warn('A cancelled sign-in left its application', { error });
      });
    }
  }

  /** Gives back the application, which is no longer ours. */
  #closeApplication(): UcwaApplication | null {
    const application = this.#application;
    this.#application = null;
    this.#session = null;
    for (const unsubscribe of this.#unsubscribers) unsubscribe();
    this.#unsubscribers = [];
    if (application !== null) for (const part of this.#on.parts) part.close();
    return application;
  }
}

/** What the sign-in page proposes next time. */
function rememberedOf({ address, discoveryUrl, method }: StoredSession): SettingsChange {
  if (method.grant === 'anonymous') return {};
  const account = 'account' in method ? method.account : null;
  return {
    lastAddress: address,
    lastDiscoveryUrl: discoveryUrl,
    lastMethod: method.grant,
    lastUserName: account === null || account.userName === address ? null : account.userName,
    ...(method.grant === 'hosted' && { lastClientId: method.clientId }),
  };
}

function throwIfAborted(attempt: AbortController): void {
  if (attempt.signal.aborted) throw new Error('The sign-in was cancelled');
}
