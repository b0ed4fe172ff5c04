import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import { CallDismissRegular, CallFilled, ChevronDownRegular, VideoFilled } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

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
  readonly onDecline: (scope: 'Local' | 'Global') => void;
}

interface RingButtonsProps extends RingActions {
  readonly call: Call;
  /** Take the keyboard focus, so that Enter or Space answers. */
  readonly focusAnswer: boolean;
}

/** Answer as the call is offered, answer without video, decline here or everywhere. */
export function RingButtons({ call, focusAnswer, onAnswer, onDecline }: RingButtonsProps) {
  const styles = useStyles();
  const text = useText();
  const isVideo = call.modality === 'audioVideo';
  const reason = call.can.answer ? undefined : text('ring.cannotAnswer');
  return (
    <div className={styles.root}>
      <Button
        className={mergeClasses(styles.button, styles.answer)}
        size="large"
        icon={isVideo ? <VideoFilled /> : <CallFilled />}
        autoFocus={focusAnswer}
        disabled={!call.can.answer}
        title={reason}
        onClick={() => onAnswer(call.modality)}
      >
        {text('ring.answer')}
      </Button>
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
          className={styles.declineHere}
          size="large"
          icon={<CallDismissRegular />}
          disabled={!call.can.decline}
          onClick={() => onDecline('Local')}
        >
          {text('ring.decline')}
        </Button>
        <Menu positioning="above-end">
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
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </div>
  );
}
