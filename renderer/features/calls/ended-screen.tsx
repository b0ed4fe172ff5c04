import { Body1, Button, Caption1, makeStyles, Title2, tokens } from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import { useSend } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { formatDuration } from '../../ui/duration.ts';
import { CallRegular, VideoRegular } from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useText } from '../../ui/use-text.ts';
import { CallRating } from './call-rating.tsx';
import { outcomeText } from './outcome-text.ts';
import { useStartCall } from './use-start-call.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    boxSizing: 'border-box',
    textAlign: 'center',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase600 },
  advice: { color: tokens.colorNeutralForeground2, maxWidth: '44ch' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
});

/** A call that is over: how it ended, what to do about it, and the way to try again. */
export function EndedScreen({ call }: { call: Call }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const startCall = useStartCall();
  const { remote, outcome, connectedAtMs, endedAtMs } = call;
  const shown = outcome === null ? null : outcomeText({ ...call, outcome });
  const meeting = useMain(({ conversations }) =>
    call.kind === 'meeting' ? conversations[call.conversationId] : undefined,
  );
  const endReason = meeting?.endReason ?? null;
  const threadId = call.invitation?.threadId ?? null;
  const failure = outcome?.kind === 'failed' ? outcome : null;
  return (
    <section
      className={styles.root}
      aria-label={text('call.region', { name: remote.name })}
      data-phase={call.phase}
      data-outcome={outcome?.kind}
    >
      <PersonAvatar name={remote.name} uri={remote.uri} size={96} />
      <Title2 as="h2" align="center" className={styles.name}>
        {remote.name}
      </Title2>
      <Body1 align="center" role="status">
        {shown === null ? text('call.ended') : text(shown.key, shown.values)}
      </Body1>
      {connectedAtMs === null || endedAtMs === null ? null : (
        <Caption1>{formatDuration(endedAtMs - connectedAtMs)}</Caption1>
      )}
      {call.can.rate || call.rating !== null ? <CallRating call={call} /> : null}
      {endReason === null || failure !== null ? null : (
        <Body1 align="center" className={styles.advice}>
          {text(`conversations.endAdvice.${endReason}`)}
        </Body1>
      )}
      {failure === null ? null : (
        <Body1 align="center" className={styles.advice}>
          {text(`outcome.advice.${failure.reason}`)}
        </Body1>
      )}
      {failure?.detail == null ? null : (
        <Caption1 align="center" className={styles.advice}>
          {text('call.failureDetail', { detail: failure.detail })}
        </Caption1>
      )}
      <div className={styles.buttons}>
        {meeting?.can.retry === true ? (
          <Button
            appearance="primary"
            onClick={() => {
              send('conversations.retry', { conversationId: meeting.id });
              send('calls.dismiss', { callId: call.id });
            }}
          >
            {text('conversations.rejoin')}
          </Button>
        ) : meeting !== undefined || remote.uri === '' ? null : (
          <Button
            appearance="primary"
            icon={call.modality === 'audio' ? <CallRegular /> : <VideoRegular />}
            onClick={() => {
              startCall(remote.uri, call.modality, threadId === null ? {} : { threadId });
              send('calls.dismiss', { callId: call.id });
            }}
          >
            {text(call.modality === 'audio' ? 'call.again' : 'call.videoAgain')}
          </Button>
        )}
        <Button onClick={() => send('calls.dismiss', { callId: call.id })}>
          {text('call.dismiss')}
        </Button>
      </div>
    </section>
  );
}
