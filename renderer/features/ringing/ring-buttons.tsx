import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import { callAlertId } from '../../../app/domain/current-alerts.ts';
import { useAppDispatch, useMain, useView } from '../../store/hooks.ts';
import { replyShown } from '../../store/view-slice.ts';
import {
  CallDismissRegular,
  CallFilled,
  ChatRegular,
  CheckmarkRegular,
  ChevronDownRegular,
  PhoneDesktopRegular,
  VideoFilled,
} from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { windowKeyProps } from '../keys/window-keys.ts';
import { RingReply } from './ring-reply.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    justifyContent: 'center',
  },
  button: { flexGrow: 1, flexBasis: 'auto', minWidth: 'fit-content', whiteSpace: 'nowrap' },
  decline: { display: 'flex', flexGrow: 1, flexBasis: 'auto', minWidth: 'fit-content' },
  declineHere: {
    flexGrow: 1,
    minWidth: 0,
    whiteSpace: 'nowrap',
    borderTopRightRadius: 0,
    borderBottomRightRadius: 0,
  },
  declineMenu: {
    minWidth: '32px',
    maxWidth: '32px',
    borderLeft: '1px solid transparent',
    borderTopLeftRadius: 0,
    borderBottomLeftRadius: 0,
  },
  answer: {
    backgroundColor: tokens.colorStatusSuccessBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    border: '2px solid transparent',
    ':hover': {
      backgroundColor: tokens.colorPaletteGreenForeground1,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':hover:active': {
      backgroundColor: tokens.colorPaletteGreenForeground2,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

export interface RingActions {
  readonly onAnswer: (modality: Call['modality']) => void;
  readonly onAnswerOnPhone: () => void;
  /** With a message to the caller, when there is one. */
  readonly onDecline: (scope: 'Local' | 'Global', message?: string) => void;
  /** "I saw it": no tone any more, and nobody else is told. */
  readonly onAcknowledge: () => void;
}

const quickReplies = [
  'ring.quickReply.later',
  'ring.quickReply.soon',
  'ring.quickReply.meeting',
] as const;

interface RingButtonsProps extends RingActions {
  readonly call: Call;
  /** Take the keyboard focus, so that Enter or Space answers. */
  readonly focusAnswer: boolean;
  /** Another call is talked in: answering puts it on hold, or takes its place. */
  readonly inCall: boolean;
}

/** Answer as the call is offered, without video or on the phone; decline here, everywhere or with a message. */
export function RingButtons(props: RingButtonsProps) {
  const { call, focusAnswer, inCall, onAcknowledge, onAnswer, onAnswerOnPhone, onDecline } = props;
  const styles = useStyles();
  const text = useText();
  const [replying, setReplying] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const dispatch = useAppDispatch();
  const isAsked = useView(({ replyTo }) => replyTo === call.id);
  useEffect(() => {
    if (!isAsked) return;
    setChoosing(true);
    dispatch(replyShown());
  }, [dispatch, isAsked]);
  const isSeen = useMain(
    ({ unacknowledged }) => unacknowledged[callAlertId(call.id)]?.stage === 'seen',
  );
  const isVideo = call.modality === 'audioVideo';
  const reason = call.can.answer ? undefined : text('ring.cannotAnswer');
  // A telephone takes no messages.
  const canReply = /^sips?:/i.test(call.remote.uri);
  const onPhone = call.kind === 'phone';
  const holds = inCall && call.invitation?.replacedCall == null;
  const answerText = holds ? 'ring.holdAndAnswer' : 'ring.answer';
  if (replying) {
    return (
      <RingReply
        name={call.remote.name}
        onSend={(message) => onDecline('Global', message)}
        onBack={() => setReplying(false)}
      />
    );
  }
  return (
    <div className={styles.root}>
      {onPhone ? null : (
        <Button
          {...windowKeyProps('answer')}
          className={mergeClasses(styles.button, styles.answer)}
          size="large"
          icon={isVideo ? <VideoFilled /> : <CallFilled />}
          autoFocus={focusAnswer}
          disabled={!call.can.answer}
          title={reason}
          onClick={() => onAnswer(call.modality)}
        >
          {text(answerText)}
        </Button>
      )}
      {call.can.answerOnPhone ? (
        <Button
          size="large"
          icon={<PhoneDesktopRegular />}
          aria-label={text('ring.answerOnPhone')}
          title={text('ring.answerOnPhone')}
          onClick={onAnswerOnPhone}
        />
      ) : null}
      {isVideo ? (
        <Button
          className={styles.button}
          size="large"
          icon={<CallFilled />}
          aria-label={text('ring.answerAudio')}
          disabled={!call.can.answer}
          title={reason}
          onClick={() => onAnswer('audio')}
        >
          {text('ring.audioOnly')}
        </Button>
      ) : null}
      <div className={styles.decline}>
        <Button
          {...windowKeyProps('decline')}
          className={styles.declineHere}
          size="large"
          icon={<CallDismissRegular />}
          disabled={!call.can.decline}
          onClick={() => onDecline('Local')}
        >
          {text('ring.decline')}
        </Button>
        <Menu
          positioning="above-end"
          open={choosing}
          onOpenChange={(_event, { open }) => setChoosing(open)}
        >
          <MenuTrigger disableButtonEnhancement>
            <Button
              className={styles.declineMenu}
              size="large"
              icon={<ChevronDownRegular />}
              aria-label={text('ring.declineOptions')}
              disabled={!call.can.decline}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem icon={<CallDismissRegular />} onClick={() => onDecline('Global')}>
                {text('ring.declineEverywhere')}
              </MenuItem>
              {canReply ? (
                <>
                  <MenuDivider />
                  {quickReplies.map((key) => (
                    <MenuItem
                      key={key}
                      icon={<ChatRegular />}
                      onClick={() => onDecline('Global', text(key))}
                    >
                      {text(key)}
                    </MenuItem>
                  ))}
                  <MenuItem icon={<ChatRegular />} onClick={() => setReplying(true)}>
                    {text('ring.replyOwn')}
                  </MenuItem>
                </>
              ) : null}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {call.alert?.acknowledge && !isSeen ? (
        <Button
          className={styles.button}
          size="large"
          icon={<CheckmarkRegular />}
          onClick={onAcknowledge}
        >
          {text('alert.acknowledge')}
        </Button>
      ) : null}
    </div>
  );
}
