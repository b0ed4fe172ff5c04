import {
  Body1Strong,
  Button,
  Caption1,
  Card,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { useSend } from '../../store/commands.tsx';
import { useAppDispatch, useMain } from '../../store/hooks.ts';
import { conversationSelected } from '../../store/view-slice.ts';
import { CallRegular, ChatRegular, VideoRegular } from '../../ui/icons.ts';
import { PersonAvatar } from '../../ui/person-avatar.tsx';
import { useText } from '../../ui/use-text.ts';
import { messageText } from './chat/message-text.ts';
import { ImportanceMark } from './importance-mark.tsx';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    maxHeight: '50%',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: { flexShrink: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  lines: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  title: { overflowWrap: 'anywhere' },
  message: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Whoever asks the user into a chat or a meeting, at the top of the window until decided. */
export function InvitationCards() {
  const styles = useStyles();
  const text = useText();
  const conversations = useMain((state) => state.conversations);
  const incoming = Object.values(conversations).filter(
    ({ state, invitation }) => state === 'Incoming' && invitation !== null,
  );
  if (incoming.length === 0) return null;
  return (
    <section className={styles.root} aria-label={text('invitation.region')} aria-live="assertive">
      {incoming.map((conversation) => (
        <InvitationCard key={conversation.id} conversation={conversation} />
      ))}
    </section>
  );
}

function InvitationCard({ conversation }: { conversation: Conversation }) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const dispatch = useAppDispatch();
  const { id: conversationId, invitation, subject, messages, meeting, can } = conversation;
  const from = conversation.remote ?? meeting?.organizer ?? null;
  const name = from?.name || text('invitation.somebody');
  const isMeeting = invitation?.kind === 'onlineMeeting';
  const title = !isMeeting
    ? text('invitation.chat', { name })
    : subject === ''
      ? text('invitation.meeting', { name })
      : text('invitation.meetingSubject', { name, subject });
  const first = messages[0];
  const second = first === undefined ? (isMeeting ? '' : subject) : messageText(first.content);
  const accept = (join?: 'audio' | 'audioVideo'): void => {
    dispatch(conversationSelected(conversationId));
    send('conversations.accept', { conversationId, join });
  };
  return (
    <Card className={styles.card} size="small" role="group" aria-label={title}>
      <div className={styles.row}>
        <PersonAvatar name={name} uri={from?.uri ?? ''} size={40} />
        <div className={styles.lines}>
          <Body1Strong className={styles.title}>
            <ImportanceMark importance={conversation.importance} />
            {title}
          </Body1Strong>
          {second === '' ? null : <Caption1 className={styles.message}>{second}</Caption1>}
        </div>
        <div className={styles.buttons}>
          {isMeeting ? (
            <>
              <Button
                appearance="primary"
                icon={<CallRegular />}
                disabledFocusable={!can.accept}
                onClick={() => accept('audio')}
              >
                {text('invitation.joinAudio')}
              </Button>
              <Button
                icon={<VideoRegular />}
                disabledFocusable={!can.accept}
                onClick={() => accept('audioVideo')}
              >
                {text('invitation.joinVideo')}
              </Button>
            </>
          ) : (
            <Button
              appearance="primary"
              icon={<ChatRegular />}
              disabledFocusable={!can.accept}
              onClick={() => accept()}
            >
              {text('invitation.accept')}
            </Button>
          )}
          <Button
            disabledFocusable={!can.decline}
            onClick={() => send('conversations.decline', { conversationId })}
          >
            {text('invitation.decline')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
