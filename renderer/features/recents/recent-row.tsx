import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { Call, RecentCall } from '../../../app/domain/call.ts';
import { formatDuration, isoDuration } from '../../ui/duration.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import {
  CallDismissRegular,
  CallInboundRegular,
  CallMissedRegular,
  CallOutboundRegular,
  CallRegular,
  VideoRegular,
} from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useRowStyles } from '../../ui/use-row-styles.ts';
import { useText } from '../../ui/use-text.ts';
import type { StartMore } from '../calls/use-start-call.ts';
import { recentWords } from './recent-words.ts';

const useStyles = makeStyles({
  how: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    minWidth: 0,
  },
  missed: { color: tokens.colorPaletteRedForeground1 },
  icon: { fontSize: '16px', flexShrink: 0 },
  time: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

interface RecentRowProps {
  readonly recent: RecentCall;
  readonly enabled: boolean;
  readonly onCall: (uri: string, modality: Call['modality'], more: StartMore) => void;
}

/** One call of the history: who, how it went, when, and the way to call again. */
export function RecentRow({ recent, enabled, onCall }: RecentRowProps) {
  const row = useRowStyles();
  const styles = useStyles();
  const text = useText();
  const { remote, modality, startedAtMs, durationMs, threadId } = recent;
  const name = remote.name === '' ? text('recents.unknownCaller') : remote.name;
  const video = modality === 'audioVideo';
  const missed = recent.direction === 'Incoming' && recent.outcome.kind === 'missed';
  const { direction, how } = recentWords(recent);
  const again = text(video ? 'recents.callBackVideo' : 'recents.callBack', { name });
  return (
    <li className={row.root} data-outcome={recent.outcome.kind}>
      <PersonAvatar name={name} uri={remote.uri} size={40} />
      <div className={row.lines}>
        <Body1 className={mergeClasses(row.line, missed && styles.missed)}>{name}</Body1>
        <span className={mergeClasses(styles.how, missed && styles.missed)}>
          <OutcomeIcon recent={recent} className={styles.icon} />
          {direction === null ? null : <HiddenText>{text(direction)}: </HiddenText>}
          <Caption1 className={row.line} title={text(how.key, how.values)}>
            {text(how.key, how.values)}
          </Caption1>
        </span>
      </div>
      <Caption1 className={styles.time}>
        <time dateTime={new Date(startedAtMs).toISOString()}>{clock(startedAtMs)}</time>
        {durationMs === null ? null : (
          <>
            {' · '}
            <HiddenText>{text('call.duration')} </HiddenText>
            <time dateTime={isoDuration(durationMs)} title={text('call.duration')}>
              {formatDuration(durationMs)}
            </time>
          </>
        )}
      </Caption1>
      <Button
        appearance="subtle"
        icon={video ? <VideoRegular /> : <CallRegular />}
        aria-label={again}
        title={again}
        disabled={!enabled || remote.uri === ''}
        onClick={() => onCall(remote.uri, modality, threadId === null ? {} : { threadId })}
      />
    </li>
  );
}

const clock = (timeMs: number): string =>
  new Date(timeMs).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });

function OutcomeIcon({ recent, className }: { recent: RecentCall; className: string }) {
  const props = { className, 'aria-hidden': true };
  switch (recent.outcome.kind) {
    case 'missed':
      return recent.direction === 'Incoming' ? (
        <CallMissedRegular {...props} />
      ) : (
        <CallOutboundRegular {...props} />
      );
    case 'declined':
    case 'busy':
    case 'failed':
      return <CallDismissRegular {...props} />;
    default:
      return recent.direction === 'Incoming' ? (
        <CallInboundRegular {...props} />
      ) : (
        <CallOutboundRegular {...props} />
      );
  }
}
