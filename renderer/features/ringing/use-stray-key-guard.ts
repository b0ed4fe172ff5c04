import { type KeyboardEvent, useEffect, useLayoutEffect, useState } from 'react';
import { StrayKeys } from './stray-keys.ts';

/**
 * Holds stray keys back from a window that takes the keyboard by itself.
 * @param callId what the keys would act on; another one is guarded anew
 * @returns what is to see each key before anything else does
 */
export const useStrayKeyGuard = (callId: string | null): ((event: KeyboardEvent) => void) => {
  const [keys] = useState(() => new StrayKeys());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another call, another guard
  useLayoutEffect(() => keys.guard(performance.now()), [keys, callId]);
  useEffect(() => {
    const onFocus = (): void => keys.guard(performance.now());
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [keys]);
  return (event) => {
    if (!keys.isStray(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };
};
