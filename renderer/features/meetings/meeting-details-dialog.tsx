import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ScheduledMeeting } from '../../../app/domain/meeting.ts';
import { useAsk, useSend } from '../../store/commands.tsx';
import { useAppDispatch } from '../../store/hooks.ts';
import { cancelOpened, formOpened, meetingDialogClosed } from '../../store/meeting-slice.ts';
import { commandRefused } from '../../store/view-slice.ts';
import { CopyRegular, DismissRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { draftOf } from './meeting-draft.ts';
import { MeetingFacts } from './meeting-facts.tsx';
import { useJoinMeeting } from './use-join-meeting.ts';
import { useMeetingDialogStyles } from './use-meeting-dialog-styles.ts';

const useStyles = makeStyles({
  description: { whiteSpace: 'pre-wrap' },
  copied: { minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
});

/** Everything about one meeting, and what can be done with it. */
export function MeetingDetailsDialog({ meeting }: { meeting: ScheduledMeeting }) {
  const dialog = useMeetingDialogStyles();
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
    <Dialog open onOpenChange={close}>
      <DialogSurface className={dialog.surface}>
        <DialogBody className={dialog.body}>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={text('meetings.close')}
                onClick={close}
              />
            }
          >
            {subject === '' ? text('meetings.noSubject') : subject}
          </DialogTitle>
          {/* It scrolls: whoever uses the keyboard must get there. */}
          <DialogContent
            className={dialog.content}
            tabIndex={0}
            role="region"
            aria-label={text('meetings.details')}
          >
            {description === '' ? null : (
              <Body1 className={styles.description}>{description}</Body1>
            )}
            <MeetingFacts meeting={meeting} />
            <Body1 className={styles.copied} role="status">
              {isCopied ? text('meetings.copied') : ''}
            </Body1>
          </DialogContent>
          <DialogActions className={dialog.actions} fluid>
            <Button appearance="primary" disabled={!can.join} onClick={() => join(meeting)}>
              {text('meetings.joinNow')}
            </Button>
            <Button icon={<CopyRegular />} onClick={() => void copy()}>
              {text('meetings.copyInvitation')}
            </Button>
            {change(text('meetings.edit'), () => dispatch(formOpened(draftOf(meeting))))}
            {change(text('meetings.cancel'), () => dispatch(cancelOpened()))}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
