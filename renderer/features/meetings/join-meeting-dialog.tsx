import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { ownMeeting, readMeetingAddress } from '../../../app/domain/meeting-address.ts';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useAppDispatch, useMain, useMeetings } from '../../store/hooks.ts';
import { joinTyped, meetingDialogClosed } from '../../store/meeting-slice.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useDataText, useText } from '../../ui/use-text.ts';
import { MeetingAddressField } from './meeting-address-field.tsx';
import { understoodWords } from './meeting-words.ts';
import { useJoinByText } from './use-join-meeting.ts';

/** Paste a link, see what it is, join. */
export function JoinMeetingDialog() {
  const text = useText();
  const dataText = useDataText();
  const dispatch = useAppDispatch();
  const join = useJoinByText();
  const { joinText } = useMeetings();
  const list = useMain(({ meetings }) => meetings.list);
  const [error, setError] = useState<CommandError | null>(null);
  const [isJoining, setJoining] = useState(false);
  const address = readMeetingAddress(joinText);
  const words = understoodWords(address, ownMeeting(address, list), text('meetings.noSubject'));
  const close = (): void => {
    dispatch(meetingDialogClosed());
  };
  const submit = async (): Promise<void> => {
    if (words?.isMeeting !== true || isJoining) return;
    setJoining(true);
    setError(await join(joinText));
    setJoining(false);
  };
  return (
    <DialogFrame
      title={text('meetings.joinDialog.title')}
      kind="page"
      onClose={close}
      actions={
        <>
          <Button
            appearance="primary"
            disabledFocusable={words?.isMeeting !== true || isJoining}
            onClick={() => void submit()}
          >
            {text(isJoining ? 'meetings.joinDialog.joining' : 'meetings.joinDialog.join')}
          </Button>
          <Button onClick={close}>{text('meetings.joinDialog.close')}</Button>
        </>
      }
    >
      <MeetingAddressField
        label={text('meetings.joinDialog.field')}
        value={joinText}
        words={words}
        onChange={(value) => {
          setError(null);
          dispatch(joinTyped(value));
        }}
        onSubmit={() => void submit()}
      />
      {error === null ? null : (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>
            {dataText(error.messageKey, error.values, 'error.internal')}
          </MessageBarBody>
        </MessageBar>
      )}
    </DialogFrame>
  );
}
