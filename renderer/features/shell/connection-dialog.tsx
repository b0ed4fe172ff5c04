import {
  Body1,
  Body1Strong,
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
import { type ReactNode, useEffect, useState } from 'react';
import { useAsk } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialogClosed } from '../../store/view-slice.ts';
import { formatMoment } from '../../ui/moment.ts';
import { useText } from '../../ui/use-text.ts';
import { agoWords } from './connection-words.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  value: { margin: 0 },
});

const refreshMs = 1_000;

/** The time now, told to main with each step: what the dialog shows is kept up to date only then. */
function useLook(): number {
  const ask = useAsk();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const look = () => {
      void ask('connection.refresh', undefined);
      setNowMs(Date.now());
    };
    look();
    const timer = setInterval(look, refreshMs);
    return () => clearInterval(timer);
  }, [ask]);
  return nowMs;
}

/** How the connection to the server is and was, for users and those who help them. */
export function ConnectionDialog() {
  const styles = useStyles();
  const text = useText();
  const dispatch = useAppDispatch();
  const { channel, lastAnswerAtMs, lastGapAtMs, reconnects } = useMain((state) => state.connection);
  const nowMs = useLook();
  const answered = agoWords(lastAnswerAtMs, nowMs);
  return (
    <Dialog open onOpenChange={() => dispatch(dialogClosed())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('connection.title')}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              <Fact name={text('connection.state')}>{text(`connection.${channel}`)}</Fact>
              <Fact name={text('connection.lastAnswer')}>
                {text(answered.key, answered.values)}
              </Fact>
              <Fact name={text('connection.lastGap')}>
                {lastGapAtMs === null
                  ? text('connection.never')
                  : text('connection.lastGapAt', { time: formatMoment(lastGapAtMs, nowMs) })}
              </Fact>
              <Fact name={text('connection.reconnects')}>
                {reconnects === 0
                  ? text('connection.never')
                  : text('connection.times', { count: reconnects })}
              </Fact>
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => dispatch(dialogClosed())}>
              {text('shell.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <dt>
        <Body1Strong>{name}</Body1Strong>
      </dt>
      <dd className={styles.value}>
        <Body1>{children}</Body1>
      </dd>
    </div>
  );
}
