import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    justifyContent: 'center',
  },
  button: { flexGrow: 1, flexBasis: 'auto', minWidth: 'fit-content', whiteSpace: 'nowrap' },
});

export interface AlertButton {
  readonly label: string;
  readonly icon?: ReactElement;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  /** Why it is disabled. */
  readonly title?: string | undefined;
}

/** What can be done about something that rings; the first is the one that is meant. */
export function AlertButtons({ buttons }: { readonly buttons: readonly AlertButton[] }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {buttons.map(({ label, icon, onClick, disabled = false, title }, index) => (
        <Button
          key={label}
          className={styles.button}
          size="large"
          appearance={index === 0 ? 'primary' : 'secondary'}
          autoFocus={index === 0}
          disabled={disabled}
          title={title}
          onClick={onClick}
          {...(icon === undefined ? {} : { icon })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
