import { Body1, Button, makeStyles, Spinner, Title3, tokens } from '@fluentui/react-components';
import type { Conversation } from '../../../app/domain/conversation.ts';
import { useSend } from '../../store/commands.tsx';
import { PeopleTeamRegular } from '../../ui/icons.ts';
import { useText } from '../../ui/use-text.ts';
import type { StandIn } from './conversation-words.ts';

const useStyles = makeStyles({
  root: {
    height: '100%',
    overflowY: 'auto',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  icon: { fontSize: '48px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  advice: { maxWidth: '44ch', color: tokens.colorNeutralForeground2 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

interface StandInScreenProps {
  readonly conversation: Conversation;
  readonly standIn: StandIn;
}

/** In place of the call: one waits in the lobby, or the meeting is over; why, and what to do. */
export function StandInScreen({ conversation, standIn }: StandInScreenProps) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const { id: conversationId, can } = conversation;
  const inLobby = standIn.kind === 'lobby';
  const title = text(standIn.title.key, standIn.title.values);
  return (
    <section className={styles.root} aria-label={title} data-stand-in={standIn.kind}>
      {inLobby ? (
        <Spinner size="large" aria-hidden />
      ) : (
        <span className={styles.icon} aria-hidden>
          <PeopleTeamRegular />
        </span>
      )}
      <div role="status">
        <Title3 as="h3" align="center" className={styles.title}>
          {title}
        </Title3>
      </div>
      <Body1 align="center" className={styles.advice}>
        {text(standIn.advice.key, standIn.advice.values)}
      </Body1>
      <div className={styles.buttons}>
        {inLobby ? (
          <Button
            disabledFocusable={!can.leave}
            onClick={() => send('conversations.leave', { conversationId })}
          >
            {text('conversations.leave')}
          </Button>
        ) : (
          <>
            {can.retry ? (
              <Button
                appearance="primary"
                onClick={() => send('conversations.retry', { conversationId })}
              >
                {text('conversations.rejoin')}
              </Button>
            ) : null}
            <Button onClick={() => send('conversations.dismiss', { conversationId })}>
              {text('shell.close')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
