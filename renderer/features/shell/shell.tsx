import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useMain, useView } from '../../store/hooks.ts';
import { MainLandmark } from '../../ui/main-landmark.tsx';
import { useWide } from '../../ui/use-media-query.ts';
import { useText } from '../../ui/use-text.ts';
import { AwayPanel } from '../away/away-panel.tsx';
import { CallStrip } from '../calls/call-strip.tsx';
import { shownCalls } from '../calls/stage.ts';
import { useDismissEnded } from '../calls/use-dismiss-ended.ts';
import { InvitationCards } from '../conversations/invitation-cards.tsx';
import { usePlannedInvitations } from '../conversations/use-planned-invitations.ts';
import { DemoButton } from '../demo/demo-button.tsx';
import { DialBox } from '../dialing/dial-box.tsx';
import { useWindowKeys } from '../keys/use-window-keys.ts';
import { Header } from './header.tsx';
import { IdleStage } from './idle-stage.tsx';
import { Notices } from './notices.tsx';
import { SideTabs } from './side-tabs.tsx';
import { StageView, useStage } from './stage-view.tsx';
import { useStageFollows } from './use-stage-follows.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  title: { position: 'absolute', clipPath: 'inset(50%)', margin: 0, whiteSpace: 'nowrap' },
  panes: { display: 'flex', flexGrow: 1, minHeight: 0 },
  side: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    flexGrow: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sideWide: {
    flexGrow: 0,
    flexShrink: 0,
    width: '380px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  stage: { flexGrow: 1, minWidth: 0, backgroundColor: tokens.colorNeutralBackground3 },
  hidden: { display: 'none' },
});

/**
 * The main window of somebody signed in: the lists, and the conversation that is on the stage beside
 * them. Where there is one column, the stage covers the lists; both stay as they are out of sight.
 */
export function Shell() {
  const styles = useStyles();
  const text = useText();
  const wide = useWide();
  const stage = useStage();
  const stageOpen = useView((view) => view.stageOpen) && stage !== null;
  useDismissEnded();
  useWindowKeys();
  usePlannedInvitations();
  useStageFollows(stage?.conversationId ?? null);
  const calls = useMain((state) => state.calls);
  const shown = useMemo(() => shownCalls({ calls }), [calls]);
  const stageSeen = wide || stageOpen;
  const currentId = stageSeen ? (stage?.call?.id ?? null) : null;
  return (
    <div className={styles.root}>
      <Notices />
      <InvitationCards />
      <AwayPanel />
      {shown.some(({ id }) => id !== currentId) ? (
        <CallStrip calls={shown} currentId={currentId} />
      ) : null}
      <MainLandmark className={styles.panes}>
        {/* For readers only: the window's frame shows the name. */}
        <h1 className={styles.title}>{text('app.name')}</h1>
        <div
          className={mergeClasses(
            styles.side,
            wide && styles.sideWide,
            !wide && stageOpen && styles.hidden,
          )}
        >
          <Header />
          <div className={styles.panel}>
            {/* Kept while hidden: what was typed must not be lost. */}
            <DialBox />
            {wide ? null : <DemoButton />}
            <SideTabs shownId={stageSeen ? (stage?.conversationId ?? null) : null} />
          </div>
        </div>
        <section
          className={mergeClasses(styles.stage, !stageSeen && styles.hidden)}
          aria-label={text('shell.stage')}
        >
          {stage === null ? <IdleStage /> : <StageView stage={stage} shown={stageSeen} />}
        </section>
      </MainLandmark>
    </div>
  );
}
