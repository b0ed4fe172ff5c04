import { Button, makeStyles, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import { listedConversations, ongoingCalls } from '../../../app/domain/selectors.ts';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { conversationSelected } from '../../store/view-slice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ChatRegular, PeopleTeamRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import { ChatRow } from './chat-row.tsx';
import { useMeetNow } from './use-start-conversation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  top: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`, flexShrink: 0 },
  meet: { width: '100%' },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalS}`,
  },
});

/** Chats and meetings, the latest first. */
export function ChatList({ shownId }: { readonly shownId: string | null }) {
  const styles = useStyles();
  const text = useText();
  const dispatch = useAppDispatch();
  const meetNow = useMeetNow();
  const conversations = useMain((state) => state.conversations);
  const calls = useMain((state) => state.calls);
  const canMeet = useMain(({ can }) => can.startMeeting);
  const listed = useMemo(
    () => listedConversations({ conversations, calls }).filter(({ state }) => state !== 'Incoming'),
    [conversations, calls],
  );
  const busy = useMemo(
    () => new Set(ongoingCalls({ calls }).map(({ conversationId }) => conversationId)),
    [calls],
  );
  const open = useCallback((id: string) => dispatch(conversationSelected(id)), [dispatch]);
  const arrows = useArrowNavigationGroup({ axis: 'vertical' });
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <Button
          className={styles.meet}
          icon={<PeopleTeamRegular />}
          disabledFocusable={!canMeet}
          title={canMeet ? undefined : text('conversations.meetNowNotOffered')}
          onClick={() => meetNow()}
        >
          {text('conversations.meetNow')}
        </Button>
      </div>
      {listed.length === 0 ? (
        <EmptyState
          icon={<ChatRegular />}
          title={text('conversations.empty')}
          text={text('conversations.emptyText')}
        />
      ) : (
        <ul className={styles.list} aria-label={text('conversations.list')} {...arrows}>
          {listed.map((conversation) => (
            <ChatRow
              key={conversation.id}
              conversation={conversation}
              selected={conversation.id === shownId}
              inCall={busy.has(conversation.id)}
              onOpen={open}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
