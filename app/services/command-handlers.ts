import type { CommandName, CommandPayload } from '../ipc/commands.ts';
import type { CommandError, CommandResult } from '../ipc/contract.ts';
import type { Logger } from '../ports/logger.ts';
import { err, ok, type Result } from '../util/result.ts';
import type { CallService } from './calls/call-service.ts';
import { CommandFailure, toCommandError } from './command-failure.ts';
import type { Notices } from './notices.ts';
import type { OwnPresenceService } from './people/own-presence-service.ts';
import type { SessionService } from './session/session-service.ts';
import type { SettingsService } from './settings-service.ts';
import type { StateStore } from './state-store.ts';

/** Commands that the core carries out; the others belong to the shell. */
export type CoreCommandName = Extract<
  CommandName,
  | 'state.snapshot'
  | `session.${string}`
  | `calls.${string}`
  | `presence.${string}`
  | `settings.${string}`
  | `notices.${string}`
>;

export type CommandHandler<N extends CommandName> = (
  payload: CommandPayload<N>,
) => Promise<Result<CommandResult<N>, CommandError>>;

export type CoreCommandHandlers = { readonly [N in CoreCommandName]: CommandHandler<N> };

export interface CommandServices {
  readonly store: StateStore;
  readonly session: SessionService;
  readonly calls: CallService;
  readonly presence: OwnPresenceService;
  readonly settings: SettingsService;
  readonly notices: Notices;
  readonly logger: Logger;
}

/** One handler for each command of the core. They never reject: what fails becomes an error. */
export function createCommandHandlers(services: CommandServices): CoreCommandHandlers {
  const { store, session, calls, presence, settings, notices } = services;
  const handle =
    <P, R>(run: (payload: P) => R | Promise<R>) =>
    (payload: P): Promise<Result<R, CommandError>> =>
      carryOut(services.logger, () => run(payload));
  /** For commands whose effect is seen in the state. */
  const effect = <P>(run: (payload: P) => void | Promise<void>) =>
    handle(async (payload: P): Promise<null> => {
      await run(payload);
      return null;
    });
  return {
    'state.snapshot': handle(() => store.snapshot),
    'session.signIn': effect(async (input) => {
      const { phase } = store.state.session;
      if (phase === 'online' || phase === 'recovering') {
        throw new CommandFailure('not-allowed', 'error.alreadySignedIn');
      }
      const result = await session.signIn(input);
      if (!result.ok) throw new CommandFailure('server', 'error.signInFailed');
    }),
    'session.cancelSignIn': effect(() => session.cancelSignIn()),
    'session.signOut': effect(() => session.signOut()),
    'calls.start': handle((input) => ({ callId: calls.start(input) })),
    'calls.answer': effect(({ callId, modality }) => calls.answer(callId, modality)),
    'calls.decline': effect(({ callId, scope }) => calls.decline(callId, scope)),
    'calls.cancel': effect(({ callId }) => calls.cancel(callId)),
    'calls.hangUp': effect(({ callId }) => calls.hangUp(callId)),
    'calls.setSending': effect(({ callId, audio, video }) =>
      calls.setSending(callId, { audio, video }),
    ),
    'calls.hold': effect(({ callId }) => calls.hold(callId)),
    'calls.resume': effect(({ callId }) => calls.resume(callId)),
    'calls.dismiss': effect(({ callId }) => calls.dismiss(callId)),
    'presence.set': effect(({ availability }) => presence.set(availability)),
    'settings.update': effect((change) => settings.update(change)),
    'notices.dismiss': effect(({ id }) => notices.dismiss(id)),
  };
}

async function carryOut<R>(
  logger: Logger,
  run: () => R | Promise<R>,
): Promise<Result<R, CommandError>> {
  try {
    return ok(await run());
  } catch (error) {
    const told = toCommandError(error);
    if (told.code === 'internal') logger.error('A command failed', { error });
    return err(told);
  }
}
