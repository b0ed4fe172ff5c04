import {
  makeStyles,
  Subtitle2Stronger,
  tokens,
  useArrowNavigationGroup,
} from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  root: { marginBottom: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

interface RosterSectionProps {
  readonly label: string;
  readonly heading: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the roster under its heading. */
export function RosterSection({ label, heading, actions, children }: RosterSectionProps) {
  const styles = useStyles();
  const id = useId();
  const arrows = useArrowNavigationGroup({ axis: 'grid-linear' });
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <Subtitle2Stronger as="h3" id={id} className={styles.title}>
          {heading}
        </Subtitle2Stronger>
        {actions}
      </div>
      <ul className={styles.list} aria-label={label} {...arrows}>
        {children}
      </ul>
    </section>
  );
}
