import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { type CurrentAlert, ringWindowAlert } from '../../../app/domain/current-alerts.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { useText } from '../../ui/use-text.ts';
import { RingingCall } from './ringing-call.tsx';
import { RingingConversation } from './ringing-conversation.tsx';
import { RingingItem } from './ringing-item.tsx';
import { RingingTrial } from './ringing-trial.tsx';
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
 * The small window that is on top of everything while something rings. Main shows and hides it; when a
 * call is on the screen, main is told.
 */
export function RingWindow() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const state = useMain((main) => main);
  const alert = ringWindowAlert(state);
  const subject = alert?.subject;
  const alertId = alert?.id ?? null;
  const callId = subject?.type === 'call' ? subject.call.id : null;
  const name = alert === null ? '' : nameOf(alert);
  const holdStrayKeysBack = useStrayKeyGuard(alertId);
  useEffect(() => {
    document.title =
      alertId === null
        ? text('window.ring.idle')
        : text(callId === null ? 'window.ring.alert' : 'window.ring.title', { name });
  }, [text, alertId, callId, name]);
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
      {alert === null ? (
        <HiddenText>{text('ring.idle')}</HiddenText>
      ) : (
        <Ringing key={alert.id} alert={alert} />
      )}
    </main>
  );
}

function Ringing({ alert }: { readonly alert: CurrentAlert }) {
  const { id, plan, subject } = alert;
  switch (subject.type) {
    case 'call':
      return <RingingCall call={subject.call} place="window" />;
    case 'meeting':
    case 'message':
      return (
        <RingingConversation
          alertId={id}
          conversation={subject.conversation}
          type={subject.type}
          acknowledge={plan.acknowledge}
        />
      );
    case 'unacknowledged':
      return <RingingItem item={subject.item} />;
    case 'trial':
      return <RingingTrial trial={subject.trial} />;
  }
}

function nameOf({ subject }: CurrentAlert): string {
  switch (subject.type) {
    case 'call':
      return subject.call.remote.name;
    case 'meeting':
    case 'message':
      return subject.conversation.remote?.name ?? '';
    case 'unacknowledged':
      return subject.item.from.name;
    case 'trial':
      return '';
  }
}
