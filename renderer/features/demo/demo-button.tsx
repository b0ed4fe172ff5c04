import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useMain } from '../../store/hooks.ts';
import { CallInboundRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { DemoPanel } from './demo-panel.tsx';

const useStyles = makeStyles({
  button: { margin: `0 ${tokens.spacingHorizontalM}`, flexShrink: 0 },
  surface: { padding: 0, maxWidth: 'calc(100vw - 32px)', maxHeight: '80vh', overflowY: 'auto' },
});

/** The demo's panel where there is no idle stage to show it on; nothing outside the demo. */
export function DemoButton() {
  const styles = useStyles();
  const text = useText();
  const demo = useMain(({ environment }) => environment.demoColleagues.length > 0);
  const [open, setOpen] = useState(false);
  if (!demo) return null;
  return (
    <Popover trapFocus open={open} onOpenChange={(_event, data) => setOpen(data.open)}>
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<CallInboundRegular />}>
          {text('demo.title')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={text('demo.title')}>
        <DemoPanel onAsked={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}
