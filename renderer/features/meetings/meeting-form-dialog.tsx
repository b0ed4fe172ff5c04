import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import type { ScheduledMeeting } from '../../../app/domain/meeting.ts';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import {
  detailsOpened,
  draftDropped,
  type MeetingDraft,
  meetingDialogClosed,
  meetingDrafted,
} from '../../store/meeting-slice.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useDataText, useText } from '../../ui/use-text.ts';
import {
  changesOf,
  type FieldProblems,
  problemsOf,
  problemsOfServer,
  valuesOf,
} from './meeting-draft.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { MeetingOptionFields } from './meeting-option-fields.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface MeetingFormDialogProps {
  readonly draft: MeetingDraft;
  /** The meeting that is changed; null for a new one, or when it is gone. */
  readonly meeting: ScheduledMeeting | null;
}

/** Schedules a meeting or changes one. What was typed stays until it is saved or discarded. */
export function MeetingFormDialog({ draft, meeting }: MeetingFormDialogProps) {
  const styles = useStyles();
  const text = useText();
  const dataText = useDataText();
  const ask = useAsk();
  const dispatch = useAppDispatch();
  const formId = useId();
  const [problems, setProblems] = useState<FieldProblems>({});
  const [error, setError] = useState<CommandError | null>(null);
  const [isSaving, setSaving] = useState(false);

  const change = (changes: Partial<MeetingDraft>): void => {
    dispatch(meetingDrafted(changes));
    setProblems({});
  };
  const discard = (): void => {
    dispatch(draftDropped());
    dispatch(meetingDialogClosed());
  };
  const save = async (): Promise<void> => {
    const values = meeting === null ? valuesOf(draft) : changesOf(draft, meeting);
    const found = problemsOf(values, Date.now());
    setProblems(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    const reply =
      draft.meetingId === null
        ? await ask('meetings.schedule', valuesOf(draft))
        : await ask('meetings.update', {
            meetingId: draft.meetingId,
            changes: values,
          });
    setSaving(false);
    if (!reply.ok) {
      setError(reply.error);
      setProblems(problemsOfServer(reply.error.values.fields ?? ''));
      return;
    }
    dispatch(draftDropped());
    const id = draft.meetingId ?? reply.value?.meetingId ?? null;
    dispatch(id === null ? meetingDialogClosed() : detailsOpened(id));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSaving) void save();
  };
  return (
    <DialogFrame
      title={text(draft.meetingId === null ? 'meetings.form.new' : 'meetings.form.edit')}
      kind="page"
      onClose={() => dispatch(meetingDialogClosed())}
      actions={
        <>
          <Button type="submit" form={formId} appearance="primary" disabledFocusable={isSaving}>
            {text(draft.meetingId === null ? 'meetings.form.schedule' : 'meetings.form.save')}
          </Button>
          <Button onClick={discard}>{text('meetings.form.discard')}</Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {error === null ? null : (
          <MessageBar intent="error" role="alert" layout="multiline">
            <MessageBarBody>
              {dataText(error.messageKey, error.values, 'error.internal')}
            </MessageBarBody>
          </MessageBar>
        )}
        <MeetingFields draft={draft} problems={problems} onChange={change} />
        <MeetingOptionFields draft={draft} problems={problems} onChange={change} />
      </form>
    </DialogFrame>
  );
}
