import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { CommandName } from '../../app/ipc/commands.ts';
import { type CommandError, type CommandReply, commandChannel } from '../../app/ipc/contract.ts';
import { parseCommand } from '../../app/ipc/parse-command.ts';
import type { Logger } from '../../app/ports/logger.ts';
import type { AppWindow } from '../windows/app-window.ts';

/** Tells who sent a command; null for anybody but a page of ours. */
export type SenderOf = (event: IpcMainInvokeEvent) => AppWindow | null;

const forbiddenSender: CommandError = {
  code: 'forbidden-sender',
  messageKey: 'error.forbiddenSender',
  values: {},
};

/**
 * The one door between pages and main. A command passes when its sender is the main frame of one of
 * our windows, its name is known and its payload fits the schema. Whatever does not is refused with
 * a typed error and logged; nothing is thrown at the page.
 */
export function registerCommands(senderOf: SenderOf, logger: Logger): void {
  const scoped = logger.scoped('ipc');
  const refuse = (error: CommandError, name: unknown): CommandReply<CommandName> => {
    scoped.warn('A command was refused', { code: error.code, name, fields: error.values });
    return { ok: false, error };
  };
  ipcMain.handle(commandChannel, async (event, name: unknown, payload: unknown) => {
    const window = senderOf(event);
    if (window === null) return refuse(forbiddenSender, name);
    const command = parseCommand(name, payload);
    if (!command.ok) return refuse(command.error, name);
    const origin = { surface: 'window', window } as const;
    return window.endpoint.run(command.value.name, command.value.payload, origin);
  });
}
