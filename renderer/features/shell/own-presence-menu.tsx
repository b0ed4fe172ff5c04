import {
  Body1Strong,
  Caption1,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import {
  type Availability,
  type PreferredAvailability,
  preferredAvailabilities,
} from '../../../app/domain/presence.ts';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogOpened } from '../../store/view-slice.ts';
import {
  InfoRegular,
  KeyboardRegular,
  NoteEditRegular,
  PlugConnectedRegular,
  SettingsRegular,
  SignOutRegular,
} from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useText } from '../../ui/use-text.ts';
import { windowKeyProps } from '../keys/window-keys.ts';
import { presenceText } from '../people/presence-text.ts';

const useStyles = makeStyles({
  button: { minWidth: 0, justifyContent: 'flex-start', padding: tokens.spacingHorizontalXS },
  lines: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    minWidth: 0,
    textAlign: 'left',
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '180px' },
  second: { color: tokens.colorNeutralForeground2 },
  content: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
});

/** The choice that stands for what others see now, if one does. */
const chosenFor = (availability: Availability): PreferredAvailability | null => {
  switch (availability) {
    case 'IdleOnline':
      return 'Online';
    case 'IdleBusy':
      return 'Busy';
    case 'Offline':
      return 'Offwork';
    case 'Unknown':
      return null;
    default:
      return availability;
  }
};

/** Who is signed in and what others see; a menu to change it, to see the settings, to sign out. */
export function OwnPresenceMenu() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const dispatch = useAppDispatch();
  const me = useMain((state) => state.me);
  const note = useMain((state) => state.ownNote);
  const restoreFocus = useRestoreFocusTarget();
  if (me === null) return null;
  const presence = text(presenceText(me.presence));
  const chosen = chosenFor(me.presence.availability);
  return (
    <Menu checkedValues={{ presence: chosen === null ? [] : [chosen] }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          {...restoreFocus}
          {...windowKeyProps('presence')}
          className={styles.button}
          appearance="subtle"
          size="large"
          aria-label={`${me.name}. ${text('shell.me', { presence })}`}
        >
          <span className={styles.content}>
            <PersonAvatar
              name={me.name}
              uri={me.uri}
              size={36}
              availability={me.presence.availability}
            />
            <span className={styles.lines}>
              <Body1Strong className={styles.line}>{me.name}</Body1Strong>
              <Caption1 className={`${styles.line} ${styles.second}`}>{presence}</Caption1>
            </span>
          </span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {preferredAvailabilities.map((availability) => (
            <MenuItemRadio
              key={availability}
              name="presence"
              value={availability}
              disabled={!me.canSetPresence}
              onClick={() => send('presence.set', { availability })}
            >
              {text(`presence.preferred.${availability}`)}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          {note === null ? null : (
            <MenuItem icon={<NoteEditRegular />} onClick={() => dispatch(dialogOpened('note'))}>
              {text(note === '' ? 'note.menu' : 'note.menuChange')}
            </MenuItem>
          )}
          <MenuItem icon={<SettingsRegular />} onClick={() => dispatch(dialogOpened('settings'))}>
            {text('shell.settings')}
          </MenuItem>
          <MenuItem icon={<KeyboardRegular />} onClick={() => dispatch(dialogOpened('keys'))}>
            {text('keys.menu')}
          </MenuItem>
          <MenuItem
            icon={<PlugConnectedRegular />}
            onClick={() => dispatch(dialogOpened('connection'))}
          >
            {text('connection.menu')}
          </MenuItem>
          <MenuItem icon={<InfoRegular />} onClick={() => dispatch(dialogOpened('about'))}>
            {text('shell.about')}
          </MenuItem>
          <MenuItem icon={<SignOutRegular />} onClick={() => send('session.signOut', undefined)}>
            {text('shell.signOut')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
