import { ringingCalls } from '../domain/selectors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Unsubscribe } from '../util/emitter.ts';
import type { Parley } from './parley.ts';

/**
 * Makes `parley` a colleague who takes every call after `delayMs` milliseconds, with what was
 * offered. A call that ends before is left alone. Returns how to stop.
 */
export function answerAutomatically(parley: Parley, clock: Clock, delayMs: number): Unsubscribe {
  const planned = new Map<string, () => void>();
  const unsubscribe = parley.store.patches.subscribe(() => {
    const ringing = new Map(ringingCalls(parley.store.state).map((call) => [call.id, call]));
    for (const [id, cancelTimer] of planned) {
      if (ringing.has(id)) continue;
      cancelTimer();
      planned.delete(id);
    }
    for (const { id: callId, modality } of ringing.values()) {
      if (planned.has(callId)) continue;
      const answer = () => void parley.commandHandlers['calls.answer']({ callId, modality });
      planned.set(callId, clock.after(delayMs, answer));
    }
  });
  return () => {
    unsubscribe();
    for (const cancelTimer of planned.values()) cancelTimer();
    planned.clear();
  };
}
