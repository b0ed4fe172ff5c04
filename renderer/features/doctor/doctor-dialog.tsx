import { Body1, Button, makeStyles } from '@fluentui/react-components';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogClosed } from '../../store/view-slice.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useText } from '../../ui/use-text.ts';
import { DoctorSteps } from './doctor-steps.tsx';
import { DoctorVerdict } from './doctor-verdict.tsx';
import { ReportButtons } from './report-buttons.tsx';

const useStyles = makeStyles({
  run: { flexShrink: 0 },
  subject: { overflowWrap: 'anywhere' },
});

/** The sign-in doctor at work: its steps as they come, the report, and once more. */
export function DoctorDialog() {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const dispatch = useAppDispatch();
  const run = useMain(({ doctor }) => doctor);
  const close = (): void => {
    send('doctor.close', undefined);
    dispatch(dialogClosed());
  };
  const isRunning = run === null || run.phase === 'running';
  return (
    <DialogFrame
      title={text('doctor.title')}
      kind="page"
      closeLabel={text('doctor.close')}
      regionLabel={text('doctor.steps')}
      onClose={close}
      actions={
        <>
          <ReportButtons key={run?.startedAtMs} disabled={isRunning} />
          <Button
            className={styles.run}
            appearance="primary"
            onClick={() => send(isRunning ? 'doctor.cancel' : 'doctor.again', undefined)}
          >
            {text(isRunning ? 'doctor.cancel' : 'doctor.again')}
          </Button>
        </>
      }
    >
      {run === null ? null : (
        <>
          <Body1 className={styles.subject}>
            {text('doctor.subject', { address: run.address })}
          </Body1>
          <DoctorVerdict run={run} />
          <DoctorSteps run={run} />
        </>
      )}
    </DialogFrame>
  );
}
