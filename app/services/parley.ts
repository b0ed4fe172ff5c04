import { type Environment, initialAppState } from '../domain/app-state.ts';
import type { Attention } from '../ports/attention.ts';
import type { MediaEngine } from '../ports/media-engine.ts';
import type { NameLookup } from '../ports/name-lookup.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { Surroundings } from '../ports/surroundings.ts';
import type { TlsProbe } from '../ports/tls-probe.ts';
import type { WakeUps } from '../ports/wake-ups.ts';
import { signIn as signInToUcwa } from '../ucwa/sign-in.ts';
import type { SignIn, UcwaDependencies } from '../ucwa/sign-in-contract.ts';
import { AlertPause } from './alerts/alert-pause.ts';
import { AlertTrials } from './alerts/alert-trials.ts';
import { Escalations } from './alerts/escalations.ts';
import { MissedAlerts } from './alerts/missed-alerts.ts';
import { type EscalationText, tellSomebody } from './alerts/tell-somebody.ts';
import { AwayService } from './away/away-service.ts';
import { CallingService } from './calling/calling-service.ts';
import { CallService } from './calls/call-service.ts';
import { type CoreCommandHandlers, createCommandHandlers } from './command-handlers.ts';
import { ConversationService } from './conversations/conversation-service.ts';
import { DoctorService } from './doctor/doctor-service.ts';
import { HistoryService } from './history/history-service.ts';
import { MeetingJoining } from './meetings/meeting-joining.ts';
import { MeetingService } from './meetings/meeting-service.ts';
import { Notices } from './notices.ts';
import { OwnNoteService } from './people/own-note-service.ts';
import { OwnPresenceService } from './people/own-presence-service.ts';
import { PeoplePhotos } from './people/people-photos.ts';
import { PeopleService } from './people/people-service.ts';
import { ConnectionView } from './session/connection-view.ts';
import { EventPace } from './session/event-pace.ts';
import { KeptSession } from './session/kept-session.ts';
import type { SessionIdentity } from './session/session-dependencies.ts';
import { SessionService } from './session/session-service.ts';
import { SignInOffers } from './session/sign-in-offers.ts';
import { idleMsOf } from './session/user-activity.ts';
import { SettingsService } from './settings-service.ts';
import { StateStore } from './state-store.ts';

export type { SignInSurfaces } from '../ucwa/sign-in-contract.ts';

/** Everything the communicator needs of the world around it. */
export interface ParleyDependencies extends UcwaDependencies {
  /** How to sign in; by default in UCWA's JSON, with the usual times. */
  readonly signIn?: SignIn;
  readonly secrets: SecretStore;
  readonly settings: SettingsStore;
  readonly media: MediaEngine;
  readonly wakeUps: WakeUps;
  readonly attention: Attention;
  readonly surroundings: Surroundings;
  readonly environment: Environment;
  readonly identity: SessionIdentity;
  /** What the sign-in doctor looks through. */
  readonly names: NameLookup;
  readonly tls: TlsProbe;
  readonly escalationText: EscalationText;
}

/** The communicator: one user, one session, their calls. Knows no desktop. */
export class Parley {
  readonly store: StateStore;
  /** For what the shell has to tell or to keep on its own. */
  readonly notices: Notices;
  readonly settings: SettingsService;
  readonly commandHandlers: CoreCommandHandlers;
  readonly #session: SessionService;
  readonly #calls: CallService;
  readonly #doctor: DoctorService;
  readonly #pause: AlertPause;
  readonly #missed: MissedAlerts;
  readonly #trials: AlertTrials;
  readonly #escalations: Escalations;

  constructor(dependencies: ParleyDependencies) {
    const { secrets, settings, media, wakeUps, attention, surroundings, ...rest } = dependencies;
    const {
      environment,
      escalationText,
      identity,
      names,
      tls,
      signIn = signInToUcwa,
      ...ucwa
    } = rest;
    const { clock, logger, random, transport } = ucwa;
    const store = new StateStore(initialAppState(environment), logger);
    const notices = new Notices(store, random);
    const presence = new OwnPresenceService(ucwa, store);
    const note = new OwnNoteService(ucwa, store);
    const connection = new ConnectionView(store);
    const people = new PeopleService({ ucwa, store, notices });
    const photos = new PeoplePhotos(ucwa, (uri) => people.photoHref(uri));
    const calling = new CallingService(ucwa, store);
    const away = new AwayService({ ucwa, store, surroundings, wakeUps });
    const conversations = new ConversationService({ ucwa, store, attention });
    const meetings = new MeetingService({ clock, random, logger, store });
    this.store = store;
    this.notices = notices;
    this.settings = new SettingsService(store, settings, notices, logger);
    this.#calls = new CallService({
      ...{ ucwa, store, notices, media, attention },
      conversations: conversations.ofCalls,
    });
    this.#session = new SessionService({
      ucwa,
      signIn,
      identity,
      store,
      kept: new KeptSession(secrets, random, logger),
      settings: this.settings,
      notices,
      wakeUps,
      idleMs: () => idleMsOf(surroundings, store.state),
      // Calls first: they must hear of an event before anything else is done with it.
      parts: [
        this.#calls,
        conversations,
        new EventPace(surroundings),
        connection,
        presence,
        note,
        people,
        photos,
        new HistoryService(store, logger),
        away,
        meetings,
        calling,
      ],
    });
    this.#doctor = new DoctorService({ ucwa, names, tls, identity }, store);
    this.#pause = new AlertPause(store, clock);
    this.#missed = new MissedAlerts(store, clock);
    this.#trials = new AlertTrials(store, { clock, random });
    this.#escalations = new Escalations(
      store,
      { clock, logger },
      tellSomebody({
        calls: this.#calls,
        conversations: conversations.ofUser,
        state: () => store.state,
        text: escalationText,
      }),
    );
    const joining = new MeetingJoining({
      ...{ transport, logger, store, meetings },
      session: this.#session,
      entrance: conversations.ofUser,
    });
    this.commandHandlers = createCommandHandlers({
      store,
      session: this.#session,
      offers: new SignInOffers(ucwa),
      calls: this.#calls,
      conversations: conversations.ofUser,
      connection,
      away,
      pause: this.#pause,
      missed: this.#missed,
      trials: this.#trials,
      escalations: this.#escalations,
      meetings,
      joining,
      presence,
      note,
      photos,
      settings: this.settings,
      notices,
      doctor: this.#doctor,
    });
  }

  /** Loads the settings, then signs in with what the keychain keeps; the latter goes on by itself. */
  async start(): Promise<void> {
    await this.settings.load();
    void this.#session.signInFromKeychain();
  }

  /** @param on whether the operating system's own Do Not Disturb is on; null where it does not say */
  desktopDoNotDisturb(on: boolean | null): void {
    this.store.update((draft) => {
      draft.desktopDoNotDisturb = on;
    });
  }

  /** Ends calls and session; the next start signs in again. Leaves no timer. Twice is harmless. */
  async stop(): Promise<void> {
    await Promise.all([this.#session.stop(), this.#doctor.stop()]);
    this.#calls.dispose();
    this.#missed.dispose();
    this.#pause.resume();
    this.#trials.end();
    this.#escalations.dispose();
  }
}
