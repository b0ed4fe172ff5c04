import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogClosed, dialogOpened } from '../../store/view-slice.ts';
import { ParleyMark } from '../../ui/parley-mark.tsx';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Which Parley on which Electron, and where the sign-in is kept. */
export function AboutDialog() {
  const styles = useStyles();
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
    <Dialog open onOpenChange={() => dispatch(dialogClosed())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('about.title')}</DialogTitle>
          <DialogContent className={styles.content}>
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
          </DialogContent>
          <DialogActions>
            {keychain === null ? null : (
              <Button onClick={checkConnection}>{text('doctor.openSignedIn')}</Button>
            )}
            <Button appearance="primary" onClick={() => dispatch(dialogClosed())}>
              {text('shell.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
