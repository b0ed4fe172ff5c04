import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { defaultShortcuts, shortcutNames } from '../../../app/domain/shortcuts.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';
import { SettingsSection } from './settings-section.tsx';
import { ShortcutField } from './shortcut-field.tsx';
import { useShortcutProof } from './use-shortcut-proof.ts';

/** What can be bound in the desktop's own settings where Parley cannot take keys itself. */
const commands = [
  'parley --answer',
  'parley --decline',
  'parley --mute',
  'parley --hold',
  'parley --hangup',
  'parley --raise',
] as const;

const useStyles = makeStyles({
  commands: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
  },
  reset: { alignSelf: 'flex-start' },
});

/** Keys that work in every program: shown, changed, tried. */
export function ShortcutsSection() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const proof = useShortcutProof();
  const mediaKeys = useMain(({ settings }) => settings.mediaKeys);
  const globalKeys = useMain(({ environment }) => environment.globalKeys);
  return (
    <SettingsSection title={text('settings.shortcuts')}>
      <Caption1>{text('settings.shortcutsHint')}</Caption1>
      {globalKeys === 'everywhere' ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {text(`settings.wayland.${globalKeys}`)} {text('settings.wayland.instead')}
            {commands.map((command) => (
              <code key={command} className={styles.commands}>
                {command}
              </code>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {shortcutNames.map((name) => (
        <ShortcutField key={name} name={name} proof={proof} />
      ))}
      <Switch
        label={text('settings.mediaKeys')}
        checked={mediaKeys}
        onChange={(_event, { checked }) => send('settings.update', { mediaKeys: checked })}
      />
      <Button
        className={styles.reset}
        onClick={() => send('settings.update', { shortcuts: defaultShortcuts })}
      >
        {text('settings.shortcut.reset')}
      </Button>
    </SettingsSection>
  );
}
