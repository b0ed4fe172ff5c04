import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { dialBoxFocusRequested } from '../../store/view-slice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ChatAddRegular, PeopleTeamRegular } from '../../ui/icons.ts';
import { ParleyMark } from '../../ui/parley-mark.tsx';
import { useText } from '../../ui/use-text.ts';
import { useMeetNow } from '../conversations/use-start-conversation.ts';
import { DemoPanel } from '../demo/demo-panel.tsx';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', display: 'flex', boxSizing: 'border-box' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
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
  const dispatch = useAppDispatch();
  const meetNow = useMeetNow();
  const canMeet = useMain(({ can }) => can.startMeeting);
  const demo = useMain(({ environment }) => environment.demoColleagues.length > 0);
  return (
    <div className={styles.root}>
      <div className={styles.content}>
        <EmptyState
          icon={<ParleyMark size={56} />}
          title={text('shell.idleTitle')}
          text={text('shell.idleText')}
        />
        <div className={styles.buttons}>
          <Button icon={<ChatAddRegular />} onClick={() => dispatch(dialBoxFocusRequested())}>
            {text('conversations.newChat')}
          </Button>
          <Button
            icon={<PeopleTeamRegular />}
            disabledFocusable={!canMeet}
            title={canMeet ? undefined : text('conversations.meetNowNotOffered')}
            onClick={() => meetNow()}
          >
            {text('conversations.meetNow')}
          </Button>
        </div>
        {demo ? <DemoPanel /> : null}
      </div>
    </div>
  );
}
