import { tokens } from '@fluentui/react-components';
import { personKey } from '../../../../app/domain/person.ts';
import type { Participant } from '../../../../app/domain/roster.ts';
import { useMain } from '../../../store/hooks.ts';
import {
  MicOffFilled,
  MicRegular,
  PersonVoiceFilled,
  ShareScreenStartRegular,
  VideoOffRegular,
  VideoRegular,
} from '../../../ui/icons.ts';
import { useText } from '../../../ui/use-text.ts';
import { presenceText } from '../../people/presence-text.ts';
import { ParticipantMenu } from './participant-menu.tsx';
import { participantWords } from './participant-words.ts';
import { RosterRow } from './roster-row.tsx';

interface ParticipantRowProps {
  readonly conversationId: string;
  readonly participant: Participant;
  readonly meeting: boolean;
  readonly leader: boolean;
  readonly speaking: boolean;
}

/** Somebody who takes part: what they are, and their sound and picture in a meeting. */
export function ParticipantRow(props: ParticipantRowProps) {
  const { conversationId, participant, meeting, leader, speaking } = props;
  const text = useText();
  const contact = useMain(({ people }) => people[personKey(participant.person.uri)]);
  const { person, audio, video, sharing } = participant;
  const about = meeting
    ? participantWords(participant, speaking).map((key) => text(key))
    : contact === undefined
      ? []
      : [text(presenceText(contact.presence))];
  const marks = (
    <>
      {sharing ? <ShareScreenStartRegular /> : null}
      {video === null ? null : video.muted ? <VideoOffRegular /> : <VideoRegular />}
      {audio === null ? null : <SoundMark muted={audio.muted} speaking={speaking} />}
    </>
  );
  return (
    <RosterRow person={person} name={person.name} about={about.join(' · ')} marks={marks}>
      {meeting ? (
        <ParticipantMenu
          conversationId={conversationId}
          participant={participant}
          leader={leader}
        />
      ) : undefined}
    </RosterRow>
  );
}

function SoundMark({ muted, speaking }: { muted: boolean; speaking: boolean }) {
  if (muted) return <MicOffFilled />;
  return speaking ? (
    <PersonVoiceFilled primaryFill={tokens.colorBrandForeground1} />
  ) : (
    <MicRegular />
  );
}
