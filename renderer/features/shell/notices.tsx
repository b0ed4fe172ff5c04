import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain, useView } from '../../store/hooks.ts';
import { dialogOpened, noticeDismissed } from '../../store/view-slice.ts';
import { DismissRegular } from '../../ui/icons.ts';
import { useDataText, useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  root: { flexShrink: 0, maxHeight: '40%', overflowY: 'auto' },
  bar: { borderRadius: 0 },
  recovering: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** What the user should know: the connection's trouble, main's notices, refused commands. */
export function Notices() {
  const styles = useStyles();
  const text = useText();
  const dataText = useDataText();
  const send = useSend();
  const dispatch = useAppDispatch();
  const recovering = useMain(({ session }) => session.phase === 'recovering');
  const notices = useMain((state) => state.notices);
  const refusals = useView((view) => view.notices);
  return (
    <section className={styles.root} aria-label={text('shell.notices')} aria-live="polite">
      {recovering ? (
        <MessageBar
          className={styles.bar}
          intent="warning"
          layout="multiline"
          icon={null}
          data-testid="recovering"
        >
          <MessageBarBody className={styles.recovering}>
            <Spinner size="extra-tiny" aria-hidden /> {text('shell.recovering')}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => dispatch(dialogOpened('connection'))}>
              {text('connection.details')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {notices.map(({ id, level, messageKey, values }) => (
        <DismissibleBar
          key={id}
          intent={level}
          message={dataText(messageKey, values, 'error.internal')}
          onDismiss={() => send('notices.dismiss', { id })}
        />
      ))}
      {refusals.map(({ id, error }) => (
        <DismissibleBar
          key={`local-${id}`}
          intent="error"
          message={dataText(error.messageKey, error.values, 'error.internal')}
          onDismiss={() => dispatch(noticeDismissed(id))}
        />
      ))}
    </section>
  );
}

interface DismissibleBarProps {
  readonly intent: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly onDismiss: () => void;
}

function DismissibleBar({ intent, message, onDismiss }: DismissibleBarProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <MessageBar className={styles.bar} intent={intent} layout="multiline">
      <MessageBarBody>{message}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={text('shell.dismissNotice')}
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  );
}
