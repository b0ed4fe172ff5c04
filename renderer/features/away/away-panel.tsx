import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useId } from 'react';
import type { AwayDigest } from '../../../app/domain/away.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { DismissRegular } from '../../ui/icons.ts';
import { formatMoment } from '../../ui/moment.ts';
import { useText } from '../../ui/use-text.ts';
import { useStartCall } from '../calls/use-start-call.ts';
import { AwayRow } from './away-row.tsx';
import { awayCount } from './away-words.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '40%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexShrink: 0 },
  title: { margin: 0 },
  span: { flexGrow: 1, color: tokens.colorNeutralForeground2, minWidth: 0 },
  content: {
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** "While you were away": what came in the meantime, until the user dismisses it. */
export function AwayPanel() {
  const text = useText();
  const digest = useMain(({ away }) => away);
  return (
    <>
      {/* Always there, so that screen readers read out what appears in it. */}
      <HiddenText live="polite">
        {digest === null ? null : text('away.summary', { count: awayCount(digest) })}
      </HiddenText>
      {digest === null ? null : <Digest digest={digest} />}
    </>
  );
}

function Digest({ digest }: { readonly digest: AwayDigest }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const startCall = useStartCall();
  const titleId = useId();
  const canCall = useMain(({ can }) => can.startAudio);
  const { fromMs, untilMs, items, unnamed, voicemails } = digest;
  // Read when it is drawn: days change while it stands there.
  const nowMs = Date.now();
  const from = formatMoment(fromMs, nowMs);
  const until = formatMoment(untilMs, nowMs);
  return (
    <section className={styles.root} aria-labelledby={titleId}>
      <div className={styles.head}>
        <Body1Strong as="h2" id={titleId} className={styles.title}>
          {text('away.title')}
        </Body1Strong>
        <Caption1 className={styles.span}>
          {from === until ? until : text('away.between', { from, until })}
        </Caption1>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={text('away.dismiss')}
          title={text('away.dismiss')}
          onClick={() => send('away.dismiss', undefined)}
        />
      </div>
      <div className={styles.content}>
        <ul className={styles.list} aria-label={text('away.list')}>
          {items.map((item) => (
            <AwayRow key={item.id} item={item} nowMs={nowMs} enabled={canCall} onCall={startCall} />
          ))}
        </ul>
        {unnamed === 0 ? null : <Body1>{text('away.unnamed', { count: unnamed })}</Body1>}
        {voicemails === 0 ? null : <Body1>{text('away.voicemails', { count: voicemails })}</Body1>}
      </div>
    </section>
  );
}
