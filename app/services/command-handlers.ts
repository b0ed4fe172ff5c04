import type { CommandName, CommandPayload } from '../ipc/commands.ts';
import type { AlertPause } from './alerts/alert-pause.ts';
import type { AlertTrials } from './alerts/alert-trials.ts';
import type { Escalations } from './alerts/escalations.ts';
import type { MissedAlerts } from './alerts/missed-alerts.ts';
import type { AwayService } from './away/away-service.ts';
import type { CallService } from './calls/call-service.ts';
import { CommandFailure } from './command-failure.ts';
import { type CommandHandler, effect } from './command-handler.ts';
import {
  type BringSound,
  createConversationCommands,
} from './conversations/conversation-commands.ts';
import type { UserConversations } from './conversations/user-conversations.ts';
import type { DoctorService } from './doctor/doctor-service.ts';
import type { DoctorWish } from './doctor/doctor-wish.ts';
import type { MeetingJoining } from './meetings/meeting-joining.ts';
import type { MeetingService } from './meetings/meeting-service.ts';
import type { Notices } from './notices.ts';
import type { OwnNoteService } from './people/own-note-service.ts';
import type { OwnPresenceService } from './people/own-presence-service.ts';
import type { PeoplePhotos } from './people/people-photos.ts';
import type { ConnectionView } from './session/connection-view.ts';
import type { SessionService } from './session/session-service.ts';
import type { SignInOffers } from './session/sign-in-offers.ts';
import { methodOf } from './session/stored-session.ts';
import type { SettingsService } from './settings-service.ts';
import type { StateStore } from './state-store.ts';

/** Commands that the core carries out; the others belong to the shell. */
export type CoreCommandName = Extract<
  CommandName,
  | 'state.snapshot'
  | `session.${string}`
  | `connection.${string}`
  | `away.${string}`
  | `alerts.${string}`
  | `calls.${string}`
  | `meetings.${'refresh' | 'schedule' | 'update' | 'cancel' | 'open' | 'join'}`
  | `conversations.${string}`
  | `presence.${string}`
  | `people.${string}`
  | `settings.${string}`
  | `notices.${string}`
  | `doctor.${'start' | 'again' | 'cancel' | 'close'}`
>;

export type CoreCommandHandlers = { readonly [N in CoreCommandName]: CommandHandler<N> };

export interface CommandServices {
  readonly store: StateStore;
  readonly session: SessionService;
  readonly offers: SignInOffers;
  readonly connection: ConnectionView;
  readonly away: AwayService;
  readonly pause: AlertPause;
  readonly missed: MissedAlerts;
  readonly trials: AlertTrials;
  readonly escalations: Escalations;
  readonly calls: CallService;
  readonly meetings: MeetingService;
  readonly joining: MeetingJoining;
  readonly conversations: UserConversations;
  readonly presence: OwnPresenceService;
  readonly note: OwnNoteService;
  readonly photos: PeoplePhotos;
  readonly settings: SettingsService;
  readonly notices: Notices;
  readonly doctor: DoctorService;
}

