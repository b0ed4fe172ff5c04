import type { CommandName, CommandPayload } from '../ipc/commands.ts';
import type { CommandResult } from '../ipc/contract.ts';

/** Rejects with `CommandFailure` or an error of protocol or media; see `toCommandError`. */
export type CommandHandler<N extends CommandName> = (
  payload: CommandPayload<N>,
) => Promise<CommandResult<N>>;

/** For commands whose effect is seen in the state. */
export function effect<P>(
  run: (payload: P) => void | Promise<void>,
): (payload: P) => Promise<null> {
  return async (payload) => {
    await run(payload);
    return null;
  };
}
