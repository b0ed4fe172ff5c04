import {
  Body1,
  Body1Strong,
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { type SignInStep, signInSteps } from '../../../app/domain/session.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { CheckmarkCircleFilled, CircleRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  head: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  title: { margin: 0 },
  steps: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '24px',
  },
  sign: { display: 'flex', width: '24px', justifyContent: 'center', fontSize: '20px' },
  done: { color: tokens.colorPaletteGreenForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
});

interface SignInProgressProps {
  readonly address: string;
  readonly step: SignInStep;
  /** Where the user has to go on before the sign-in does. */
  readonly waitingFor: 'window' | 'browser' | null;
  readonly onCancel: () => void;
}

/** The steps of a sign-in that runs: done, in progress, waiting. */
export function SignInProgress({ address, step, waitingFor, onCancel }: SignInProgressProps) {
  const styles = useStyles();
  const text = useText();
  const current = signInSteps.indexOf(step);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {text('signIn.progressTitle')}
        </Subtitle2>
        {address === '' ? null : <Body1>{text('signIn.progressAddress', { address })}</Body1>}
      </div>
      <ol className={styles.steps}>
        {signInSteps.map((each, index) => (
          <li
            key={each}
            className={styles.step}
            {...(index === current ? { 'aria-current': 'step' } : {})}
          >
            <StepSign position={index - current} />
            {index === current ? (
              <Body1Strong>{text(`signIn.step.${each}`)}</Body1Strong>
            ) : (
              <Body1 className={mergeClasses(index > current && styles.waiting)}>
                {text(`signIn.step.${each}`)}
              </Body1>
            )}
          </li>
        ))}
      </ol>
      <HiddenText live="polite">{text(`signIn.step.${step}`)}</HiddenText>
      {waitingFor === null ? null : (
        <MessageBar role="status" layout="multiline" intent="info">
          <MessageBarBody>{text(`signIn.waitingFor.${waitingFor}`)}</MessageBarBody>
        </MessageBar>
      )}
      <Button size="large" onClick={onCancel}>
        {text('signIn.cancel')}
      </Button>
    </div>
  );
}

/** @param position of the step: before (negative), at or after the present one */
function StepSign({ position }: { position: number }) {
  const styles = useStyles();
  const text = useText();
  if (position < 0) {
    return (
      <span className={mergeClasses(styles.sign, styles.done)}>
        <CheckmarkCircleFilled aria-label={text('signIn.stepDone')} />
      </span>
    );
  }
  return (
    <span className={mergeClasses(styles.sign, styles.waiting)}>
      {position === 0 ? (
        <Spinner size="extra-tiny" aria-label={text('signIn.stepRunning')} />
      ) : (
        <CircleRegular aria-label={text('signIn.stepWaiting')} />
      )}
    </span>
  );
}
