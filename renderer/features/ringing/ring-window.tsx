import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { mostPressingRingingCall } from '../../../app/domain/selectors.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { useText } from '../../ui/use-text.ts';
import { RingingCall } from './ringing-call.tsx';
import { useStrayKeyGuard } from './use-stray-key-guard.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
});

/**
 * The small window that is on top of everything while a call rings. Main shows and hides it; when a
 * call is on the screen, main is told.
 */
export function RingWindow() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const call = useMain(mostPressingRingingCall);
  const callId = call?.id ?? null;
  const name = call?.remote.name ?? '';
  const holdStrayKeysBack = useStrayKeyGuard(callId);
  useEffect(() => {
    document.title =
      callId === null ? text('window.ring.idle') : text('window.ring.title', { name });
  }, [text, callId, name]);
  useEffect(() => {
    if (callId === null) return;
    // The first frame draws this state; when the second begins, the first is on the screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => send('window.ringPainted', { callId }));
    });
    return () => cancelAnimationFrame(frame);
  }, [send, callId]);
  return (
    <main className={styles.root} onKeyDownCapture={holdStrayKeysBack}>
      {call === null ? (
        <HiddenText>{text('ring.idle')}</HiddenText>
      ) : (
        <RingingCall key={call.id} call={call} place="window" />
      )}
    </main>
  );
}
