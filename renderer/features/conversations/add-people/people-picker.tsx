import { Field, Input, makeStyles, Tag, TagGroup, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { rankPeople } from '../../../../app/domain/people-search.ts';
import { type PersonRef, personKey } from '../../../../app/domain/person.ts';
import { useMain } from '../../../store/hooks.ts';
import { PersonAvatar } from '../../../ui/person-avatar.tsx';
import { useText } from '../../../ui/use-text.ts';
import { SuggestionList } from '../../dialing/suggestion-list.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  field: { position: 'relative' },
  input: { width: '100%' },
  chosen: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  tag: { maxWidth: '100%' },
});

const maxSuggestions = 5;

interface PeoplePickerProps {
  readonly chosen: readonly PersonRef[];
  readonly typed: string;
  /** Why the last name was not taken; null: it was. */
  readonly problem: string | null;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onType: (typed: string) => void;
  /** A name, address or number to be taken. */
  readonly onTake: (typed: string) => void;
  readonly onRemove: (uri: string) => void;
  /** Enter with nothing typed: all are chosen. */
  readonly onDone: () => void;
}

/** Chooses several people: type and press Enter for each; Backspace takes the last one back. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { chosen, typed, problem, input, onType, onTake, onRemove, onDone } = props;
  const styles = useStyles();
  const text = useText();
  const id = useId();
  const people = useMain((state) => state.people);
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const suggestions = useMemo(() => {
    if (typed.trim() === '') return [];
    const taken = new Set(chosen.map(({ uri }) => personKey(uri)));
    const others = Object.values(people).filter(({ uri }) => !taken.has(personKey(uri)));
    return rankPeople(typed, others).slice(0, maxSuggestions);
  }, [typed, people, chosen]);
  const listShown = open && suggestions.length > 0;

  const take = (value: string): void => {
    setActive(-1);
    setOpen(false);
    onTake(value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        if (typed.trim() === '' && active < 0) onDone();
        else take(suggestions[active]?.uri ?? typed);
        break;
      case 'ArrowDown':
      case 'ArrowUp': {
        if (suggestions.length === 0) break;
        event.preventDefault();
        setOpen(true);
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // -1 stands for "what was typed".
        const places = suggestions.length + 1;
        setActive(((active + 1 + step + places) % places) - 1);
        break;
      }
      case 'Backspace': {
        const last = chosen[chosen.length - 1];
        if (typed === '' && last !== undefined) onRemove(last.uri);
        break;
      }
      case 'Escape':
        if (!listShown) break;
        // It closes the list, not the dialog around it.
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        setActive(-1);
        break;
    }
  };
  const optionId = (index: number): string => `${id}-option-${index}`;
  return (
    <div className={styles.root}>
      {chosen.length === 0 ? null : (
        <TagGroup
          className={styles.chosen}
          aria-label={text('addPeople.chosen')}
          onDismiss={(_event, { value }) => {
            onRemove(String(value));
            input.current?.focus();
          }}
        >
          {chosen.map(({ uri, name }) => (
            <Tag
              key={uri}
              className={styles.tag}
              value={uri}
              shape="circular"
              dismissible
              dismissIcon={{ 'aria-label': text('addPeople.remove', { name }) }}
              media={<PersonAvatar name={name} uri={uri} size={24} />}
            >
              {name}
            </Tag>
          ))}
        </TagGroup>
      )}
      <div className={styles.field}>
        <Field
          label={text('addPeople.label')}
          {...(problem === null ? {} : { validationMessage: problem, validationState: 'error' })}
        >
          <Input
            input={{ ref: input }}
            className={styles.input}
            role="combobox"
            aria-expanded={listShown}
            aria-controls={listShown ? `${id}-list` : undefined}
            aria-autocomplete="list"
            aria-activedescendant={listShown && active >= 0 ? optionId(active) : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={4096}
            placeholder={text('addPeople.placeholder')}
            value={typed}
            onChange={(_event, { value }) => {
              setOpen(true);
              setActive(-1);
              onType(value);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
        </Field>
        {listShown ? (
          <SuggestionList
            id={`${id}-list`}
            people={suggestions}
            activeIndex={active}
            optionId={optionId}
            onPick={({ uri }) => take(uri)}
          />
        ) : null}
      </div>
    </div>
  );
}
