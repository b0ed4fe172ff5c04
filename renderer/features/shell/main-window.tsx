import { useMain } from '../../store/hooks.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { Dialogs } from './dialogs.tsx';
import { Shell } from './shell.tsx';

/** The main window: the sign-in page, or Parley at work. */
export function MainWindow() {
  const signedIn = useMain(
    ({ session }) => session.phase === 'online' || session.phase === 'recovering',
  );
  return (
    <>
      {signedIn ? <Shell /> : <SignInPage />}
      <Dialogs />
    </>
  );
}
