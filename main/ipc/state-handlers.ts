import { CommandFailure } from '../../app/services/command-failure.ts';
import type { CommandHandlers } from './command-endpoint.ts';
import type { Publisher } from './publisher.ts';

/** The state as a whole; its sender is told of every change from then on. */
export function stateHandlers(publisher: Publisher): CommandHandlers {
  return {
    'state.snapshot': (_payload, origin) => {
      if (origin.surface !== 'window') {
        throw new CommandFailure('not-allowed', 'error.forbiddenSender');
      }
      return publisher.snapshotFor(origin.window);
    },
  };
}
