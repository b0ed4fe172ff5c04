import type { App } from 'electron';
import type { Logger } from '../../../app/ports/logger.ts';

/** Writes down what nobody handled, instead of letting Electron show a dialog about it. */
export function logFailures(app: App, logger: Logger): void {
  process.on('uncaughtException', (error) => logger.error('An error was not handled', { error }));
  process.on('unhandledRejection', (error) => {
    logger.error('A rejection was not handled', { error });
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    logger.error('A process of Electron is gone', { type, reason, exitCode });
  });
}
