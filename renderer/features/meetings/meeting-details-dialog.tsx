import { Body1, Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ScheduledMeeting } from '../../../app/domain/meeting.ts';
import { useAsk, useSend } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { cancelOpened, formOpened, meetingDialogClosed } from '../../store/meeting-slice.ts';
import { commandRefused } from '../../store/view-slice.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { CopyRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { draftOf } from './meeting-draft.ts';
import { MeetingFacts } from './meeting-facts.tsx';
import { useJoinMeeting } from './use-join-meeting.ts';

const useStyles = makeStyles({
  description: { whiteSpace: 'pre-wrap' },
  copied: { minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
});

/** Everything about one meeting, and what can be done with it. */
export function MeetingDetailsDialog({ meeting }: { meeting: ScheduledMeeting }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const ask = useAsk();
  const dispatch = useAppDispatch();
  const join = useJoinMeeting();
  const [isCopied, setCopied] = useState(false);
  const { id, can, description, subject } = meeting;
  useEffect(() => send('meetings.open', { meetingId: id }), [id, send]);
  const close = (): void => {
    dispatch(meetingDialogClosed());
  };
  const copy = async (): Promise<void> => {
    setCopied(false);
    const reply = await ask('meetings.copyInvitation', { meetingId: id });
    if (reply.ok) setCopied(true);
    else dispatch(commandRefused(reply.error));
  };
  const change = (label: string, onClick: () => void) => {
    const button = (
      <Button disabledFocusable={!can.change} onClick={onClick}>
        {label}
      </Button>
    );
    return can.change ? (
      button
    ) : (
      <Tooltip content={text('meetings.changeReason')} relationship="description">
        {button}
      </Tooltip>
    );
  };
  return (
    <DialogFrame
      title={subject === '' ? text('meetings.noSubject') : subject}
      kind="page"
      closeLabel={text('meetings.close')}
      regionLabel={text('meetings.details')}
      onClose={close}
      actions={
        <>
          <Button appearance="primary" disabled={!can.join} onClick={() => join(meeting)}>
            {text('meetings.joinNow')}
          </Button>
          <Button icon={<CopyRegular />} onClick={() => void copy()}>
            {text('meetings.copyInvitation')}
          </Button>
          {change(text('meetings.edit'), () => dispatch(formOpened(draftOf(meeting))))}
          {change(text('meetings.cancel'), () => dispatch(cancelOpened()))}
        </>
      }
    >
      {description === '' ? null : <Body1 className={styles.description}>{description}</Body1>}
      <MeetingFacts meeting={meeting} />
      <Body1 className={styles.copied} role="status">
        {isCopied ? text('meetings.copied') : ''}
      </Body1>
    </DialogFrame>
  );
}
