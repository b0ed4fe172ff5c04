import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import type { ScheduledMeeting } from '../../../app/domain/meeting.ts';
import { CalendarRegular } from '../../ui/icons.ts';
import { useRowStyles } from '../../ui/use-row-styles.ts';
import { useText } from '../../ui/use-text.ts';
import { expiryWords } from './meeting-words.ts';

const useStyles = makeStyles({
  icon: { fontSize: '24px', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  open: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: 'flex-start',
    paddingLeft: tokens.spacingHorizontalXS,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  until: { color: tokens.colorNeutralForeground2 },
});

interface MeetingRowProps {
  readonly meeting: ScheduledMeeting;
  readonly onOpen: () => void;
  readonly onJoin: () => void;
}

/** One meeting: what it is about and until when, to be looked at and to be joined. */
export function MeetingRow({ meeting, onOpen, onJoin }: MeetingRowProps) {
  const row = useRowStyles();
  const styles = useStyles();
  const text = useText();
  // The dialog is not this button's child.
  const restoreFocus = useRestoreFocusTarget();
  const subject = meeting.subject === '' ? text('meetings.noSubject') : meeting.subject;
  const until = expiryWords(meeting, Date.now());
  return (
    <li className={row.root}>
      <CalendarRegular className={styles.icon} aria-hidden />
      <Button {...restoreFocus} className={styles.open} appearance="transparent" onClick={onOpen}>
        <span className={row.lines}>
          <Body1 className={row.line}>{subject}</Body1>
          <Caption1 className={mergeClasses(row.line, styles.until)}>
            {text(until.key, until.values)}
          </Caption1>
        </span>
      </Button>
      <Button
        aria-label={text('meetings.joinNamed', { subject })}
        disabled={!meeting.can.join}
        onClick={onJoin}
      >
        {text('meetings.joinNow')}
      </Button>
    </li>
  );
}
