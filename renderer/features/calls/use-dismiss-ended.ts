import { useEffect } from 'react';
import { allCalls } from '../../../app/domain/selectors.ts';
import { useAsk } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { endsSilently } from './stage.ts';

/** How long the screen of a call that went well stays after its end. */
const farewellMs = 8000;

/**
 * Takes ended calls away: those nobody looks at at once, those that went well after a moment. The
 * others stay until closed, because they say something that has to be read.
 */
export const useDismissEnded = (): void => {
  const ask = useAsk();
  const calls = useMain((state) => state.calls);
  useEffect(() => {
    const timers: ReturnType<typeof setTimeout>[] = [];
    for (const { id: callId, ...call } of allCalls({ calls })) {
      if (call.phase !== 'ended') continue;
      if (endsSilently({ id: callId, ...call })) void ask('calls.dismiss', { callId });
      else if (call.outcome?.kind === 'answered') {
        const leftMs = Math.max(0, (call.endedAtMs ?? 0) + farewellMs - Date.now());
        timers.push(setTimeout(() => void ask('calls.dismiss', { callId }), leftMs));
      }
    }
    return () => timers.forEach(clearTimeout);
  }, [calls, ask]);
};
