import {
  Button,
  Caption1,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import { useSend } from '../../store/commands.tsx';
import { DialpadRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { CallControl } from './call-control.tsx';

/** The keys of a telephone, with the letters below (ITU-T E.161). */
const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
  sent: {
    minHeight: tokens.lineHeightBase500,
    maxWidth: '192px',
    textAlign: 'center',
    overflowWrap: 'anywhere',
    fontVariantNumeric: 'tabular-nums',
  },
  hint: { color: tokens.colorNeutralForeground3, textAlign: 'center' },
  keys: { display: 'grid', gridTemplateColumns: 'repeat(3, 60px)', gap: tokens.spacingVerticalXS },
  key: { minWidth: '60px', height: '48px', flexDirection: 'column' },
  letters: { color: tokens.colorNeutralForeground3, lineHeight: tokens.lineHeightBase100 },
});

/** The telephone's keys, for the menus and codes of whoever is called. Keys may be typed, too. */
export function DialPad({ call }: { call: Call }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const press = (tones: string): void => send('calls.sendTones', { callId: call.id, tones });
  const onKeyDown = (event: KeyboardEvent): void => {
    const tone = event.key.toUpperCase();
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-9*#A-D]$/.test(tone)) return;
    event.preventDefault();
    press(tone);
  };
  const pad = (
    <PopoverSurface
      className={styles.surface}
      aria-label={text('call.keypad')}
      onKeyDown={onKeyDown}
    >
      <Subtitle1 as="p" className={styles.sent} role="status" aria-label={text('call.tonesSent')}>
        {call.tones.sent}
      </Subtitle1>
      <div className={styles.keys}>
        {keys.map(([tone, letters]) => (
          <Button
            key={tone}
            className={styles.key}
            appearance="subtle"
            aria-label={text(`call.key.${nameOfKey(tone)}`, { tone })}
            onClick={() => press(tone)}
          >
            <span>{tone}</span>
            {letters === '' ? null : <Caption1 className={styles.letters}>{letters}</Caption1>}
          </Button>
        ))}
      </div>
      <Caption1 className={styles.hint}>{text('call.keypadHint')}</Caption1>
    </PopoverSurface>
  );
  return (
    <CallControl
      icon={<DialpadRegular />}
      label={text('call.keypad')}
      windowKey="keypad"
      disabled={!call.can.sendTones}
      reason={text('call.noTonesPossible')}
      within={(button) => (
        <Popover trapFocus positioning="above" withArrow>
          <PopoverTrigger disableButtonEnhancement>{button}</PopoverTrigger>
          {pad}
        </Popover>
      )}
    />
  );
}

const nameOfKey = (tone: string): 'digit' | 'star' | 'hash' => {
  if (tone === '*') return 'star';
  return tone === '#' ? 'hash' : 'digit';
};
