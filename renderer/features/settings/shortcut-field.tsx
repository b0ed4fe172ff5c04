import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { sameAccelerator, showAccelerator } from '../../../app/domain/accelerator.ts';
import type { Settings } from '../../../app/domain/settings.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { DismissRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { readAccelerator } from './read-accelerator.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
  },
  name: { flexGrow: 1 },
  keys: { minWidth: '150px' },
  problem: { flexBasis: '100%', color: tokens.colorPaletteRedForeground1 },
});

export type ShortcutName = keyof Settings['shortcuts'];
export const shortcutNames = ['answer', 'decline', 'dial'] as const;

/** One OS-wide shortcut: shown, changed by pressing the new keys, or removed. */
export function ShortcutField({ name }: { name: ShortcutName }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const shortcuts = useMain(({ settings }) => settings.shortcuts);
  const platform = useMain(({ environment }) => environment.platform);
  const [capturing, setCapturing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const action = text(`settings.shortcut.${name}`);
  const accelerator = shortcuts[name];
  const keys =
    accelerator === null ? text('settings.shortcut.none') : showAccelerator(accelerator, platform);

  const save = (value: string | null): void => {
    setCapturing(false);
    setProblem(null);
    send('settings.update', { shortcuts: { ...shortcuts, [name]: value } });
  };
  const capture = (event: KeyboardEvent): void => {
    if (!capturing || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setCapturing(false);
      return;
    }
    const read = readAccelerator(event);
    if (read.kind === 'incomplete') return;
    if (read.kind === 'needsModifier') {
      setProblem(text('settings.shortcut.needsModifier'));
      return;
    }
    const taken = shortcutNames.find((other) => {
      const present = shortcuts[other];
      return (
        other !== name && present !== null && sameAccelerator(present, read.accelerator, platform)
      );
    });
    if (taken === undefined) save(read.accelerator);
    else {
      setProblem(text('settings.shortcut.taken', { action: text(`settings.shortcut.${taken}`) }));
    }
  };
  return (
    <div className={styles.root}>
      <Body1 className={styles.name}>{action}</Body1>
      <Button
        className={styles.keys}
        aria-label={
          capturing
            ? text('settings.shortcut.press')
            : text('settings.shortcut.change', { action, keys })
        }
        title={capturing ? text('settings.shortcut.captureHint') : undefined}
        appearance={capturing ? 'primary' : 'secondary'}
        onClick={() => setCapturing(true)}
        onKeyDown={capture}
        onBlur={() => {
          setCapturing(false);
          setProblem(null);
        }}
      >
        {capturing ? text('settings.shortcut.press') : keys}
      </Button>
      <Button
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={text('settings.shortcut.clear', { action })}
        disabled={accelerator === null}
        onClick={() => save(null)}
      />
      {problem === null ? null : (
        <Caption1 role="alert" className={styles.problem}>
          {problem}
        </Caption1>
      )}
    </div>
  );
}
