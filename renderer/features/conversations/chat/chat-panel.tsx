import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { Conversation } from '../../../../app/domain/conversation.ts';
import { useSend } from '../../../store/commands.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ChatRegular } from '../../../ui/icons.ts';
import { useText } from '../../../ui/use-text.ts';
import { conversationName } from '../conversation-words.ts';
import { Composer } from './composer.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MessageList } from './message-list.tsx';
import { useMarkRead } from './use-mark-read.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, minWidth: 0 },
  empty: { flexGrow: 1, minHeight: 0, overflowY: 'auto', display: 'grid', placeItems: 'center' },
  // As tall without words: the messages do not jump when somebody begins to write.
  typing: {
    minHeight: '20px',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

interface ChatPanelProps {
  readonly conversation: Conversation;
  /** Somebody who looks at it has read it. */
  readonly shown: boolean;
}

/** The messages of a conversation and the field to write in. */
export function ChatPanel({ conversation, shown }: ChatPanelProps) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const [link, setLink] = useState<string | null>(null);
  const { id: conversationId, messages, typing, can } = conversation;
  useMarkRead(conversation, shown);
  const resend = useCallback(
    (messageId: string) => send('conversations.resend', { conversationId, messageId }),
    [send, conversationId],
  );
  const names = typing.map(({ name }) => name).join(', ');
  const name = conversationName(conversation) ?? text('conversations.meeting');
  return (
    <div className={styles.root}>
      {messages.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState
            icon={<ChatRegular />}
            title={text('chat.empty')}
            text={text('chat.emptyText', { name })}
          />
        </div>
      ) : (
        <MessageList messages={messages} onLink={setLink} onResend={resend} />
      )}
      <Caption1 className={styles.typing} role="status">
        {names === '' ? '' : text('chat.typing', { count: typing.length, names })}
      </Caption1>
      <Composer key={conversationId} conversationId={conversationId} canSend={can.send} />
      {link === null ? null : <LinkDialog address={link} onClose={() => setLink(null)} />}
    </div>
  );
}
