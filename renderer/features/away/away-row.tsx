import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { AwayItem } from '../../../app/domain/away.ts';
import type { Call } from '../../../app/domain/call.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { CalendarRegular, CallMissedRegular, CallRegular, ChatRegular } from '../../ui/icons.ts';
import { formatMoment } from '../../ui/moment.ts';
import { useText } from '../../ui/use-text.ts';
import { awayDetail } from './away-words.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  icon: { fontSize: '20px', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  words: { flexGrow: 1, minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  time: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

interface AwayRowProps {
  readonly item: AwayItem;
  readonly nowMs: number;
  readonly enabled: boolean;
  readonly onCall: (uri: string, modality: Call['modality']) => void;
}

/** One thing that came: what, from whom, when, and the way to call back. */
export function AwayRow({ item, nowMs, enabled, onCall }: AwayRowProps) {
  const styles = useStyles();
  const text = useText();
  const { kind, from, atMs } = item;
  const name = from.name === '' ? text('away.somebody') : from.name;
  const detail = awayDetail(item);
  const callBack = text('away.callBack', { name });
  return (
    <li className={styles.root} data-kind={kind}>
      <KindIcon kind={kind} className={styles.icon} />
      <div className={styles.words}>
        <Body1 className={styles.line}>
          <HiddenText>{text(`away.${kind}`)}: </HiddenText>
          {name}
        </Body1>
        <Caption1 className={styles.line} title={detail ?? undefined}>
          {detail === null ? text(`away.${kind}`) : text('away.preview', { preview: detail })}
        </Caption1>
      </div>
      <Caption1 className={styles.time}>
        <time dateTime={new Date(atMs).toISOString()}>{formatMoment(atMs, nowMs)}</time>
      </Caption1>
      <Button
        appearance="subtle"
        icon={<CallRegular />}
        aria-label={callBack}
        title={callBack}
        disabled={!enabled || from.uri === ''}
        onClick={() => onCall(from.uri, 'audio')}
      />
    </li>
  );
}

function KindIcon({ kind, className }: { kind: AwayItem['kind']; className: string }) {
  const props = { className, 'aria-hidden': true };
  switch (kind) {
    case 'call':
    case 'videoCall':
      return <CallMissedRegular {...props} />;
    case 'message':
      return <ChatRegular {...props} />;
    case 'meeting':
      return <CalendarRegular {...props} />;
  }
}
