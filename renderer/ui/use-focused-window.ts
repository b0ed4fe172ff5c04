import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
};

/** Whether this window has the keyboard. */
export const useFocusedWindow = (): boolean =>
  useSyncExternalStore(subscribe, () => document.hasFocus());
