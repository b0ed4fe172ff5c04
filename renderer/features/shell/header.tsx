import { Button, makeStyles, tokens } from '@fluentui/react-components';
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
});

export function Header() {
  const styles = useStyles();
  const text = useText();
  const dispatch = useAppDispatch();
  return (
    <header className={styles.root}>
      <OwnPresenceMenu />
      <Button
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
