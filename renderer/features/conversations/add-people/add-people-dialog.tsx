import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { DialProblem } from '../../../../app/domain/dialing.ts';
import { type PersonRef, personKey } from '../../../../app/domain/person.ts';
import type { TextKey } from '../../../../app/i18n/text-key.ts';
import { useAsk } from '../../../store/commands.tsx';
import { useMain } from '../../../store/hooks.ts';
import { DialogFrame } from '../../../ui/dialog-frame.tsx';
import { useDataText, useText } from '../../../ui/use-text.ts';
import { choose, maxChosen, typedParts } from './chosen-people.ts';
import { PeoplePicker } from './people-picker.tsx';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
});

const problems: Readonly<Record<DialProblem | 'too-many', TextKey>> = {
  empty: 'error.nothingToDial',
  'unsupported-scheme': 'error.unsupportedScheme',
  'invalid-address': 'error.invalidAddress',
  'invalid-number': 'error.invalidNumber',
  'nobody-named': 'error.nobodyNamed',
  'several-named': 'error.severalNamed',
  'too-many': 'addPeople.tooMany',
};

interface AddPeopleDialogProps {
  readonly conversationId: string;
  readonly meeting: boolean;
  readonly onClose: () => void;
}

/** Asks several people in at once, by name, address or number. */
export function AddPeopleDialog({ conversationId, meeting, onClose }: AddPeopleDialogProps) {
  const styles = useStyles();
  const text = useText();
  const dataText = useDataText();
  const ask = useAsk();
  const input = useRef<HTMLInputElement>(null);
  const people = useMain((state) => state.people);
  const region = useMain(({ settings }) => settings.region);
  const [chosen, setChosen] = useState<readonly PersonRef[]>([]);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => input.current?.focus(), []);

  /** Null when something in it cannot be read; that stays in the field. */
  const taken = (value: string): readonly PersonRef[] | null => {
    const context = { people: Object.values(people), region };
    let all = chosen;
    for (const part of typedParts(value)) {
      const next = choose(all, part, context);
      if (!next.ok) {
        setProblem(text(problems[next.error], { typed: part, count: maxChosen }));
        setTyped(part);
        setChosen(all);
        return null;
      }
      all = next.value;
    }
    return all;
  };
  const take = (value: string): void => {
    const next = taken(value);
    if (next === null) return;
    setChosen(next);
    setTyped('');
    setProblem(null);
    input.current?.focus();
  };
  const add = async (): Promise<void> => {
    const all = taken(typed);
    if (all === null) return;
    const to = all.map(({ uri }) => uri);
    if (to.length === 0) {
      input.current?.focus();
      return;
    }
    setTyped('');
    const reply = await ask('conversations.addParticipants', { conversationId, to });
    if (!reply.ok) {
      setChosen(all);
      setRefusal(dataText(reply.error.messageKey, reply.error.values, 'error.internal'));
      return;
    }
    const { refused } = reply.value;
    const [first] = refused;
    if (first === undefined) {
      onClose();
      return;
    }
    const left = new Set(refused.map((each) => personKey(each.typed)));
    setChosen(all.filter(({ uri }) => left.has(personKey(uri))));
    setRefusal(dataText(first.error.messageKey, first.error.values, 'error.internal'));
  };
  const remove = (uri: string): void => setChosen(chosen.filter((each) => each.uri !== uri));
  const count = chosen.length + (typed.trim() === '' ? 0 : 1);
  return (
    <DialogFrame
      title={text('addPeople.title')}
      kind="overlapping"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('conversations.cancel')}</Button>
          <Button appearance="primary" disabledFocusable={count === 0} onClick={() => void add()}>
            {count === 0 ? text('addPeople.none') : text('addPeople.add', { count })}
          </Button>
        </>
      }
    >
      {refusal === null ? null : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      <PeoplePicker
        chosen={chosen}
        typed={typed}
        problem={problem}
        input={input}
        onType={(value) => {
          setTyped(value);
          setProblem(null);
        }}
        onTake={take}
        onRemove={remove}
        onDone={() => void add()}
      />
      <Caption1 className={styles.hint}>
        {text(meeting ? 'addPeople.hintMeeting' : 'addPeople.hintTwo')}
      </Caption1>
    </DialogFrame>
  );
}
