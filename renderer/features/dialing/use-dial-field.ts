import { useMemo, useState } from 'react';
import { rankPeople } from '../../../app/domain/people-search.ts';
import type { Person } from '../../../app/domain/person.ts';
import { useMain } from '../../store/hooks.ts';

const maxSuggestions = 6;

/** A field in which somebody names whom they want to reach. */
export interface DialField {
  readonly typed: string;
  /** Who fits what was typed, best first. */
  readonly suggestions: readonly Person[];
  /** The suggestion that the arrow keys are on; -1 stands for what was typed. */
  readonly active: number;
  /** The suggestion that was taken into the field, until something else is typed. */
  readonly picked: Person | null;
  /** Whom to reach, as `to` of a command; empty when nothing was typed. */
  readonly to: string;
  type(text: string): void;
  pick(person: Person): void;
  /** To the next suggestion or the one before; what was typed comes after the last. */
  move(step: 1 | -1): void;
  leaveList(): void;
  clear(): void;
}

/** What dial boxes have in common: the text, who fits it, and which of them is meant. */
export const useDialField = (): DialField => {
  const people = useMain((state) => state.people);
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<Person | null>(null);
  const [active, setActive] = useState(-1);
  const suggestions = useMemo(
    () =>
      typed.trim() === '' ? [] : rankPeople(typed, Object.values(people)).slice(0, maxSuggestions),
    [typed, people],
  );
  const set = (text: string, person: Person | null): void => {
    setTyped(text);
    setPicked(person);
    setActive(-1);
  };
  return {
    typed,
    suggestions,
    active,
    picked,
    to: (suggestions[active] ?? picked)?.uri ?? typed.trim(),
    type: (text) => set(text, null),
    pick: (person) => set(person.name, person),
    move: (step) => {
      const places = suggestions.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    },
    leaveList: () => setActive(-1),
    clear: () => set('', null),
  };
};
