import { Field, Textarea } from '@fluentui/react-components';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { useText } from '../../ui/use-text.ts';
import type { understoodWords } from './meeting-words.ts';

interface MeetingAddressFieldProps {
  readonly label: string;
  readonly value: string;
  /** What was understood of it. */
  readonly words: ReturnType<typeof understoodWords>;
  /** Shown instead, when something is missing. */
  readonly problem?: string | null;
  readonly onChange: (value: string) => void;
  /** Enter was pressed. */
  readonly onSubmit: () => void;
}

/** Takes a link or a whole invitation and says what it understood, also to who cannot see it. */
export function MeetingAddressField(props: MeetingAddressFieldProps) {
  const { label, value, words, problem = null, onChange, onSubmit } = props;
  const text = useText();
  const understood = words === null ? null : text(words.key, words.values);
  const isWrong = problem !== null || words?.isMeeting === false;
  const message = problem ?? understood;
  return (
    <>
      <Field
        label={label}
        hint={text('meetings.joinDialog.hint')}
        {...(message !== null && {
          validationMessage: message,
          validationState: isWrong ? ('warning' as const) : ('success' as const),
        })}
      >
        <Textarea
          rows={3}
          resize="vertical"
          spellCheck={false}
          value={value}
          onChange={(_event, data) => onChange(data.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            onSubmit();
          }}
        />
      </Field>
      <HiddenText live="polite">{understood ?? ''}</HiddenText>
    </>
  );
}
