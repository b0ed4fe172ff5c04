import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Importance } from '../../../app/domain/importance.ts';
import { AlertUrgentFilled, ImportantFilled } from '../../ui/icons.ts';

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

interface ImportanceStripProps {
  readonly importance: Importance;
  readonly kind: string;
  /** Where the importance has no sign of its own. */
  readonly sign: ReactNode;
  readonly id: string;
}

/** How much it matters: by words, sign, frame and only then by colour. */
export function ImportanceStrip({ importance, kind, sign, id }: ImportanceStripProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.root, styles[importance])} data-importance={importance}>
      <Sign importance={importance} sign={sign} />
      <Subtitle2 id={id}>{kind}</Subtitle2>
    </div>
  );
}

function Sign({ importance, sign }: Pick<ImportanceStripProps, 'importance' | 'sign'>) {
  const styles = useStyles();
  switch (importance) {
    case 'Emergency':
      return <AlertUrgentFilled className={styles.alarm} aria-hidden="true" />;
    case 'Urgent':
      return <ImportantFilled aria-hidden="true" />;
    case 'Normal':
      return sign;
  }
}
