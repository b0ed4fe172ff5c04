import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Call } from '../../../app/domain/call.ts';
import { useSend } from '../../store/commands.tsx';
import { VideoRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0`, width: 'auto' },
});

/** The other side added video: whether the user turns on theirs is for the user to say. */
export function VideoQuestion({ call }: { call: Call }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const { id: callId, sending, remote } = call;
  const decide = (video: boolean): void => send('calls.setSending', { callId, ...sending, video });
  return (
    <MessageBar intent="info" layout="multiline" className={styles.root}>
      <MessageBarBody>{text('call.videoQuestion', { name: remote.name })}</MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" icon={<VideoRegular />} onClick={() => decide(true)}>
          {text('call.videoYes')}
        </Button>
        <Button onClick={() => decide(false)}>{text('call.videoNo')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
