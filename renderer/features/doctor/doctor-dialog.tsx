import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogClosed } from '../../store/view-slice.ts';
import { DismissRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { DoctorSteps } from './doctor-steps.tsx';
import { DoctorVerdict } from './doctor-verdict.tsx';
import { ReportButtons } from './report-buttons.tsx';

const useStyles = makeStyles({
  surface: {
    maxWidth: '680px',
    '@media (max-width: 480px)': {
      maxWidth: 'none',
      width: '100vw',
      maxHeight: '100vh',
      height: '100vh',
      borderRadius: 0,
      padding: tokens.spacingHorizontalL,
    },
  },
  body: { '@media (max-width: 480px)': { height: '100%' } },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingRight: tokens.spacingHorizontalS,
  },
  actions: {
    justifySelf: 'stretch',
    alignItems: 'flex-start',
    '@media (max-width: 480px)': { alignItems: 'stretch' },
  },
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
    <Dialog open onOpenChange={close}>
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={text('doctor.close')}
                onClick={close}
              />
            }
          >
            {text('doctor.title')}
          </DialogTitle>
          {/* It scrolls: whoever uses the keyboard must get there. */}
          <DialogContent
            className={styles.content}
            tabIndex={0}
            aria-label={text('doctor.steps')}
            role="region"
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
          </DialogContent>
          <DialogActions className={styles.actions} fluid>
            <ReportButtons key={run?.startedAtMs} disabled={isRunning} />
            <Button
              className={styles.run}
              appearance="primary"
              onClick={() => send(isRunning ? 'doctor.cancel' : 'doctor.again', undefined)}
            >
              {text(isRunning ? 'doctor.cancel' : 'doctor.again')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
