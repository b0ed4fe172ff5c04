import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useSend } from '../../store/commands.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ParleyMark } from '../../ui/parley-mark.tsx';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: {
    margin: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalL,
  },
});

/** What the palette says while nobody is signed in. Enter opens the main window. */
export function SignedOut() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={root} className={styles.root} role="status">
      <EmptyState
        icon={<ParleyMark size={56} />}
        title={text('quickDial.signedOut')}
        text={text('quickDial.signedOutText')}
      />
      <Button appearance="primary" onClick={() => send('quickDial.finish', { to: 'mainWindow' })}>
        {text('quickDial.openParley')}
      </Button>
    </div>
  );
}
