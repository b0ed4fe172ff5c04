import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useAppDispatch } from '../../store/hooks.ts';
import { dialogOpened } from '../../store/view-slice.ts';
import { SettingsRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { OwnPresenceMenu } from './own-presence-menu.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
  },
  // For readers only: the window's frame shows the name.
  title: { position: 'absolute', clipPath: 'inset(50%)', margin: 0, whiteSpace: 'nowrap' },
});

/** Who is signed in, and the way to the settings. */
export function Header() {
  const styles = useStyles();
  const text = useText();
  const dispatch = useAppDispatch();
  // The dialog is not this button's child: without it the focus would be nowhere after closing.
  const restoreFocus = useRestoreFocusTarget();
  return (
    <header className={styles.root}>
      <h1 className={styles.title}>{text('app.name')}</h1>
      <OwnPresenceMenu />
      <Button
        {...restoreFocus}
        appearance="subtle"
        size="large"
        icon={<SettingsRegular />}
        aria-label={text('shell.settings')}
        title={text('shell.settings')}
        onClick={() => dispatch(dialogOpened('settings'))}
      />
    </header>
  );
}
