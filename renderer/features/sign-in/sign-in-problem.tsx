import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { SessionState, SignInFailure } from '../../../app/domain/session.ts';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useDataText, useText } from '../../ui/use-text.ts';

interface SignInProblemProps {
  readonly session: SessionState;
  /** Main did not even begin: newer than what the session tells. */
  readonly refusal: CommandError | null;
  /** The user lets discovery go on at this host. */
  readonly onTrust: (host: string) => void;
}

/** Ends that are nobody's fault. */
const intents: Partial<Record<SignInFailure, 'info' | 'warning'>> = {
  cancelled: 'info',
  'sign-in-window-closed': 'info',
  'sign-in-needed': 'info',
  'redirect-needs-consent': 'warning',
};

/** Why the last attempt or session ended, and what to do next. */
export function SignInProblem({ session, refusal, onTrust }: SignInProblemProps) {
  const text = useText();
  const dataText = useDataText();
  if (session.phase !== 'signedOut') return null;
  const { error, reason } = session;
  if (refusal !== null) {
    return (
      <MessageBar role="alert" layout="multiline" intent="error">
        <MessageBarBody>
          {dataText(refusal.messageKey, refusal.values, 'error.internal')}
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (error !== null) {
    const host = error.host ?? text('signIn.thisServer');
    return (
      <MessageBar
        role="alert"
        layout="multiline"
        intent={intents[error.failure] ?? 'error'}
        data-failure={error.failure}
      >
        <MessageBarBody>
          <MessageBarTitle>
            {text(`signIn.failure.${error.failure}.title`, { host })}
          </MessageBarTitle>
          <div>{text(`signIn.failure.${error.failure}.advice`, { host })}</div>
          {error.detail === null ? null : (
            <div>{text('signIn.detail', { detail: error.detail })}</div>
          )}
        </MessageBarBody>
        {error.failure === 'redirect-needs-consent' ? (
          <MessageBarActions>
            <Button onClick={() => onTrust(host)}>{text('signIn.trustHost', { host })}</Button>
          </MessageBarActions>
        ) : null}
      </MessageBar>
    );
  }
  if (reason === null) return null;
  return (
    <MessageBar role="status" layout="multiline" intent={reason === 'user' ? 'info' : 'warning'}>
      <MessageBarBody>{text(`signIn.ended.${reason}`)}</MessageBarBody>
    </MessageBar>
  );
}
