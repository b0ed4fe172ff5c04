import { Button } from '@fluentui/react-components';
import type { Conversation } from '../../../../app/domain/conversation.ts';
import { useSend } from '../../../store/commands.tsx';
import { useText } from '../../../ui/use-text.ts';
import { RosterRow } from './roster-row.tsx';
import { RosterSection } from './roster-section.tsx';

/** Those who wait to be let in, one and all. */
export function LobbySection({ conversation }: { conversation: Conversation }) {
  const text = useText();
  const send = useSend();
  const { id: conversationId, lobby, can } = conversation;
  const admit = (participantId: string | null): void =>
    send('conversations.admit', { conversationId, participantId });
  const reject = (participantId: string | null): void =>
    send('conversations.reject', { conversationId, participantId });
  const all =
    lobby.length < 2 ? null : (
      <span>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={!can.admitAll}
          onClick={() => admit(null)}
        >
          {text('roster.admitAll')}
        </Button>{' '}
        <Button size="small" disabledFocusable={!can.rejectAll} onClick={() => reject(null)}>
          {text('roster.rejectAll')}
        </Button>
      </span>
    );
  return (
    <RosterSection
      label={text('roster.lobby')}
      heading={text('roster.lobbyCount', { count: lobby.length })}
      actions={all}
    >
      {lobby.map(({ id, person, anonymous, can: own }) => {
        const { name } = person;
        return (
          <RosterRow
            key={id}
            person={person}
            name={name}
            about={anonymous ? text('roster.guest') : person.uri.replace(/^[a-z]+:/i, '')}
            wrap
          >
            <Button
              size="small"
              appearance="primary"
              aria-label={text('roster.admitName', { name })}
              disabledFocusable={!own.admit}
              onClick={() => admit(id)}
            >
              {text('roster.admit')}
            </Button>
            <Button
              size="small"
              aria-label={text('roster.rejectName', { name })}
              disabledFocusable={!own.reject}
              onClick={() => reject(id)}
            >
              {text('roster.reject')}
            </Button>
          </RosterRow>
        );
      })}
    </RosterSection>
  );
}
