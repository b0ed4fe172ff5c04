import type { SignInError, SignInStep, SignOutReason } from '../../domain/session.ts';
import type { UcwaApplication } from '../../ucwa/ucwa-application.ts';
import { err, ok, type Result } from '../../util/result.ts';
import type { DoctorWish } from '../doctor/doctor-wish.ts';
import { CurrentSession } from './current-session.ts';
import { sayGoodbye } from './goodbye.ts';
import { LiveApplication } from './live-application.ts';
import { RetryLater } from './retry-later.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { SessionView } from './session-view.ts';
import { hostOf, isSpent, isTransient, toSignInError } from './sign-in-error.ts';
import { rememberedOf, type SignInInput, wishedSession } from './sign-in-input.ts';
import type { StoredSession } from './stored-session.ts';

/** Signs in and out and shows how the connection is. */
export class SessionService {
  readonly #on: SessionDependencies;
  readonly #view: SessionView;
  readonly #retry: RetryLater;
  #attempt: AbortController | null = null;
  #live: LiveApplication | null = null;
  readonly #current: CurrentSession;

  constructor(dependencies: SessionDependencies) {
    this.#on = dependencies;
    this.#view = new SessionView(dependencies.store);
    this.#current = new CurrentSession(dependencies.kept);
    this.#retry = new RetryLater(
      dependencies.ucwa.clock,
      dependencies.ucwa.random,
      dependencies.wakeUps,
    );
  }

  /** Who is signed in, and how; null when nobody is. */
  get subject(): DoctorWish | null {
    const { session } = this.#current;
    if (this.#live === null || session === null) return null;
    const { address, discoveryUrl, trustedHosts, method } = session;
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
    this.#abandon();
    const result = await this.#tryToSignIn(wishedSession(input), true);
    // Whoever cancelled it has shown so, or begun another sign-in.
    if (!result.ok && result.error.failure !== 'cancelled') {
      this.#view.signedOut(null, result.error);
    }
    return result;
  }

  cancelSignIn(): void {
    if (this.#attempt === null) return;
    this.#abandon();
    this.#view.signedOut(null, null);
  }

  /** Ends the session here at once and then on the server; the keychain forgets it. */
  async signOut(): Promise<void> {
    const application = this.#leave();
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
    const application = this.#leave();
    if (application !== null) await sayGoodbye(application, this.#on.ucwa);
  }

  async #signInAgain(session: StoredSession): Promise<void> {
    const result = await this.#tryToSignIn(session, false);
    if (result.ok || result.error.failure === 'cancelled') return;
    if (isTransient(result.error)) {
      const attempt = new AbortController();
      this.#attempt = attempt;
      this.#retry.plan(() => {
        // What was learned on the way is newer: a refresh token may be good for one use only.
        if (this.#attempt === attempt) void this.#signInAgain(this.#current.session ?? session);
      });
      return;
    }
    // The keychain may ask its password first: nothing waits for it.
    if (isSpent(result.error)) void this.#on.kept.delete();
    this.#view.signedOut(null, result.error);
  }

  async #tryToSignIn(
    session: StoredSession,
    interactive: boolean,
  ): Promise<Result<null, SignInError>> {
    const attempt = new AbortController();
    this.#attempt = attempt;
    this.#current.begin(session);
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
    const { ucwa, identity, kept, parts, settings, wakeUps } = this.#on;
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
        onKept: (change) => {
          // Before the first sign-in is through, nothing is written; afterwards each change is.
          const isThrough = this.#attempt === null && this.#live !== null;
          this.#current.learn(session, change, !interactive || isThrough);
        },
        signal: attempt.signal,
      },
      ucwa,
    );
    if (attempt.signal.aborted) {
      await application.signOut();
      throwIfAborted(attempt);
    }
    const live = new LiveApplication(application, {
      ...{ parts, view: this.#view, wakeUps },
      ...{ clock: ucwa.clock, logger: ucwa.logger },
      onEnded: (reason) => this.#endedByServer(reason),
    });
    this.#live = live;
    this.#retry.reset();
    step('opening-event-channel');
    const loaded = live.start();
    step('loading-people');
    await loaded;
    throwIfAborted(attempt);
    this.#attempt = null;
    this.#view.online();
    if (application.health.state !== 'polling') this.#view.recovering(ucwa.clock.nowMs());
    void this.#keep();
    await settings.update(rememberedOf(session));
  }

  /** The keychain may ask the user first: nothing waits for it. */
  async #keep(): Promise<void> {
    const live = this.#live;
    const outcome = await this.#current.save();
    if (live !== this.#live) return;
    if (outcome === 'saved') this.#view.keptInKeychain();
    else if (outcome === 'unavailable') {
      this.#on.notices.show('warning', 'notice.keychainUnavailable');
    }
  }

  #endedByServer(reason: SignOutReason): void {
    this.#leave()?.stop();
    if (reason === 'credentials-rejected') void this.#on.kept.delete();
    this.#view.signedOut(reason, null);
  }

  /** The user wants something else: an application that is there already is not needed. */
  #abandon(): void {
    this.#leave()
      ?.signOut()
      .catch((error: unknown) => {
        this.#on.ucwa.logger.warn('A cancelled sign-in left its application', { error });
      });
  }

  /** Ends a sign-in on its way. Gives back the application, if there is one, which is no longer ours. */
  #leave(): UcwaApplication | null {
    this.#retry.reset();
    const attempt = this.#attempt;
    const live = this.#live;
    this.#attempt = null;
    this.#live = null;
    this.#current.forget();
    attempt?.abort();
    live?.close();
    return live?.application ?? null;
  }
}

function throwIfAborted(attempt: AbortController): void {
  if (attempt.signal.aborted) throw new Error('The sign-in was cancelled');
}
