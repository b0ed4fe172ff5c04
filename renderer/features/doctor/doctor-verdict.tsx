import {
  MessageBar,
  MessageBarBody,
  makeStyles,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import {
  currentDoctorStep,
  type DoctorRun,
  doctorSteps,
  doctorVerdict,
} from '../../../app/domain/doctor.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  running: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

const intents = { passed: 'success', warning: 'warning', failed: 'error' } as const;

/** How far the run is, or what it came to; read out as it goes. */
export function DoctorVerdict({ run }: { run: DoctorRun }) {
  const styles = useStyles();
  const text = useText();
  const { phase, results } = run;
  const last = results.at(-1);
  const current = currentDoctorStep(run);
  const verdict = doctorVerdict(results);
  const words = text(`doctor.verdict.${phase === 'done' ? verdict : phase}`);
  const progress =
    last === undefined
      ? words
      : text('doctor.progress', {
          step: text(`doctor.step.${last.step}`),
          status: text(`doctor.status.${last.status}`),
        });
  return (
    <>
      <HiddenText live="polite">{phase === 'running' ? progress : words}</HiddenText>
      {current === null ? (
        <MessageBar
          layout="multiline"
          intent={phase === 'done' ? intents[verdict] : 'info'}
          data-verdict={phase === 'done' ? verdict : phase}
        >
          <MessageBarBody>{words}</MessageBarBody>
        </MessageBar>
      ) : (
        <div className={styles.running}>
          <span>{words}</span>
          <ProgressBar
            aria-label={text('doctor.title')}
            max={doctorSteps.length}
            value={results.length}
          />
        </div>
      )}
    </>
  );
}
