import { Caption1, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useAsk } from '../../store/commands.tsx';
import { useMain } from '../../store/hooks.ts';
import { ParleyMark } from '../../ui/parley-mark.tsx';
import { useText } from '../../ui/use-text.ts';
import { type Credentials, SignInForm } from './sign-in-form.tsx';
import { SignInProblem } from './sign-in-problem.tsx';
import { SignInProgress } from './sign-in-progress.tsx';

const useStyles = makeStyles({
  root: {
    height: '100%',
    overflowY: 'auto',
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '400px',
    margin: 'auto',
    padding: tokens.spacingHorizontalXXL,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow8,
    border: '1px solid transparent',
    '@media (max-width: 480px)': {
      borderRadius: 0,
      boxShadow: 'none',
      minHeight: '100%',
      maxWidth: 'none',
    },
  },
  brand: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  head: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: { margin: 0 },
  subtitle: { color: tokens.colorNeutralForeground2 },
});

/** The page before anybody is signed in. What was typed stays through every attempt. */
export function SignInPage() {
  const styles = useStyles();
  const text = useText();
  const ask = useAsk();
  const session = useMain((state) => state.session);
  const lastAddress = useMain(({ settings }) => settings.lastAddress);
  const lastDiscoveryUrl = useMain(({ settings }) => settings.lastDiscoveryUrl);
  const [credentials, setCredentials] = useState<Credentials>({
    address: lastAddress ?? '',
    password: '',
    discoveryUrl: lastDiscoveryUrl ?? '',
  });
  const [refusal, setRefusal] = useState<CommandError | null>(null);

  const run = async (reply: ReturnType<typeof ask<'session.signIn' | 'demo.start'>>) => {
    setRefusal(null);
    const done = await reply;
    if (!done.ok) setRefusal(done.error);
  };
  const signIn = (): void => {
    const discoveryUrl = credentials.discoveryUrl.trim();
    void run(
      ask('session.signIn', {
        address: credentials.address.trim(),
        discoveryUrl: discoveryUrl === '' ? null : discoveryUrl,
        trustedHosts: [],
        choice: { method: 'password', userName: null, password: credentials.password },
      }),
    );
  };

  return (
    <main className={styles.root}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <ParleyMark size={48} />
          <div className={styles.head}>
            <Title3 as="h1" className={styles.title}>
              {text('signIn.title')}
            </Title3>
            <Caption1 className={styles.subtitle}>{text('signIn.subtitle')}</Caption1>
          </div>
        </div>
        {session.phase === 'signingIn' ? (
          <SignInProgress
            address={session.address}
            step={session.step}
            onCancel={() => void ask('session.cancelSignIn', undefined)}
          />
        ) : (
          <>
            <SignInProblem session={session} refusal={refusal} />
            <SignInForm
              credentials={credentials}
              onChange={setCredentials}
              onSubmit={signIn}
              onTryDemo={() => void run(ask('demo.start', undefined))}
            />
          </>
        )}
      </div>
    </main>
  );
}
