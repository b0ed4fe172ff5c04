import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect } from 'react';
import { useSend } from '../../store/commands.tsx';
import { useMain, useQuickDial } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';
import { Palette } from './palette.tsx';
import { SignedOut } from './signed-out.tsx';

const useStyles = makeStyles({
  root: {
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  title: { position: 'absolute', clipPath: 'inset(50%)', margin: 0, whiteSpace: 'nowrap' },
});

/** The palette over everything. Main shows and hides it, and tells it each time that it was opened. */
export function QuickDial() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const { openings } = useQuickDial();
  const signedIn = useMain(
    ({ session }) => session.phase === 'online' || session.phase === 'recovering',
  );
  useEffect(() => {
    document.title = text('window.quickDial');
    send('quickDial.ready', undefined);
  }, [send, text]);
  useEffect(() => {
    if (openings === 0) return;
    // The first frame draws this state; when the second begins, the first is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => send('quickDial.painted', undefined));
    });
    return () => cancelAnimationFrame(frame);
  }, [send, openings]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    send('quickDial.close', undefined);
  };
  return (
    <main className={styles.root} onKeyDown={onKeyDown}>
      <h1 className={styles.title}>{text('window.quickDial')}</h1>
      {/* Each opening begins anew: nothing of the last one is left in the field. */}
      {signedIn ? <Palette key={openings} /> : <SignedOut key={openings} />}
    </main>
  );
}
