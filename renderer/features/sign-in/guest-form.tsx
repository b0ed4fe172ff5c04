import { Button, Field, Input, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { readMeetingAddress } from '../../../app/domain/meeting-address.ts';
import { useText } from '../../ui/use-text.ts';
import { MeetingAddressField } from '../meetings/meeting-address-field.tsx';
import { understoodWords } from '../meetings/meeting-words.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
});

/** What a guest types; it stays through every attempt. */
export interface GuestDraft {
  readonly text: string;
  readonly name: string;
}

interface GuestFormProps {
  readonly draft: GuestDraft;
  readonly onChange: (change: Partial<GuestDraft>) => void;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
}

/** Joins one meeting by its link, without an account. */
export function GuestForm({ draft, onChange, onSubmit, onBack }: GuestFormProps) {
  const styles = useStyles();
  const text = useText();
  const [isChecked, setChecked] = useState(false);
  const address = readMeetingAddress(draft.text);
  const words = understoodWords(address, null, text('meetings.noSubject'));
  const linkProblem =
    address.kind === 'conferenceId'
      ? text('meetings.guest.needsLink')
      : isChecked && words === null
        ? text('meetings.guest.linkMissing')
        : null;
  const isNameMissing = draft.name.trim() === '';
  const submit = (): void => {
    setChecked(true);
    if (words?.isMeeting === true && linkProblem === null && !isNameMissing) onSubmit();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <Subtitle2 as="h2" className={styles.title}>
        {text('meetings.guest.title')}
      </Subtitle2>
      <MeetingAddressField
        label={text('meetings.guest.link')}
        value={draft.text}
        words={words}
        problem={linkProblem}
        onChange={(value) => onChange({ text: value })}
        onSubmit={submit}
      />
      <Field
        label={text('meetings.guest.name')}
        hint={text('meetings.guest.nameHint')}
        {...(isChecked &&
          isNameMissing && { validationMessage: text('meetings.guest.nameMissing') })}
      >
        <Input
          size="large"
          autoComplete="name"
          maxLength={250}
          value={draft.name}
          onChange={(_event, { value }) => onChange({ name: value })}
        />
      </Field>
      <Button type="submit" appearance="primary" size="large">
        {text('meetings.guest.join')}
      </Button>
      <Button appearance="transparent" onClick={onBack}>
        {text('meetings.guest.back')}
      </Button>
    </form>
  );
}
