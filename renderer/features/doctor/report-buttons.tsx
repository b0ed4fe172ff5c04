import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TextKey } from '../../../app/i18n/text-key.ts';
import { useAsk } from '../../store/commands.tsx';
import { useDataText, useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, flexGrow: 1 },
  told: { width: '100%', color: tokens.colorNeutralForeground2 },
});

/** The report for an administrator, into the clipboard or a file. */
export function ReportButtons({ disabled }: { disabled: boolean }) {
  const styles = useStyles();
  const text = useText();
  const dataText = useDataText();
  const ask = useAsk();
  const [told, setTold] = useState<string | null>(null);
  const tell = (key: TextKey): void => setTold(text(key));
  const copy = async (): Promise<void> => {
    const reply = await ask('doctor.copyReport', undefined);
    if (reply.ok) tell('doctor.copied');
    else setTold(dataText(reply.error.messageKey, reply.error.values, 'error.internal'));
  };
  const save = async (): Promise<void> => {
    const reply = await ask('doctor.saveReport', undefined);
    if (!reply.ok) setTold(dataText(reply.error.messageKey, reply.error.values, 'error.internal'));
    else if (reply.value.saved) tell('doctor.saved');
  };
  return (
    <div className={styles.root}>
      <Button disabledFocusable={disabled} onClick={() => void copy()}>
        {text('doctor.copy')}
      </Button>
      <Button disabledFocusable={disabled} onClick={() => void save()}>
        {text('doctor.save')}
      </Button>
      <Caption1 role="status" className={styles.told}>
        {told ?? text('doctor.reportHint')}
      </Caption1>
    </div>
  );
}
