import {
  Button,
  Caption1,
  Caption1Strong,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { ChatMessage } from '../../../../app/domain/chat-message.ts';
import { ErrorCircleRegular } from '../../../ui/icons.ts';
import { PersonAvatar } from '../../../ui/person-avatar.tsx';
import { useText } from '../../../ui/use-text.ts';
import { MessageBody } from './message-body.tsx';
import type { MessageGroup } from './message-groups.ts';

const useStyles = makeStyles({
  root: { display: 'flex', gap: tokens.spacingHorizontalS, maxWidth: '88%', minWidth: 0 },
  own: { alignSelf: 'flex-end', justifyContent: 'flex-end' },
  messages: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
  },
  ownMessages: { alignItems: 'flex-end' },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  second: { color: tokens.colorNeutralForeground2 },
  bubble: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground6,
    color: tokens.colorNeutralForeground1,
    maxWidth: '100%',
    boxSizing: 'border-box',
    minWidth: 0,
  },
  ownBubble: {
    backgroundColor: tokens.colorBrandBackground2Hover,
    color: tokens.colorNeutralForeground1,
  },
  failed: { outline: `1px solid ${tokens.colorStatusDangerBorder1}` },
  delivery: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  danger: { color: tokens.colorPaletteRedForeground1 },
});

interface MessageGroupViewProps {
  readonly group: MessageGroup;
  /** The newest of the user's own messages says that it arrived; the others need not. */
  readonly lastOwnId: string | null;
  readonly onLink: (address: string) => void;
  readonly onResend: (messageId: string) => void;
}

/** Messages of one sender, under their name and time. */
export function MessageGroupView({ group, lastOwnId, onLink, onResend }: MessageGroupViewProps) {
  const styles = useStyles();
  const text = useText();
  const own = group.direction === 'Outgoing';
  const name = group.from?.name ?? '';
  const time = new Date(group.sentAtMs);
  return (
    <div className={mergeClasses(styles.root, own && styles.own)}>
      {own ? null : <PersonAvatar name={name} uri={group.from?.uri ?? ''} size={28} />}
      <div className={mergeClasses(styles.messages, own && styles.ownMessages)}>
        <div className={styles.head}>
          <Caption1Strong>{own ? text('chat.you') : name}</Caption1Strong>
          <Caption1 className={styles.second}>
            <time dateTime={time.toISOString()}>
              {time.toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' })}
            </time>
          </Caption1>
        </div>
        {group.messages.map((message) => (
          <div
            key={message.id}
            className={mergeClasses(styles.messages, own && styles.ownMessages)}
            data-delivery={message.delivery}
          >
            <div
              className={mergeClasses(
                styles.bubble,
                own && styles.ownBubble,
                message.delivery === 'undelivered' && styles.failed,
              )}
            >
              <MessageBody content={message.content} onLink={onLink} />
            </div>
            <Delivery
              message={message}
              showDelivered={message.id === lastOwnId}
              onResend={onResend}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

interface DeliveryProps {
  readonly message: ChatMessage;
  readonly showDelivered: boolean;
  readonly onResend: (messageId: string) => void;
}

function Delivery({ message, showDelivered, onResend }: DeliveryProps) {
  const styles = useStyles();
  const text = useText();
  switch (message.delivery) {
    case 'received':
      return null;
    case 'sending':
      return <Caption1 className={styles.delivery}>{text('chat.sending')}</Caption1>;
    case 'delivered':
      return showDelivered ? (
        <Caption1 className={styles.delivery}>{text('chat.delivered')}</Caption1>
      ) : null;
    case 'undelivered': {
      const names = message.failedFor.map(({ name }) => name).join(', ');
      return (
        <div className={styles.delivery}>
          <ErrorCircleRegular className={styles.danger} aria-hidden />
          <Caption1 className={styles.danger}>
            {names === '' ? text('chat.undelivered') : text('chat.undeliveredTo', { names })}
          </Caption1>
          <Button size="small" onClick={() => onResend(message.id)}>
            {text('chat.sendAgain')}
          </Button>
        </div>
      );
    }
  }
}
