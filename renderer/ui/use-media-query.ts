import { useCallback, useSyncExternalStore } from 'react';

/** Whether a CSS media query holds now. */
export const useMediaQuery = (query: string): boolean => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
};

/** Whether there is room for two panes side by side. */
export const useWide = (): boolean => useMediaQuery('(min-width: 800px)');
