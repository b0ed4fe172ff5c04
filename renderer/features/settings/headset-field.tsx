import { Button, Caption1, Field, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useHeadset } from '../../media/headset/headset-context.tsx';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** The headset whose buttons answer, mute and hang up. */
export function HeadsetField() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const headset = useHeadset();
  const chosen = useMain(({ settings }) => settings.headset);
  const [none, setNone] = useState(false);
  if (headset === null) return null;
  const choose = (): void => {
    setNone(false);
    headset.choose().then(
      (device) => {
        if (device === null) setNone(true);
        else send('settings.update', { headset: device });
      },
      () => setNone(true),
    );
  };
  return (
    <Field label={text('settings.headset')} hint={text('settings.headsetHint')}>
      <div className={styles.row}>
        <Caption1>{chosen?.name ?? text('settings.headsetNone')}</Caption1>
        <Button onClick={choose}>{text('settings.headsetChoose')}</Button>
        {chosen === null ? null : (
          <Button onClick={() => send('settings.update', { headset: null })}>
            {text('settings.headsetForget')}
          </Button>
        )}
        {none ? <Caption1 role="alert">{text('settings.headsetNotFound')}</Caption1> : null}
      </div>
    </Field>
  );
}
