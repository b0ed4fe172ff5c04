import { makeStyles, tokens } from '@fluentui/react-components';
import { useMain } from '../../store/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ParleyMark } from '../../ui/parley-mark.tsx';
import { useText } from '../../ui/use-text.ts';
import { DemoPanel } from '../demo/demo-panel.tsx';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', display: 'flex', boxSizing: 'border-box' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalL,
    margin: 'auto',
    padding: tokens.spacingHorizontalM,
    width: '100%',
    boxSizing: 'border-box',
  },
});

/** The stage without a call. */
export function IdleStage() {
  const styles = useStyles();
  const text = useText();
  const demo = useMain(({ environment }) => environment.demoColleagues.length > 0);
  return (
    <div className={styles.root}>
      <div className={styles.content}>
        <EmptyState
          icon={<ParleyMark size={56} />}
          title={text('shell.idleTitle')}
          text={text('shell.idleText')}
        />
        {demo ? <DemoPanel /> : null}
      </div>
    </div>
  );
}
