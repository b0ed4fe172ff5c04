import { err, ok, type Result } from '../util/result.ts';
import { type CommandName, type CommandPayload, commandSchemas } from './commands.ts';
import type { CommandError } from './contract.ts';

/** A command whose name and payload were checked. */
export type ParsedCommand = {
  readonly [N in CommandName]: { readonly name: N; readonly payload: CommandPayload<N> };
}[CommandName];

const isCommandName = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(commandSchemas, name);

/**
 * Checks what a window sent: a known command whose payload fits its schema. The error names the
 * fields that do not fit, never their values.
 */
export function parseCommand(name: unknown, payload: unknown): Result<ParsedCommand, CommandError> {
  if (!isCommandName(name)) {
    return err({ code: 'unknown-command', messageKey: 'error.unknownCommand', values: {} });
  }
  const parsed = commandSchemas[name].safeParse(payload);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || '(payload)');
    return err({
      code: 'invalid-payload',
      messageKey: 'error.invalidPayload',
      values: { command: name, fields: fields.join(', ') },
    });
  }
  // `parsed.data` was made by the schema of `name`, which the compiler cannot follow.
  return ok({ name, payload: parsed.data } as ParsedCommand);
}
