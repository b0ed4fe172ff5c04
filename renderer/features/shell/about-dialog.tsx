import { Body1, Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogClosed, dialogOpened } from '../../store/view-slice.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { ParleyMark } from '../../ui/parley-mark.tsx';
import { useText } from '../../ui/use-text.ts';

/** Which Parley on which Electron, and where the sign-in is kept. */
export function AboutDialog() {
  const text = useText();
  const dispatch = useAppDispatch();
  const send = useSend();
  const environment = useMain((state) => state.environment);
  const session = useMain((state) => state.session);
  const keychain =
    session.phase === 'online' || session.phase === 'recovering' ? session.keychain : null;
  const checkConnection = (): void => {
    send('doctor.start', null);
    dispatch(dialogOpened('doctor'));
  };
  return (
    <DialogFrame
      title={text('about.title')}
      onClose={() => dispatch(dialogClosed())}
      actions={
        <>
          {keychain === null ? null : (
            <Button onClick={checkConnection}>{text('doctor.openSignedIn')}</Button>
          )}
          <Button appearance="primary" onClick={() => dispatch(dialogClosed())}>
            {text('shell.close')}
          </Button>
        </>
      }
    >
      <ParleyMark size={56} />
      <Body1>{text('about.version', { version: environment.parleyVersion })}</Body1>
      <Body1>
        {text('about.runtime', {
          electron: environment.electronVersion,
          chromium: environment.chromiumVersion,
        })}
      </Body1>
      {environment.testRuntime ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text('about.testRuntime')}</MessageBarBody>
        </MessageBar>
      ) : null}
      {keychain === null ? null : <Body1>{text(`about.keychain.${keychain}`)}</Body1>}
      <Body1>{text('about.license')}</Body1>
    </DialogFrame>
  );
}
