import { useEffect } from 'react';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';

/** Says that what was missed is seen, while its list is in front of somebody. */
export function useMissedSeen(): void {
  const send = useSend();
  const hasMissed = useMain((state) => state.missed.length > 0);
  useEffect(() => {
    if (!hasMissed) return undefined;
    const see = () => {
      if (document.hasFocus()) send('alerts.missedSeen', undefined);
    };
    see();
    window.addEventListener('focus', see);
    return () => window.removeEventListener('focus', see);
  }, [hasMissed, send]);
}
