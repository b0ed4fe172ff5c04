import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Text for screen readers only. `live` has it read out when it changes. */
export function HiddenText(props: { children: ReactNode; live?: 'polite' | 'assertive' }) {
  const styles = useStyles();
  return (
    <span className={styles.root} aria-live={props.live}>
      {props.children}
    </span>
  );
}
