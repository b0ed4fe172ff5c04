import { createContext, type PropsWithChildren, use } from 'react';
import type { Headset } from './headset.ts';

const HeadsetContext = createContext<Headset | null>(null);

export function HeadsetProvider({
  headset,
  children,
}: PropsWithChildren<{ headset: Headset | null }>) {
  return <HeadsetContext value={headset}>{children}</HeadsetContext>;
}

/** The headset of this window; null where it reads none. */
export const useHeadset = (): Headset | null => use(HeadsetContext);
