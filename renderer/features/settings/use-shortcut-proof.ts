import { useEffect, useState } from 'react';
import type { ShortcutName } from '../../../app/domain/shortcuts.ts';
import { useAsk } from '../../store/commands.tsx';
import { useView } from '../../store/hooks.ts';

/** As long as it takes to read what to do, and to find the keys. */
const patienceMs = 10_000;

/**
 * - `waiting`: the user is asked to press the keys
 * - `works`: they arrived
 * - `nothing`: they did not arrive; another program or the desktop has them
 * - `refused`: they cannot even be taken
 */
export type ProofState = 'waiting' | 'works' | 'nothing' | 'refused';

export interface ShortcutProof {
  /** The shortcut that is or was tried last. */
  readonly shown: { readonly name: ShortcutName; readonly state: ProofState } | null;
  /** Asks for the keys of `name`, and waits for them. */
  prove(name: ShortcutName): void;
  /** Lets go of all keys, so that new ones can be pressed; `false` takes them back. */
  choose(choosing: boolean): void;
}

/** Has each shortcut proven by pressing it once: whether it arrives, only the desktop knows. */
export const useShortcutProof = (): ShortcutProof => {
  const ask = useAsk();
  const pressed = useView((view) => view.pressedShortcut);
  const [shown, setShown] = useState<ShortcutProof['shown']>(null);
  const waitingFor = shown?.state === 'waiting' ? shown.name : null;

  useEffect(() => {
    if (waitingFor === null) return;
    const timer = setTimeout(() => {
      setShown({ name: waitingFor, state: 'nothing' });
    }, patienceMs);
    return () => {
      clearTimeout(timer);
      void ask('shortcuts.setMode', { mode: 'use' });
    };
  }, [ask, waitingFor]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each press counts once, when it arrives
  useEffect(() => {
    if (pressed !== null && pressed.name === waitingFor) {
      setShown({ name: pressed.name, state: 'works' });
    }
  }, [pressed]);

  return {
    shown,
    prove: (name) => {
      void ask('shortcuts.setMode', { mode: 'prove', name }).then((reply) => {
        const taken = reply.ok && reply.value.taken;
        setShown({ name, state: taken ? 'waiting' : 'refused' });
        if (!taken) void ask('shortcuts.setMode', { mode: 'use' });
      });
    },
    choose: (choosing) => {
      if (choosing) setShown(null);
      void ask('shortcuts.setMode', { mode: choosing ? 'choose' : 'use' });
    },
  };
};
