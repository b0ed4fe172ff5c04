import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import { showAccelerator } from '../../../app/domain/accelerator.ts';
import type { ShortcutName } from '../../../app/domain/shortcuts.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { DismissRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { judgeShortcut } from './judge-shortcut.ts';
import type { ShortcutProof } from './use-shortcut-proof.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
  },
  name: { flexGrow: 1, flexBasis: '96px' },
  keys: { minWidth: '116px' },
  try: { minWidth: 0 },
  note: { flexBasis: '100%', color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorPaletteRedForeground1 },
  good: { color: tokens.colorPaletteGreenForeground1 },
});

interface ShortcutFieldProps {
  readonly name: ShortcutName;
  readonly proof: ShortcutProof;
}

/** One OS-wide shortcut: shown, changed by pressing the new keys, tried, or removed. */
export function ShortcutField({ name, proof }: ShortcutFieldProps) {
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
  const proven = proof.shown?.name === name ? proof.shown.state : null;

  const listen = (on: boolean): void => {
    setCapturing(on);
    setProblem(null);
    // A key that is taken would do its work rather than arrive here.
    proof.choose(on);
  };
  const save = (value: string | null): void => {
    setCapturing(false);
    setProblem(null);
    send('settings.update', { shortcuts: { ...shortcuts, [name]: value } });
    if (value === null) proof.choose(false);
    else proof.prove(name);
  };
  const capture = (event: KeyboardEvent): void => {
    if (!capturing || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      listen(false);
      return;
    }
    const judged = judgeShortcut(event, name, shortcuts, platform);
    switch (judged.kind) {
      case 'incomplete':
        break;
      case 'good':
        save(judged.accelerator);
        break;
      case 'taken':
        setProblem(
          text('settings.shortcut.taken', { action: text(`settings.shortcut.${judged.by}`) }),
        );
        break;
      default:
        setProblem(text(`settings.shortcut.${judged.kind}`));
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
        onClick={() => listen(true)}
        onKeyDown={capture}
        onBlur={() => {
          if (capturing) listen(false);
        }}
      >
        {capturing ? text('settings.shortcut.press') : keys}
      </Button>
      <Button
        className={styles.try}
        aria-label={text('settings.shortcut.try', { action })}
        disabled={accelerator === null}
        onClick={() => proof.prove(name)}
      >
        {text('settings.shortcut.tryShort')}
      </Button>
      <Button
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={text('settings.shortcut.clear', { action })}
        disabled={accelerator === null}
        onClick={() => save(null)}
      />
      {problem === null ? null : (
        <Caption1 role="alert" className={mergeClasses(styles.note, styles.problem)}>
          {problem}
        </Caption1>
      )}
      {proven === null || problem !== null || capturing ? null : (
        <Caption1
          role="status"
          className={mergeClasses(
            styles.note,
            proven === 'works' && styles.good,
            (proven === 'nothing' || proven === 'refused') && styles.problem,
          )}
        >
          {text(`settings.shortcut.proof.${proven}`, { keys })}
        </Caption1>
      )}
    </div>
  );
}
