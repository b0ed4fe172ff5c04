import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Call } from '../../../app/domain/call.ts';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { isMeeting } from '../../../app/domain/conversation-kind.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { useText } from '../../ui/use-text.ts';
import { CallStage } from '../calls/call-stage.tsx';
import { AddPeopleDialog } from './add-people/add-people-dialog.tsx';
import { ChatPanel } from './chat/chat-panel.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { layoutOf, type Part, type Place } from './conversation-layout.ts';
import { conversationName, peopleLabel, standIn } from './conversation-words.ts';
import { PartTabs, PartToggles } from './part-switch.tsx';
import { PeoplePanel } from './roster/people-panel.tsx';
import { StandInScreen } from './stand-in-screen.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  parts: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  main: { flexGrow: 1, flexBasis: 0, minWidth: 0, minHeight: 0 },
  aside: {
    width: '320px',
    flexShrink: 0,
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hidden: { display: 'none' },
});

interface ConversationPageProps {
  readonly conversation: Conversation;
  readonly call: Call | null;
  /** It is seen, not covered by the lists. */
  readonly shown: boolean;
}

/** One place for a conversation: its call, its chat and its people. */
export function ConversationPage({ conversation, call, shown }: ConversationPageProps) {
  const styles = useStyles();
  const text = useText();
  const roomy = useMediaQuery('(min-width: 1100px)');
  const [chosen, setChosen] = useState<Part | 'none' | null>(null);
  const [adding, setAdding] = useState(false);
  const meeting = isMeeting(conversation);
  const instead = standIn(conversation, call);
  const hasCall = call !== null || instead !== null;
  const layout = layoutOf({ roomy, hasCall, isMeeting: meeting, chosen });
  const ringing = call?.phase === 'ringing';
  const place = (where: Place): string => styles[where];
  const people = peopleLabel(conversation);
  const switching = {
    ...{ layout, hasCall, onChoose: setChosen },
    unread: layout.chat === 'hidden' ? conversation.unread : 0,
    people: text(people.key, people.values),
    waiting: layout.people === 'hidden' ? conversation.lobby.length : 0,
  };
  const name = conversationName(conversation) ?? text('conversations.meeting');
  return (
    <section className={styles.root} aria-label={text('conversations.page', { name })}>
      {/* What rings takes the place for itself: nothing else is to be pressed by mistake. */}
      {ringing ? null : (
        <ConversationHeader
          conversation={conversation}
          call={call}
          onAddPeople={() => setAdding(true)}
        >
          {roomy ? <PartToggles {...switching} /> : null}
        </ConversationHeader>
      )}
      {ringing || roomy ? null : <PartTabs {...switching} />}
      <div className={styles.parts}>
        <div className={place(ringing ? 'main' : layout.call)}>
          {instead !== null ? (
            <StandInScreen conversation={conversation} standIn={instead} />
          ) : call !== null ? (
            <CallStage call={call} />
          ) : null}
        </div>
        <div className={place(ringing ? 'hidden' : layout.chat)}>
          <ChatPanel conversation={conversation} shown={shown && layout.chat !== 'hidden'} />
        </div>
        <div className={place(ringing ? 'hidden' : layout.people)}>
          <PeoplePanel conversation={conversation} mediaId={call?.mediaId ?? null} />
        </div>
      </div>
      {adding ? (
        <AddPeopleDialog
          conversationId={conversation.id}
          meeting={meeting}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </section>
  );
}
