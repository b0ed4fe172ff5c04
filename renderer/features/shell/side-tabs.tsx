import { CounterBadge, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { unseen } from '../../../app/domain/selectors.ts';
import { useAppDispatch, useMain, useView } from '../../store/hooks.ts';
import { type Tab as SideTab, tabChosen } from '../../store/view-slice.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { useText } from '../../ui/use-text.ts';
import { ChatList } from '../conversations/chat-list.tsx';
import { windowKeyProps } from '../keys/window-keys.ts';
import { MeetingsPanel } from '../meetings/meetings-panel.tsx';
import { PeopleList } from '../people/people-list.tsx';
import { RecentsList } from '../recents/recents-list.tsx';

const useStyles = makeStyles({
  tabs: { flexShrink: 0, paddingLeft: tokens.spacingHorizontalXS },
  content: { flexGrow: 1, minHeight: 0 },
  badge: { marginLeft: tokens.spacingHorizontalXS },
});

/** The lists: people, chats, calls, meetings. */
export function SideTabs({ shownId }: { readonly shownId: string | null }) {
  const styles = useStyles();
  const text = useText();
  const id = useId();
  const dispatch = useAppDispatch();
  const tab = useView((view) => view.tab);
  const { messages: unread, missed } = useUnseen();
  return (
    <>
      <TabList
        className={styles.tabs}
        // Four beside each other in a window of 400 pixels, one of them with a badge.
        size="small"
        aria-label={text('shell.sections')}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => dispatch(tabChosen(tabNamed(value)))}
      >
        <Tab id={`${id}-people`} value="people" {...windowKeyProps('people')}>
          {text('shell.tab.people')}
        </Tab>
        <Tab id={`${id}-chats`} value="chats" {...windowKeyProps('chats')}>
          {text('shell.tab.chats')}
          {unread > 0 ? (
            <>
              <CounterBadge className={styles.badge} size="small" count={unread} aria-hidden />
              <HiddenText>{text('conversations.unread', { count: unread })}</HiddenText>
            </>
          ) : null}
        </Tab>
        <Tab id={`${id}-recents`} value="recents" {...windowKeyProps('recents')}>
          {text('shell.tab.recents')}
          {missed > 0 ? (
            <>
              <CounterBadge className={styles.badge} size="small" count={missed} aria-hidden />
              <HiddenText>{text('recents.missed', { count: missed })}</HiddenText>
            </>
          ) : null}
        </Tab>
        <Tab id={`${id}-meetings`} value="meetings" {...windowKeyProps('meetings')}>
          {text('shell.tab.meetings')}
        </Tab>
      </TabList>
      <div className={styles.content} role="tabpanel" aria-labelledby={`${id}-${tab}`}>
        {tab === 'people' ? <PeopleList /> : null}
        {tab === 'chats' ? <ChatList shownId={shownId} /> : null}
        {tab === 'recents' ? <RecentsList /> : null}
        {tab === 'meetings' ? <MeetingsPanel /> : null}
      </div>
    </>
  );
}

const useUnseen = () => ({
  messages: useMain((state) => unseen(state).messages),
  missed: useMain((state) => unseen(state).missed),
});

const tabNamed = (value: unknown): SideTab =>
  value === 'recents' || value === 'chats' || value === 'meetings' ? value : 'people';
