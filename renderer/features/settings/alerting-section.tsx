import { Button, Field, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { importances } from '../../../app/domain/importance.ts';
import { useTones } from '../../media/tones/tones-context.tsx';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { PlayRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { SettingsSection } from './settings-section.tsx';

const useStyles = makeStyles({
  // Fluent sets a switch in by its focus ring; here it starts where the labels do.
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const tonesOf = { Normal: 'normal', Urgent: 'urgent', Emergency: 'emergency' } as const;

/** Ring tones, and who may disturb. */
export function AlertingSection() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const tones = useTones();
  const settings = useMain((state) => state.settings);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
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
      <Field label={text('settings.testTones')}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame */}
        <div className={styles.row} role="group">
          {importances.map((importance) => (
            <Button
              key={importance}
              icon={<PlayRegular />}
              onClick={() => {
                stop.current();
                stop.current = tones.play(tonesOf[importance], false);
              }}
            >
              {text(`importance.${importance}`)}
            </Button>
          ))}
        </div>
      </Field>
    </SettingsSection>
  );
}
