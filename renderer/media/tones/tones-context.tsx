import { createContext, type PropsWithChildren, use } from 'react';
import type { Tones } from './tone-player.ts';

const TonesContext = createContext<Tones | null>(null);

export function TonesProvider({ tones, children }: PropsWithChildren<{ tones: Tones }>) {
  return <TonesContext value={tones}>{children}</TonesContext>;
}

/** What plays the tones of this window. */
export const useTones = (): Tones => {
  const tones = use(TonesContext);
  if (tones === null) throw new Error('There is no TonesProvider.');
  return tones;
};
