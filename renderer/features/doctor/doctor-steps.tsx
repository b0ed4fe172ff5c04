import {
  Body1,
  Body1Strong,
  Caption1,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import {
  currentDoctorStep,
  type DoctorResult,
  type DoctorRun,
  type DoctorStep,
  doctorSteps,
} from '../../../app/domain/doctor.ts';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  DismissCircleFilled,
  SubtractCircleRegular,
  WarningFilled,
} from '../../ui/icons.ts';
import { useDataText, useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  step: { display: 'flex', gap: tokens.spacingHorizontalM },
  sign: {
    display: 'flex',
    width: '24px',
    justifyContent: 'center',
    fontSize: '20px',
    flexShrink: 0,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  finding: { color: tokens.colorNeutralForeground2 },
  passed: { color: tokens.colorPaletteGreenForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  skipped: { color: tokens.colorNeutralForeground3 },
});

/** Every step with its sign, what was seen, and what to do where something is not as it should be. */
export function DoctorSteps({ run }: { run: DoctorRun }) {
  const styles = useStyles();
  const text = useText();
  const current = currentDoctorStep(run);
  return (
    <ol className={styles.list} aria-label={text('doctor.steps')}>
      {doctorSteps.map((step, index) => {
        const result = run.results[index] ?? null;
        return (
          <li
            key={step}
            className={styles.step}
            data-step={step}
            data-status={result?.status ?? 'waiting'}
            {...(step === current ? { 'aria-current': 'step' } : {})}
          >
            <StepSign result={result} isCurrent={step === current} />
            <StepWords step={step} result={result} isCurrent={step === current} />
          </li>
        );
      })}
    </ol>
  );
}

interface StepProps {
  /** Null until it was looked at. */
  readonly result: DoctorResult | null;
  readonly isCurrent: boolean;
}

const signs = {
  passed: CheckmarkCircleFilled,
  warning: WarningFilled,
  failed: DismissCircleFilled,
  skipped: SubtractCircleRegular,
} as const;

function StepSign({ result, isCurrent }: StepProps) {
  const styles = useStyles();
  const text = useText();
  if (result !== null) {
    const Sign = signs[result.status];
    return (
      <span className={mergeClasses(styles.sign, styles[result.status])}>
        <Sign aria-label={text(`doctor.status.${result.status}`)} />
      </span>
    );
  }
  return (
    <span className={mergeClasses(styles.sign, styles.quiet)}>
      {isCurrent ? (
        <Spinner size="extra-tiny" aria-label={text('doctor.status.running')} />
      ) : (
        <CircleRegular aria-label={text('doctor.status.waiting')} />
      )}
    </span>
  );
}

function StepWords({ step, result, isCurrent }: StepProps & { readonly step: DoctorStep }) {
  const styles = useStyles();
  const text = useText();
  const dataText = useDataText();
  const title = text(`doctor.step.${step}`);
  if (result === null) {
    return isCurrent ? (
      <Body1Strong>{title}</Body1Strong>
    ) : (
      <Body1 className={styles.quiet}>{title}</Body1>
    );
  }
  const { status, findings, advice } = result;
  const isFine = status === 'passed' || status === 'skipped';
  const said = (isFine ? findings.slice(0, 1) : findings).map(({ messageKey, values }) =>
    dataText(messageKey, values, 'error.internal'),
  );
  const [first, ...others] = new Set(said);
  return (
    <div className={styles.words}>
      <Body1Strong>{title}</Body1Strong>
      {first === undefined ? null : <FirstFinding isFine={isFine} words={first} />}
      {advice === null ? null : (
        <Body1>{dataText(advice.messageKey, advice.values, 'error.internal')}</Body1>
      )}
      {others.map((line) => (
        <Caption1 key={line} className={styles.finding}>
          {line}
        </Caption1>
      ))}
    </div>
  );
}

/** What the step comes to; where something is not as it should be, it is the message. */
function FirstFinding({ isFine, words }: { readonly isFine: boolean; readonly words: string }) {
  const styles = useStyles();
  return isFine ? <Caption1 className={styles.finding}>{words}</Caption1> : <Body1>{words}</Body1>;
}
