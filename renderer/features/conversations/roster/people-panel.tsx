import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Conversation } from '../../../../app/domain/conversation.ts';
import { isMeeting } from '../../../../app/domain/conversation-kind.ts';
import { useSpeakers } from '../../../media/media-context.tsx';
import { useSend } from '../../../store/commands.tsx';
import { PersonAddRegular } from '../../../ui/icons.ts';
import { useText } from '../../../ui/use-text.ts';
import { windowKeyProps } from '../../keys/window-keys.ts';
import { AddPeopleDialog } from '../add-people/add-people-dialog.tsx';
import { isOver, openInvitations, peopleCount } from '../conversation-words.ts';
import { InvitedSection } from './invited-section.tsx';
import { LobbySection } from './lobby-section.tsx';
import { OwnRow } from './own-row.tsx';
import { ParticipantRow } from './participant-row.tsx';
import { RosterSection } from './roster-section.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, minWidth: 0 },
  top: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, flexShrink: 0 },
  add: { width: '100%' },
  over: { textAlign: 'center', color: tokens.colorNeutralForeground2 },
  lists: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: tokens.spacingHorizontalXS },
});

interface PeoplePanelProps {
  readonly conversation: Conversation;
  /** Of the meeting's sound; null while the user is not in it. */
  readonly mediaId: string | null;
}

/** Everybody: those who wait, those who are here, those who were asked. */
export function PeoplePanel({ conversation, mediaId }: PeoplePanelProps) {
  const styles = useStyles();
  const text = useText();
  const send = useSend();
  const [adding, setAdding] = useState(false);
  const { id: conversationId, participants, lobby, self, can } = conversation;
  const meeting = isMeeting(conversation);
  const leader = self?.role === 'Leader' || self?.organizer === true;
  const invited = openInvitations(conversation);
  const speakers = useSpeakers(meeting ? mediaId : null);
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <Button
          {...windowKeyProps('addPeople')}
          className={styles.add}
          icon={<PersonAddRegular />}
          disabledFocusable={!can.addParticipant}
          title={can.addParticipant ? undefined : text('conversations.notOffered')}
          onClick={() => setAdding(true)}
        >
          {text('conversations.addPeople')}
        </Button>
      </div>
      <div className={styles.lists}>
        {lobby.length === 0 ? null : <LobbySection conversation={conversation} />}
        {isOver(conversation) ? (
          <Caption1 block className={styles.over}>
            {text('roster.over')}
          </Caption1>
        ) : (
          <RosterSection
            label={text('roster.here')}
            heading={text('roster.hereCount', { count: peopleCount(conversation) })}
          >
            <OwnRow conversation={conversation} />
            {participants.map((participant) => (
              <ParticipantRow
                key={participant.id}
                conversationId={conversationId}
                participant={participant}
                meeting={meeting}
                leader={leader}
                speaking={speakers.now.has(participant.audio?.sourceId ?? '')}
              />
            ))}
          </RosterSection>
        )}
        {invited.length === 0 ? null : (
          <InvitedSection
            invited={invited}
            canAsk={can.addParticipant}
            onAskAgain={(uri) =>
              send('conversations.addParticipants', { conversationId, to: [uri] })
            }
          />
        )}
      </div>
      {adding ? (
        <AddPeopleDialog
          conversationId={conversationId}
          meeting={meeting}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}
