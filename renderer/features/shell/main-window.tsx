import { useEffect } from 'react';
import { useMain } from '../../store/hooks.ts';
import { useText } from '../../ui/use-text.ts';
import { MeetingDialogs } from '../meetings/meeting-dialogs.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { Dialogs } from './dialogs.tsx';
import { Shell } from './shell.tsx';

/** The main window: the sign-in page, or Parley at work. */
export function MainWindow() {
  const signedIn = useMain(
    ({ session }) => session.phase === 'online' || session.phase === 'recovering',
  );
  const text = useText();
  const name = useMain(({ me }) => me?.name ?? null);
  // Several Parleys may be open: the task bar tells them apart by their users.
  useEffect(() => {
    document.title = name === null ? text('window.title') : text('window.titleSignedIn', { name });
  }, [text, name]);
  return (
    <>
      {signedIn ? <Shell /> : <SignInPage />}
      {signedIn ? <MeetingDialogs /> : null}
      <Dialogs />
    </>
  );
}
