import { Field, Input, Select } from '@fluentui/react-components';
import {
  type Announcement,
  accessLevels,
  announcements,
  leaderAssignments,
  type MeetingValues,
  switches,
} from '../../../app/domain/meeting.ts';
import type { TextKey } from '../../../app/i18n/text-key.ts';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';
import { type MeetingFieldsProps, useFieldProblem } from './meeting-fields.tsx';

type Choice = Extract<
  keyof MeetingValues,
  | 'accessLevel'
  | 'automaticLeaderAssignment'
  | 'entryExitAnnouncement'
  | 'lobbyBypassForPhoneUsers'
  | 'phoneUserAdmission'
>;

/** Who comes in, who leads, who is heard: what the server lets one choose. */
export function MeetingOptionFields({ draft, problems, onChange }: MeetingFieldsProps) {
  const text = useText();
  const problemOf = useFieldProblem(problems);
  const options = useMain(({ meetings }) => meetings.options);
  const select = <T extends string>(
    field: Choice,
    all: readonly T[],
    eligible: readonly T[],
    nameOf: (member: T) => TextKey,
  ) => {
    // What a meeting has is shown, also where it could not be chosen any more.
    const shown = all.filter((each) => eligible.includes(each) || each === draft[field]);
    if (shown.length === 0) return null;
    return (
      <Field
        label={text(`meetings.form.${field}`)}
        {...(field === 'accessLevel' && { hint: text('meetings.form.accessLevelHint') })}
        {...problemOf(field)}
      >
        <Select value={draft[field]} onChange={(_event, { value }) => onChange({ [field]: value })}>
          {draft[field] === '' ? (
            <option value="">{text('meetings.form.serverDecides')}</option>
          ) : null}
          {shown.map((member) => (
            <option key={member} value={member}>
              {text(nameOf(member))}
            </option>
          ))}
        </Select>
      </Field>
    );
  };
  return (
    <>
      {select(
        'accessLevel',
        accessLevels,
        options.accessLevels,
        (each) => `meetings.accessLevel.${each}`,
      )}
      {select(
        'automaticLeaderAssignment',
        leaderAssignments,
        options.automaticLeaderAssignments,
        (each) => `meetings.automaticLeaderAssignment.${each}`,
      )}
      <Field
        label={text('meetings.form.leaders')}
        hint={text('meetings.form.leadersHint')}
        {...problemOf('leaders')}
      >
        <Input
          spellCheck={false}
          value={draft.leaders}
          onChange={(_event, { value }) => onChange({ leaders: value })}
        />
      </Field>
      {select('phoneUserAdmission', switches, options.phoneUserAdmission, switchName)}
      {select('lobbyBypassForPhoneUsers', switches, options.lobbyBypassForPhoneUsers, switchName)}
      {select('entryExitAnnouncement', announcements, options.entryExitAnnouncements, switchName)}
    </>
  );
}

const switchName = (each: Announcement): TextKey => `meetings.switch.${each}`;
