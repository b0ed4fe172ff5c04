import {
  CounterBadge,
  makeStyles,
  mergeClasses,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useId } from 'react';
import { ongoingCalls } from '../../../app/domain/selectors.ts';
import { useAppDispatch, useMain, useView } from '../../store/hooks.ts';
import { type Tab as ShellTab, tabChosen } from '../../store/view-slice.ts';
import { CalendarRegular, CallRegular, HistoryRegular, PeopleRegular } from '../../ui/icons.ts';
import { useWide } from '../../ui/use-media-query.ts';
import { useText } from '../../ui/use-text.ts';
import { AwayPanel } from '../away/away-panel.tsx';
import { CallStage } from '../calls/call-stage.tsx';
import { stageCall } from '../calls/stage.ts';
import { useDismissEnded } from '../calls/use-dismiss-ended.ts';
import { DialBox } from '../dialing/dial-box.tsx';
import { MeetingsPanel } from '../meetings/meetings-panel.tsx';
import { PeopleList } from '../people/people-list.tsx';
import { RecentsList } from '../recents/recents-list.tsx';
import { Header } from './header.tsx';
import { IdleStage } from './idle-stage.tsx';
import { Notices } from './notices.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
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
  tabs: { flexShrink: 0, paddingLeft: tokens.spacingHorizontalXS },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  content: { flexGrow: 1, minHeight: 0 },
  stage: { flexGrow: 1, minWidth: 0, backgroundColor: tokens.colorNeutralBackground3 },
  hidden: { display: 'none' },
});

/** The main window of somebody signed in: one column with tabs, or two panes where there is room. */
export function Shell() {
  const styles = useStyles();
  const text = useText();
  const id = useId();
  const wide = useWide();
  const dispatch = useAppDispatch();
  const chosenTab = useView((view) => view.tab);
  const selectedCallId = useView((view) => view.selectedCallId);
  const callCount = useMain((state) => ongoingCalls(state).length);
  const stageCallId = useMain((state) => stageCall(state, selectedCallId)?.id ?? null);
  useDismissEnded();

  // A call that comes up is what matters now; when the last one is gone, the people are.
  useEffect(() => {
    dispatch(tabChosen(stageCallId === null ? 'people' : 'call'));
  }, [dispatch, stageCallId]);

  const tab: ShellTab = wide && chosenTab === 'call' ? 'people' : chosenTab;
  const stage = stageCallId === null ? <IdleStage /> : <CallStage />;
  return (
    <div className={styles.root}>
      <Notices />
      <AwayPanel />
      <div className={styles.panes}>
        <div className={mergeClasses(styles.side, wide && styles.sideWide)}>
          <Header />
          <main className={styles.panel}>
            {/* Kept while hidden: what was typed must not be lost. */}
            <div className={tab === 'call' ? styles.hidden : undefined}>
              <DialBox />
            </div>
            <TabList
              className={styles.tabs}
              // Four beside each other in a window of 400 pixels, one of them with a badge.
              size="small"
              aria-label={text('shell.sections')}
              selectedValue={tab}
              onTabSelect={(_event, { value }) => dispatch(tabChosen(tabNamed(value)))}
            >
              <Tab id={`${id}-people`} value="people" icon={<PeopleRegular />}>
                {text('shell.tab.people')}
              </Tab>
              <Tab id={`${id}-recents`} value="recents" icon={<HistoryRegular />}>
                {text('shell.tab.recents')}
              </Tab>
              <Tab id={`${id}-meetings`} value="meetings" icon={<CalendarRegular />}>
                {text('shell.tab.meetings')}
              </Tab>
              {wide ? null : (
                <Tab id={`${id}-call`} value="call" icon={<CallRegular />}>
                  {text('shell.tab.call')}{' '}
                  {callCount > 0 ? <CounterBadge size="small" count={callCount} /> : null}
                </Tab>
              )}
            </TabList>
            <div className={styles.content} role="tabpanel" aria-labelledby={`${id}-${tab}`}>
              {tab === 'people' ? <PeopleList /> : null}
              {tab === 'recents' ? <RecentsList /> : null}
              {tab === 'meetings' ? <MeetingsPanel /> : null}
              {tab === 'call' ? stage : null}
            </div>
          </main>
        </div>
        {wide ? (
          <section className={styles.stage} aria-label={text('shell.stage')}>
            {stage}
          </section>
        ) : null}
      </div>
    </div>
  );
}

const tabNamed = (value: unknown): ShellTab =>
  value === 'recents' || value === 'meetings' || value === 'call' ? value : 'people';
