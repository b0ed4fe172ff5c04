import { Body1, Field, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';
import { AlertMatrixTable } from './alert-matrix-table.tsx';
import { EscalationFields } from './escalation-fields.tsx';
import { SettingsSection } from './settings-section.tsx';

const useStyles = makeStyles({
  // Fluent sets a switch in by its focus ring; here it starts where the labels do.
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Ring tones, how each thing alerts, and what happens when nobody reacts. */
export function AlertingSection() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const isDesktopQuiet = useMain((state) => state.desktopDoNotDisturb === true);
  const settings = useMain((state) => state.settings);
  return (
    <SettingsSection title={text('settings.alerting')}>
      <Field hint={text('settings.ringToneHint')}>
        <Switch
          className={styles.switch}
          label={text('settings.ringTone')}
          checked={settings.ringTone}
          onChange={(_event, { checked }) => send('settings.update', { ringTone: checked })}
        />
      </Field>
      <Switch
        className={styles.switch}
        label={text('settings.ringDuringCalls')}
        checked={settings.ringDuringCalls}
        onChange={(_event, { checked }) => send('settings.update', { ringDuringCalls: checked })}
      />
      <Switch
        className={styles.switch}
        label={text('settings.showMessageText')}
        checked={settings.showMessageText}
        onChange={(_event, { checked }) => send('settings.update', { showMessageText: checked })}
      />
      <Switch
        className={styles.switch}
        label={text('settings.textOnLockedScreen')}
        checked={settings.alerts.textOnLockedScreen}
        onChange={(_event, { checked }) =>
          send('settings.update', { alerts: { ...settings.alerts, textOnLockedScreen: checked } })
        }
      />
      {isDesktopQuiet ? <Body1>{text('settings.alerts.desktopQuiet')}</Body1> : null}
      <AlertMatrixTable />
      <EscalationFields />
    </SettingsSection>
  );
}
