import { Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { readDialTarget } from '../../../app/domain/dialing.ts';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useMain, useQuickDial } from '../../store/hooks.ts';
import { DialpadRegular } from '../../ui/icons.ts';
import { useDataText, useText } from '../../ui/use-text.ts';
import { SuggestionList } from '../dialing/suggestion-list.tsx';
import { useDialField } from '../dialing/use-dial-field.ts';
import { ActionRow } from './action-row.tsx';
import { Meant } from './meant.tsx';
import { type QuickDialActionName, quickDialActionOf } from './quick-dial-actions.ts';
import { useQuickDialAction } from './use-quick-dial-action.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  field: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  input: { width: '100%', minWidth: 0 },
  list: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  hint: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
  },
});

/** Names whom to reach, shows who that is, and reaches them by one key. */
export function Palette() {
  const styles = useStyles();
  const text = useText();
  const dataText = useDataText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const act = useQuickDialAction();
  const { clipboard } = useQuickDial();
  const people = useMain((state) => state.people);
  const region = useMain(({ settings }) => settings.region);
  const field = useDialField();
  const [error, setError] = useState<CommandError | null>(null);
  const [fromClipboard, setFromClipboard] = useState(false);
  const [touched, setTouched] = useState(false);

  useEffect(() => input.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it arrives
  useEffect(() => {
    if (clipboard === null || touched) return;
    field.type(clipboard);
    setFromClipboard(true);
  }, [clipboard]);
  useEffect(() => {
    // What is typed takes the place of what was copied.
    if (fromClipboard) input.current?.select();
  }, [fromClipboard]);

  const { typed, suggestions, active } = field;
  const read = readDialTarget(field.to, { people: Object.values(people), region });
  // Several fit: unless the user goes to another one, the best is meant.
  const best = read.ok || active >= 0 ? undefined : suggestions[0];
  const meant = best ?? (read.ok ? read.value : null);
  const shownActive = best === undefined ? active : 0;

  const run = async (name: QuickDialActionName): Promise<void> => {
    const to = best?.uri ?? field.to;
    if (to === '') return;
    setError(await act(name, to));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = quickDialActionOf(event);
    if (action !== null) {
      event.preventDefault();
      void run(action);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      field.move(event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  const type = (value: string): void => {
    field.type(value);
    setTouched(true);
    setFromClipboard(false);
    setError(null);
  };
  const optionId = (index: number): string => `${id}-option-${index}`;
  // Who is meant stands above: one alone needs no list.
  const listShown = suggestions.length > 1 && field.picked === null;
  return (
    <div className={styles.root}>
      <div className={styles.field}>
        <Field
          {...(error === null
            ? {}
            : {
                validationMessage: dataText(error.messageKey, error.values, 'error.internal'),
                validationState: 'error',
              })}
        >
          <Input
            input={{ ref: input }}
            className={styles.input}
            size="large"
            role="combobox"
            aria-label={text('quickDial.label')}
            aria-expanded={listShown}
            aria-controls={listShown ? `${id}-list` : undefined}
            aria-autocomplete="list"
            aria-activedescendant={
              listShown && shownActive >= 0 ? optionId(shownActive) : undefined
            }
            autoComplete="off"
            spellCheck={false}
            maxLength={1024}
            placeholder={text('dial.placeholder')}
            contentBefore={<DialpadRegular />}
            {...(fromClipboard
              ? { contentAfter: <Caption1>{text('quickDial.fromClipboard')}</Caption1> }
              : {})}
            value={typed}
            onChange={(_event, { value }) => type(value)}
            onKeyDown={onKeyDown}
          />
        </Field>
      </div>
      <Meant person={meant} />
      <div className={styles.list}>
        {listShown ? (
          <SuggestionList
            id={`${id}-list`}
            people={suggestions}
            activeIndex={shownActive}
            optionId={optionId}
            onPick={(person) => {
              field.pick(person);
              input.current?.focus();
            }}
            inPlace
          />
        ) : null}
        {typed.trim() === '' ? (
          <Caption1 className={styles.hint}>{text('quickDial.empty')}</Caption1>
        ) : null}
      </div>
      <ActionRow ready={meant !== null} onAct={(name) => void run(name)} />
    </div>
  );
}
