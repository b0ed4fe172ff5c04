import {
  Body1,
  Button,
  Caption1Strong,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  Tooltip,
  tokens,
  useArrowNavigationGroup,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import { byExpiry, type ScheduledMeeting } from '../../../app/domain/meeting.ts';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { detailsOpened, formOpened, joinOpened } from '../../store/meeting-slice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AddRegular, CalendarRegular, LinkRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { newDraft } from './meeting-draft.ts';
import { MeetingRow } from './meeting-row.tsx';
import { useJoinMeeting } from './use-join-meeting.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  lists: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS}`,
  },
  heading: {
    display: 'block',
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
  },
  reading: { padding: tokens.spacingVerticalXXL },
  failed: { flexShrink: 0, borderRadius: 0 },
});

/** The user's meetings, and the ways to schedule one and to join one. */
export function MeetingsPanel() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const dispatch = useAppDispatch();
  const { can, state, options } = useMain(({ meetings }) => meetings);
  const canRead = can.list;
  const isUnread = state === 'unread';
  // The dialogs are not these buttons' children.
  const restoreFocus = useRestoreFocusTarget();
  // No event tells of meetings: they are read whenever somebody looks,
  useEffect(() => {
    if (canRead) send('meetings.refresh', undefined);
  }, [canRead, send]);
  // and when what was read is forgotten, as that of another application is.
  useEffect(() => {
    if (canRead && isUnread) send('meetings.refresh', undefined);
  }, [canRead, isUnread, send]);
  return (
    <div className={styles.root}>
      <div className={styles.buttons}>
        <Reason text={can.schedule ? null : text('meetings.scheduleReason')}>
          <Button
            {...restoreFocus}
            appearance="primary"
            icon={<AddRegular />}
            disabledFocusable={!can.schedule}
            onClick={() => dispatch(formOpened(newDraft(options)))}
          >
            {text('meetings.schedule')}
          </Button>
        </Reason>
        <Reason text={can.join ? null : text('meetings.joinReason')}>
          <Button
            {...restoreFocus}
            icon={<LinkRegular />}
            disabledFocusable={!can.join}
            onClick={() => dispatch(joinOpened())}
          >
            {text('meetings.join')}
          </Button>
        </Reason>
      </div>
      {state === 'failed' ? (
        <MessageBar className={styles.failed} intent="error" role="alert" layout="multiline">
          <MessageBarBody>{text('meetings.failed')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => send('meetings.refresh', undefined)}>
              {text('meetings.retry')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      <Lists />
    </div>
  );
}

/** Says why something cannot be pressed. */
function Reason(props: { text: string | null; children: React.JSX.Element }) {
  if (props.text === null) return props.children;
  return (
    <Tooltip content={props.text} relationship="description">
      {props.children}
    </Tooltip>
  );
}

function Lists() {
  const styles = useStyles();
  const text = useText();
  const { list, state, can } = useMain(({ meetings }) => meetings);
  const { current, past } = byExpiry(list, Date.now());
  if (list.length > 0) {
    return (
      <div className={styles.lists}>
        <MeetingList label={text('meetings.list')} meetings={current} />
        {past.length === 0 ? null : (
          <>
            <Caption1Strong className={styles.heading} as="h2">
              {text('meetings.past')}
            </Caption1Strong>
            <MeetingList label={text('meetings.past')} meetings={past} />
          </>
        )}
      </div>
    );
  }
  if (!can.list) {
    return (
      <EmptyState
        icon={<CalendarRegular />}
        title={text('meetings.notOffered')}
        text={text('meetings.notOfferedText')}
      />
    );
  }
  if (state === 'unread' || state === 'reading') {
    return <Spinner className={styles.reading} label={<Body1>{text('meetings.loading')}</Body1>} />;
  }
  if (state === 'failed') return null;
  return (
    <EmptyState
      icon={<CalendarRegular />}
      title={text('meetings.empty')}
      text={text('meetings.emptyText')}
    />
  );
}

function MeetingList(props: { label: string; meetings: readonly ScheduledMeeting[] }) {
  const styles = useStyles();
  const dispatch = useAppDispatch();
  const join = useJoinMeeting();
  const arrows = useArrowNavigationGroup({ axis: 'grid-linear' });
  if (props.meetings.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={props.label} {...arrows}>
      {props.meetings.map((meeting) => (
        <MeetingRow
          key={meeting.id}
          meeting={meeting}
          onOpen={() => dispatch(detailsOpened(meeting.id))}
          onJoin={() => join(meeting)}
        />
      ))}
    </ul>
  );
}
