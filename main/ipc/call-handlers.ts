import type { CommandPayload } from '../../app/ipc/commands.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { CommandHandlers, CommandOrigin } from './command-endpoint.ts';

/** Pressed while the keyboard is, for all Parley knows, in another program that the user types in. */
const fromAnywhere: ReadonlySet<CommandOrigin['surface']> = new Set([
  'shortcut',
  'commandLine',
  'headset',
]);

/**
 * Answering, wherever it was pressed, brings up the window with the call's controls. What
 * can be pressed anywhere leaves the keyboard with the program that has it.
 */
export function answerHandler(
  answer: (payload: CommandPayload<'calls.answer'>) => Promise<null>,
  mainWindow: { show(focus: boolean): void },
  trace: Trace,
): CommandHandlers {
  return {
    'calls.answer': async (payload, origin) => {
      trace.mark('answer-pressed', payload.callId);
      const answered = answer(payload);
      mainWindow.show(!fromAnywhere.has(origin.surface));
      return answered;
    },
  };
}
