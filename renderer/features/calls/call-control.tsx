import {
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { type ReactElement, useId } from 'react';
import { type WindowKeyName, windowKeyProps } from '../keys/window-keys.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalXS,
    width: '72px',
    textAlign: 'center',
  },
  button: { width: '48px', maxWidth: '48px', height: '48px', minWidth: '48px' },
  active: {
    backgroundColor: tokens.colorNeutralForeground1,
    color: tokens.colorNeutralBackground1,
    ':hover': {
      backgroundColor: tokens.colorNeutralForeground2,
      color: tokens.colorNeutralBackground1,
    },
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    border: '2px solid transparent',
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':hover:active': {
      backgroundColor: tokens.colorStatusDangerBackground3Pressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
  label: { color: tokens.colorNeutralForeground2, overflowWrap: 'break-word' },
});

interface CallControlProps {
  readonly icon: ReactElement;
  readonly label: string;
  readonly look?: 'plain' | 'active' | 'danger';
  readonly disabled?: boolean;
  /** Why it is disabled; it then still takes the focus, so that everybody gets to know. */
  readonly reason?: string | undefined;
  readonly expanded?: boolean;
  /** The key of the window that presses it. */
  readonly windowKey?: WindowKeyName;
  readonly onClick?: () => void;
  /** Puts the button into what it opens. */
  readonly within?: (button: ReactElement) => ReactElement;
}

/** A round button with its name below. */
export function CallControl(props: CallControlProps) {
  const styles = useStyles();
  const id = useId();
  const { look = 'plain', disabled = false, reason, within = (button) => button } = props;
  const button = (
    <Button
      className={mergeClasses(
        styles.button,
        look === 'active' && styles.active,
        look === 'danger' && styles.danger,
      )}
      shape="circular"
      size="large"
      icon={props.icon}
      aria-labelledby={id}
      aria-expanded={props.expanded}
      {...(props.windowKey === undefined ? {} : windowKeyProps(props.windowKey))}
      disabled={disabled && reason === undefined}
      disabledFocusable={disabled && reason !== undefined}
      onClick={props.onClick}
    />
  );
  return (
    <div className={styles.root}>
      {disabled && reason !== undefined ? (
        <Tooltip content={reason} relationship="description">
          {button}
        </Tooltip>
      ) : (
        within(button)
      )}
      <Caption1 id={id} className={styles.label}>
        {props.label}
      </Caption1>
    </div>
  );
}
