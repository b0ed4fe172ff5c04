import type { CommandName, CommandPayload } from '../../app/ipc/commands.ts';
import type { CommandError, CommandReply, CommandResult } from '../../app/ipc/contract.ts';
import type { Logger } from '../../app/ports/logger.ts';
import { toCommandError } from '../../app/services/command-failure.ts';
import type { Page } from '../windows/page.ts';

/** Where the user, or a page, asked for something. */
export type CommandOrigin =
  | { readonly surface: 'window'; readonly window: Page }
  | {
      readonly surface: 'notification' | 'tray' | 'shortcut' | 'commandLine' | 'headset' | 'shell';
    };

/** Carries out one command. Throws `CommandFailure` and the errors of the ports. */
export type CommandHandler<N extends CommandName> = (
  payload: CommandPayload<N>,
  origin: CommandOrigin,
) => CommandResult<N> | Promise<CommandResult<N>>;

export type CommandHandlers = { readonly [N in CommandName]?: CommandHandler<N> };

/** A set of commands that windows and the desktop may use. */
export class CommandEndpoint {
  readonly #handlers: CommandHandlers;
  readonly #logger: Logger;

  constructor(handlers: CommandHandlers, logger: Logger) {
    this.#handlers = handlers;
    this.#logger = logger.scoped('commands');
  }

  /** Never rejects: what a handler throws becomes an error that can be read to the user. */
  async run<N extends CommandName>(
    name: N,
    payload: CommandPayload<N>,
    origin: CommandOrigin,
  ): Promise<CommandReply<N>> {
    const handler: CommandHandler<N> | undefined = this.#handlers[name];
    if (handler === undefined) {
      this.#logger.warn('A command is not for this window', { name });
      return { ok: false, error: unknownCommand };
    }
    try {
      return { ok: true, value: await handler(payload, origin) };
    } catch (error) {
      this.#logger.warn('A command failed', { name, error });
      return { ok: false, error: toCommandError(error) };
    }
  }
}

const unknownCommand: CommandError = {
  code: 'unknown-command',
  messageKey: 'error.unknownCommand',
  values: {},
};
