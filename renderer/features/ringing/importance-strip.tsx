import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import {
  AlertUrgentFilled,
  CallInboundRegular,
  ImportantFilled,
  VideoRegular,
} from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { ringKind } from './ring-facts.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontSize: '18px',
    border: '2px solid transparent',
  },
  Normal: { color: tokens.colorNeutralForeground2, paddingTop: tokens.spacingVerticalL },
  Urgent: {
    backgroundColor: '#ffd335',
    color: '#242424',
    border: '2px solid #8a6100',
  },
  Emergency: {
    backgroundColor: '#b10e1c',
    color: '#ffffff',
    border: '2px solid #ffffff',
    outline: '2px solid #b10e1c',
    outlineOffset: '-1px',
    textTransform: 'uppercase',
    letterSpacing: '0.06em',
  },
  alarm: {
    animationName: { from: { opacity: 1 }, '50%': { opacity: 0.35 }, to: { opacity: 1 } },
    animationDuration: '1s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** How much the call matters: by words, sign, frame and only then by colour. */
export function ImportanceStrip({ call, id }: { call: Call; id: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <div
      className={mergeClasses(styles.root, styles[call.importance])}
      data-importance={call.importance}
    >
      <Sign call={call} />
      <Subtitle2 id={id}>{text(ringKind(call))}</Subtitle2>
    </div>
  );
}

function Sign({ call }: { call: Call }) {
  const styles = useStyles();
  switch (call.importance) {
    case 'Emergency':
      return <AlertUrgentFilled className={styles.alarm} aria-hidden="true" />;
    case 'Urgent':
      return <ImportantFilled aria-hidden="true" />;
    case 'Normal':
      return call.modality === 'audioVideo' ? (
        <VideoRegular aria-hidden="true" />
      ) : (
        <CallInboundRegular aria-hidden="true" />
      );
  }
}