/** One handler for each command of the core. */
export function createCommandHandlers(services: CommandServices): CoreCommandHandlers {
  const { store, session, offers, connection, away, calls, presence, note, photos } = services;
  const { conversations, meetings, joining, pause, missed, trials, escalations } = services;
  const { settings, notices, doctor } = services;
  const requireSignedOut = (): void => {
    const { phase } = store.state.session;
    if (phase === 'online' || phase === 'recovering') {
      throw new CommandFailure('not-allowed', 'error.alreadySignedIn');
    }
    offers.cancel();
  };
  const bringSound: BringSound = (conversationId, modality) => {
    calls.startIn(conversationId, modality);
  };
  return {
    'state.snapshot': async () => store.snapshot,
    'session.signIn': effect(async (input) => {
      requireSignedOut();
      const result = await session.signIn(input);
      if (!result.ok) throw new CommandFailure('server', 'error.signInFailed');
    }),
    'session.joinAsGuest': async ({ text, name, join }) => {
      requireSignedOut();
      const conversationId = await joining.joinAsGuest(text, name);
      if (join !== undefined) bringSound(conversationId, join);
      return { conversationId };
    },
    'session.findOffer': (wish) => offers.find(wish),
    'session.cancelSignIn': effect(() => session.cancelSignIn()),
    'session.signOut': effect(() => session.signOut()),
    'connection.refresh': effect(() => connection.refresh()),
    'away.dismiss': effect(() => away.dismiss()),
    'alerts.pause': effect(({ minutes }) => pause.pause(minutes)),
    'alerts.resume': effect(() => pause.resume()),
    'alerts.acknowledge': effect(({ alertId }) => escalations.acknowledge(alertId)),
    'alerts.try': effect(({ kind, importance }) => trials.begin(kind, importance)),
    'alerts.endTrial': effect(() => trials.end()),
    'alerts.missedSeen': effect(() => missed.seen()),
    'meetings.refresh': effect(() => meetings.refresh()),
    'meetings.schedule': async (values) => ({ meetingId: await meetings.schedule(values) }),
    'meetings.update': effect(({ meetingId, changes }) => meetings.update(meetingId, changes)),
    'meetings.cancel': effect(({ meetingId }) => meetings.cancel(meetingId)),
    'meetings.open': effect(({ meetingId }) => meetings.look(meetingId)),
    'meetings.join': async ({ text, join }) => {
      const conversationId = await joining.join(text);
      if (join !== undefined) bringSound(conversationId, join);
      return { conversationId };
    },
    'calls.start': async (input) => ({ callId: calls.start(input) }),
    'calls.startIn': async (wish) => ({
      callId:
        'via' in wish
          ? calls.startOnPhoneIn(wish.conversationId, wish.phoneNumber)
          : calls.startIn(wish.conversationId, wish.modality),
    }),
    'calls.answer': effect((wish) =>
      'via' in wish ? calls.answerOnPhone(wish.callId) : calls.answer(wish.callId, wish.modality),
    ),
    'calls.decline': effect(({ callId, scope, message }) => calls.decline(callId, scope, message)),
    'calls.moveToPhone': effect(({ callId, phoneNumber }) =>
      calls.moveToPhone(callId, phoneNumber),
    ),
    'calls.stayHere': effect(({ callId }) => calls.stayHere(callId)),
    'calls.cancel': effect(({ callId }) => calls.cancel(callId)),
    'calls.hangUp': effect(({ callId }) => calls.hangUp(callId)),
    'calls.setSending': effect(({ callId, audio, video }) =>
      calls.setSending(callId, { audio, video }),
    ),
    'calls.hold': effect(({ callId }) => calls.hold(callId)),
    'calls.resume': effect(({ callId }) => calls.resume(callId)),
    'calls.setVideo': effect(({ callId, on }) => calls.setVideo(callId, on)),
    'calls.sendTones': effect(({ callId, tones }) => calls.sendTones(callId, tones)),
    'calls.rate': effect(({ callId, stars }) => calls.rate(callId, stars)),
    'calls.dismiss': effect(({ callId }) => calls.dismiss(callId)),
    ...createConversationCommands(store, conversations, bringSound),
    'presence.setNote': effect(({ text }) => note.set(text)),
    'presence.set': effect(({ availability }) => presence.set(availability)),
    'people.photo': async ({ uri }) => ({ photo: await photos.get(uri) }),
    'settings.update': effect((change) => settings.update(change)),
    'notices.dismiss': effect(({ id }) => notices.dismiss(id)),
    'doctor.start': effect((wish) => {
      const subject = wish === null ? session.subject : wishOf(wish);
      if (subject === null) throw new CommandFailure('not-signed-in', 'error.notSignedIn');
      doctor.start(subject);
    }),
    'doctor.again': effect(() => doctor.again()),
    'doctor.cancel': effect(() => doctor.cancel()),
    'doctor.close': effect(() => doctor.close()),
  };
}

function wishOf({ choice, ...wish }: NonNullable<CommandPayload<'doctor.start'>>): DoctorWish {
  return { ...wish, method: choice === null ? null : methodOf(choice, wish.address) };
}
