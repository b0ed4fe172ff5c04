import { Caption1, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CommandError } from '../../../app/ipc/contract.ts';
import { useAsk, useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { conversationSelected, dialogOpened } from '../../store/view-slice.ts';
import { ParleyMark } from '../../ui/parley-mark.tsx';
import { useText } from '../../ui/use-text.ts';
import { type GuestDraft, GuestForm } from './guest-form.tsx';
import {
  choiceOf,
  discoveryUrlOf,
  initialDraft,
  methodOf,
  missingFields,
} from './sign-in-draft.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignInProblem } from './sign-in-problem.tsx';
import { SignInProgress } from './sign-in-progress.tsx';
import { useSignInOffer } from './use-sign-in-offer.ts';

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
  const send = useSend();
  const dispatch = useAppDispatch();
  const session = useMain((state) => state.session);
  const settings = useMain((state) => state.settings);
  const platform = useMain(({ environment }) => environment.platform);
  const search = useSignInOffer(session.phase === 'signedOut' ? session.error : null);
  const [draft, setDraft] = useState(() => initialDraft(settings, platform === 'win32'));
  /** Null as long as the user means to sign in. */
  const [guest, setGuest] = useState<GuestDraft | null>(null);
  const [refusal, setRefusal] = useState<CommandError | null>(null);
  const offered = search.offer?.type === 'offered' ? search.offer.methods : [];
  const method = methodOf(draft, settings.lastMethod, offered);

  const run = async (
    reply: ReturnType<typeof ask<'session.signIn' | 'session.joinAsGuest' | 'demo.start'>>,
  ) => {
    setRefusal(null);
    const done = await reply;
    // How an attempt ended is told by the session.
    if (!done.ok && done.error.messageKey !== 'error.signInFailed') setRefusal(done.error);
  };
  const joinAsGuest = async (wanted: GuestDraft): Promise<void> => {
    const reply = ask('session.joinAsGuest', { ...wanted, join: 'audio' });
    await run(reply);
    const joined = await reply;
    if (joined.ok) dispatch(conversationSelected(joined.value.conversationId));
  };
  const wish = (trustedHosts: readonly string[]) => ({
    address: draft.address.trim(),
    discoveryUrl: discoveryUrlOf(draft),
    trustedHosts: [...trustedHosts],
  });
  const signIn = (trustedHosts: readonly string[]): void => {
    void run(ask('session.signIn', { ...wish(trustedHosts), choice: choiceOf(draft, method) }));
  };
  const check = (): void => {
    const isComplete = missingFields(draft, method).length === 0;
    const choice = isComplete ? choiceOf(draft, method) : null;
    send('doctor.start', { ...wish(draft.trustedHosts), choice });
    dispatch(dialogOpened('doctor'));
  };
  const trust = (host: string): void => {
    const trustedHosts = [...draft.trustedHosts, host];
    setDraft({ ...draft, trustedHosts });
    signIn(trustedHosts);
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
            waitingFor={session.waitingFor}
            onCancel={() => void ask('session.cancelSignIn', undefined)}
          />
        ) : (
          <>
            <SignInProblem session={session} refusal={refusal} onTrust={trust} />
            {guest === null ? (
              <SignInForm
                draft={draft}
                method={method}
                offered={offered}
                search={search}
                onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
                onSubmit={() => signIn(draft.trustedHosts)}
                onTryDemo={() => void run(ask('demo.start', undefined))}
                onCheck={check}
                onJoinAsGuest={() => setGuest({ text: '', name: '' })}
              />
            ) : (
              <GuestForm
                draft={guest}
                onChange={(change) => setGuest({ ...guest, ...change })}
                onSubmit={() => void joinAsGuest(guest)}
                onBack={() => setGuest(null)}
              />
            )}
          </>
        )}
      </div>
    </main>
  );
}
