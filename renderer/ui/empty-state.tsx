import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '40px', color: tokens.colorNeutralForeground3, lineHeight: 1 },
});

/** What stands where there is nothing yet. */
export function EmptyState(props: { icon: ReactNode; title: string; text?: string }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden="true">
        {props.icon}
      </span>
      <Subtitle2 align="center">{props.title}</Subtitle2>
      {props.text === undefined ? null : <Body1 align="center">{props.text}</Body1>}
    </div>
  );
}
