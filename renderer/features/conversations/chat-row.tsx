import {
  Body1,
  Body1Strong,
  Caption1,
  CounterBadge,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { memo } from 'react';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { isMeeting } from '../../../app/domain/conversation-kind.ts';
import { personKey } from '../../../app/domain/person.ts';
import { useMain } from '../../store/hooks.ts';
import { HiddenText } from '../../ui/hidden-text.tsx';
import { CallRegular, PeopleTeamRegular } from '../../ui/icons.ts';
import { formatMoment } from '../../ui/moment.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useRowStyles } from '../../ui/use-row-styles.ts';
import { type Text, useText } from '../../ui/use-text.ts';
import { messageText } from './chat/message-text.ts';
import { conversationName, conversationState } from './conversation-words.ts';
import { ImportanceMark } from './importance-mark.tsx';

const useStyles = makeStyles({
  button: {
    width: '100%',
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    background: 'none',
    border: '2px solid transparent',
    cursor: 'pointer',
    ':focus-visible': {
      outline: 'none',
      border: `2px solid ${tokens.colorStrokeFocus2}`,
    },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  second: { color: tokens.colorNeutralForeground2 },
  mark: {
    display: 'grid',
    placeItems: 'center',
    width: '40px',
    height: '40px',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: '22px',
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorBrandBackground2,
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    gap: tokens.spacingVerticalXXS,
    flexShrink: 0,
  },
  marks: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '18px',
  },
  live: { color: tokens.colorPaletteGreenForeground1, fontSize: '16px' },
});

interface ChatRowProps {
  readonly conversation: Conversation;
  readonly selected: boolean;
  /** A call goes on in it. */
  readonly inCall: boolean;
  readonly onOpen: (conversationId: string) => void;
}

/** One conversation of the list: with whom, what was said last, when, and what is unread. */
export const ChatRow = memo(({ conversation, selected, inCall, onOpen }: ChatRowProps) => {
  const row = useRowStyles();
  const styles = useStyles();
  const text = useText();
  const { id, remote, unread, messages, startedAtMs } = conversation;
  const person = useMain(({ people }) => people[personKey(remote?.uri ?? '')]);
  const meeting = isMeeting(conversation);
  const name = conversationName(conversation) ?? text('conversations.meeting');
  const last = messages[messages.length - 1];
  const atMs = last?.sentAtMs ?? startedAtMs;
  const state = conversationState(conversation, person);
  const line = last === undefined ? text(state.key, state.values) : lastLine(last, text);
  const Name = unread > 0 ? Body1Strong : Body1;
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(row.root, styles.button, selected && styles.selected)}
        aria-current={selected}
        onClick={() => onOpen(id)}
      >
        {meeting || remote === null ? (
          <span className={styles.mark} aria-hidden>
            <PeopleTeamRegular />
          </span>
        ) : (
          <PersonAvatar
            name={name}
            uri={remote.uri}
            size={40}
            {...(person === undefined ? {} : { availability: person.presence.availability })}
          />
        )}
        <span className={row.lines}>
          <Name className={row.line}>
            <ImportanceMark importance={conversation.importance} />
            {name}
          </Name>
          <Caption1 className={mergeClasses(row.line, styles.second)}>{line}</Caption1>
        </span>
        <span className={styles.side}>
          <Caption1 className={styles.second}>
            <time dateTime={new Date(atMs).toISOString()}>{formatMoment(atMs, Date.now())}</time>
          </Caption1>
          <span className={styles.marks}>
            {inCall ? (
              <CallRegular className={styles.live} aria-label={text('conversations.inCall')} />
            ) : null}
            {unread > 0 ? (
              <>
                <CounterBadge size="small" count={unread} aria-hidden />
                <HiddenText>{text('conversations.unread', { count: unread })}</HiddenText>
              </>
            ) : null}
          </span>
        </span>
      </button>
    </li>
  );
});
ChatRow.displayName = 'ChatRow';

function lastLine(message: Conversation['messages'][number], text: Text): string {
  const words = messageText(message.content);
  return message.direction === 'Outgoing' ? text('conversations.lastOwn', { text: words }) : words;
}
