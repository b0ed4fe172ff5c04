import { Field, Input, Textarea } from '@fluentui/react-components';
import type { MeetingValues } from '../../../app/domain/meeting.ts';
import { readPeople } from '../../../app/domain/meeting-limits.ts';
import { useMain } from '../../store/hooks.ts';
import type { MeetingDraft } from '../../store/meeting-slice.ts';
import { useText } from '../../ui/use-text.ts';
import type { FieldProblems } from './meeting-draft.ts';

export interface MeetingFieldsProps {
  readonly draft: MeetingDraft;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<MeetingDraft>) => void;
}

/** Says what is wrong with a field. */
export function useFieldProblem(problems: FieldProblems) {
  const text = useText();
  return (field: keyof MeetingValues) => {
    const found = problems[field];
    if (found === undefined) return {};
    const { problem, detail } = found;
    return { validationMessage: text(`meetings.problem.${problem}`, { detail }) };
  };
}

/** What a meeting is about, and who shall come. */
export function MeetingFields({ draft, problems, onChange }: MeetingFieldsProps) {
  const text = useText();
  const problemOf = useFieldProblem(problems);
  const threshold = useMain(({ meetings }) => meetings.options.participantsWarningThreshold);
  const isLarge = threshold !== null && readPeople(draft.attendees).length > threshold;
  return (
    <>
      <Field label={text('meetings.form.subject')} {...problemOf('subject')}>
        <Input
          value={draft.subject}
          onChange={(_event, { value }) => onChange({ subject: value })}
        />
      </Field>
      <Field label={text('meetings.form.description')} {...problemOf('description')}>
        <Textarea
          rows={3}
          resize="vertical"
          value={draft.description}
          onChange={(_event, { value }) => onChange({ description: value })}
        />
      </Field>
      <Field
        label={text('meetings.form.attendees')}
        hint={text('meetings.form.attendeesHint')}
        {...(isLarge && {
          validationState: 'warning' as const,
          validationMessage: text('meetings.form.warning', { count: threshold }),
        })}
        {...problemOf('attendees')}
      >
        <Textarea
          rows={2}
          resize="vertical"
          spellCheck={false}
          value={draft.attendees}
          onChange={(_event, { value }) => onChange({ attendees: value })}
        />
      </Field>
      <Field
        label={text('meetings.form.expirationTime')}
        hint={text('meetings.form.expirationTimeHint')}
        {...problemOf('expirationTimeMs')}
      >
        <Input
          type="date"
          value={draft.expirationDate}
          onChange={(_event, { value }) => onChange({ expirationDate: value })}
        />
      </Field>
    </>
  );
}
