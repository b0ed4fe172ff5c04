import type { CommandPayload } from '../../app/ipc/commands.ts';
import type { Trace } from '../../app/ports/trace.ts';
import type { CommandHandlers } from './command-endpoint.ts';

/**
 * Answering, wherever it was pressed, brings up the window with the call's controls. A shortcut
 * leaves the keyboard with the program that has it: the user is typing there.
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
      mainWindow.show(origin.surface !== 'shortcut');
      return answered;
    },
  };
}
