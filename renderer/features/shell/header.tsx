import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogOpened } from '../../store/view-slice.ts';
import { PeopleTeamRegular, SettingsRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { useMeetNow } from '../conversations/use-start-conversation.ts';
import { windowKeyProps } from '../keys/window-keys.ts';
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
  buttons: { display: 'flex', flexShrink: 0 },
});

/** Who is signed in, and the way to the settings. */
export function Header() {
  const styles = useStyles();
  const text = useText();
  const dispatch = useAppDispatch();
  const meetNow = useMeetNow();
  const canMeet = useMain(({ can }) => can.startMeeting);
  // The dialog is not this button's child: without it the focus would be nowhere after closing.
  const restoreFocus = useRestoreFocusTarget();
  return (
    <header className={styles.root}>
      <OwnPresenceMenu />
      <span className={styles.buttons}>
        <Button
          {...windowKeyProps('meetNow')}
          appearance="subtle"
          size="large"
          icon={<PeopleTeamRegular />}
          aria-label={text('conversations.meetNow')}
          title={text(canMeet ? 'conversations.meetNow' : 'conversations.meetNowNotOffered')}
          disabledFocusable={!canMeet}
          onClick={() => meetNow()}
        />
        <Button
          {...restoreFocus}
          {...windowKeyProps('settings')}
          appearance="subtle"
          size="large"
          icon={<SettingsRegular />}
          aria-label={text('shell.settings')}
          title={text('shell.settings')}
          onClick={() => dispatch(dialogOpened('settings'))}
        />
      </span>
    </header>
  );
}
