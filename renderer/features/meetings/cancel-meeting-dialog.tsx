import { Button } from '@fluentui/react-components';
import type { ScheduledMeeting } from '../../../app/domain/meeting.ts';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { detailsOpened, meetingDialogClosed } from '../../store/meeting-slice.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useText } from '../../ui/use-text.ts';

/** Asks before a meeting is taken away from everybody. */
export function CancelMeetingDialog({ meeting }: { meeting: ScheduledMeeting }) {
  const text = useText();
  const send = useSend();
  const dispatch = useAppDispatch();
  const subject = meeting.subject === '' ? text('meetings.noSubject') : meeting.subject;
  const keep = (): void => {
    dispatch(detailsOpened(meeting.id));
  };
  const cancel = (): void => {
    send('meetings.cancel', { meetingId: meeting.id });
    dispatch(meetingDialogClosed());
  };
  return (
    <DialogFrame
      title={text('meetings.cancelTitle')}
      modalType="alert"
      onClose={keep}
      actions={
        <>
          <Button onClick={keep}>{text('meetings.cancelKeep')}</Button>
          <Button appearance="primary" onClick={cancel}>
            {text('meetings.cancelConfirm')}
          </Button>
        </>
      }
    >
      {text('meetings.cancelText', { subject })}
    </DialogFrame>
  );
}
