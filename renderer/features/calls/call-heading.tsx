import {
  Body1,
  Caption1,
  makeStyles,
  mergeClasses,
  Title2,
  tokens,
} from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useWide } from '../../ui/use-media-query.ts';
import { CallTimer } from './call-timer.tsx';
import { useCallStatus } from './use-call-status.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    textAlign: 'center',
    overflowWrap: 'anywhere',
    minWidth: 0,
    zIndex: 1,
  },
  over: {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: '#ffffff',
    backgroundColor: 'rgba(0, 0, 0, 0.7)',
    textAlign: 'left',
  },
  lines: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  linesOver: { alignItems: 'flex-start' },
  state: { display: 'flex', gap: tokens.spacingHorizontalS, justifyContent: 'center' },
  name: { margin: 0, fontSize: tokens.fontSizeBase600 },
  nameOver: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

interface CallHeadingProps {
  readonly call: Call;
  /** Of the other one of two, or of the meeting. */
  readonly name: string;
  readonly overPicture: boolean;
  /** The name stands there already. */
  readonly untitled?: boolean;
}

/** Who, what state, how long. Over a picture it is a bar at the top. */
export function CallHeading({ call, name, overPicture, untitled = false }: CallHeadingProps) {
  const styles = useStyles();
  const wide = useWide();
  const status = useCallStatus();
  const timer = call.connectedAtMs === null ? null : <CallTimer sinceMs={call.connectedAtMs} />;
  return (
    <div className={mergeClasses(styles.root, overPicture && styles.over)}>
      {overPicture ? null : (
        <PersonAvatar name={name} uri={call.remote.uri} size={wide ? 128 : 96} />
      )}
      <div className={mergeClasses(styles.lines, overPicture && styles.linesOver)}>
        {untitled ? null : (
          <Title2
            as="h2"
            align={overPicture ? 'start' : 'center'}
            className={overPicture ? styles.nameOver : styles.name}
          >
            {name}
          </Title2>
        )}
        {call.subject === '' ? null : <Caption1>{call.subject}</Caption1>}
        {overPicture ? null : <div className={styles.state}>{timer}</div>}
        <Body1 role="status">{status(call, name)}</Body1>
      </div>
      {overPicture ? timer : null}
    </div>
  );
}
